// The executable: the programmes that there are, with the real command line, streams and files.

import Commands
import PosixSystem
import Programmes

Posix.run { run($0, .all) }
