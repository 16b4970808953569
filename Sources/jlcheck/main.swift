// The door between the program and the system: real streams and files in, the exit status out.

import CheckKit

Posix.keepStandardStreams()
Posix.surviveFailedWrites()
Posix.end(with: run(Posix.environment(), .all))
