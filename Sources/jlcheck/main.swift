// Runs the program with the real command line, streams and files, and ends with its exit status.

import Commands
import Programmes

Posix.keepStandardStreams()
Posix.surviveFailedWrites()
Posix.end(with: run(Posix.environment(), .all))
