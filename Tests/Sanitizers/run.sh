#!/usr/bin/env bash
# Runs all tests in programs that watch their own memory and threads, because an access outside of what was allocated,
# or a value that two threads use at once, can leave every result as a test expects it.
#
#   Tests/Sanitizers/run.sh [address|thread]...    both, if none is named
#
# The status is 1 if a test fails or anything is reported, be it in a process that a test starts. For each sanitizer it
# builds everything anew in .build/sanitizers, and takes several times as long as the tests alone.
#
# There is none for undefined behaviour: on Linux the Swift compiler refuses it. What it would look for
# in Swift, such as overflow and an index out of range, stops every build.
set -euo pipefail
cd "$(dirname "$0")/../.."
[ $# -gt 0 ] || set -- address thread
place=$PWD/.build/sanitizers
# Some tests are there to see a process trap, and nobody reads where it did.
export SWIFT_BACKTRACE=enable=no
# It limits the address space of a process, of which a sanitizer reserves far more.
skipped="a file that is too large is refused before it is read"
# They let processes end. While one that ended is not asked for, which happens where others keep all threads busy for
# minutes, the testing library uses a processor for nothing; so they run apart.
ending='DecimalTests|DayTests|CalendarPropertyTests|PeriodTests|JSONWriterTests'

status=0
for sanitizer in "$@"; do
  SECONDS=0
  reports=$place/$sanitizer-reports
  log=$place/$sanitizer.log
  rm -rf "$reports"
  mkdir -p "$reports"
  # Reports go to files: a test that expects a failure would take one for it, and a test that reads what a process
  # says waits for ever where a report fills the pipe. Leaks are not looked for, because the compiler marks addresses
  # that tell apart the cases of an enumeration, and memory at a marked address looks lost.
  export ASAN_OPTIONS=detect_leaks=0:log_path=$reports/report
  export TSAN_OPTIONS=log_path=$reports/report
  linked=()
  if [ "$sanitizer" = thread ] && [ "$(uname)" = Linux ]; then
    clang -O1 -Wall -Werror -c Tests/Sanitizers/mutex.c -o "$place/mutex.o"
    linked=(-Xlinker "$place/mutex.o")
  fi
  : >"$log"
  ended=0
  for tests in "--filter $ending" "--skip $ending"; do
    # shellcheck disable=SC2086
    swift test --disable-xctest --sanitize "$sanitizer" --scratch-path "$place/$sanitizer" $tests --skip "$skipped" \
      ${linked[@]+"${linked[@]}"} >>"$log" 2>&1 || ended=$?
  done
  grep -a 'Test run with' "$log" || tail -n 20 "$log"
  if [ "$ended" != 0 ]; then
    grep -a 'recorded an issue' "$log" || true
    echo "$sanitizer: tests failed; all they said is in $log" >&2
    status=1
  fi
  if [ -n "$(ls "$reports")" ]; then
    head -n 60 "$reports"/*
    echo "$sanitizer: reports are in $reports" >&2
    status=1
  fi
  printf '%s: %s s\n' "$sanitizer" "$SECONDS"
done
exit "$status"
