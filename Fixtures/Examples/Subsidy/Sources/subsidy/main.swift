// The program: all commands and reports with this package's programmes.

import Commands
import PosixSystem
import SubsidyRules

Posix.run { run($0, .subsidy) }
