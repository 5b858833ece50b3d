#!/usr/bin/env bash
# Makes thousands of small mistakes in the code, one at a time, and looks whether a test notices. Takes hours, so .ci/run does without.
#   bash tests/mutation.sh                  everything, one after the other
#   bash tests/mutation.sh core             one of core, calendars, agreements
#   bash tests/mutation.sh core --mutate '**/Clocks/**/*'   with further options of Stryker
# The report of each is in tests/mutation/StrykerOutput/NAME/reports. Exits with 1 where fewer than 85 % were noticed.
# What came of it, and how to read it: docs/reliability.md.
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/mutation" || exit 2

configurations=(core calendars agreements)
if [ $# -gt 0 ]; then
  if [ ! -f "$1.json" ]; then
    echo "error: there is no '$1'; there are ${configurations[*]}" >&2
    exit 2
  fi
  configurations=("$1")
  shift
fi

# A mistake may make a loop that never stops to fill a list. It ends at two gigabytes, and not where the machine ends.
export DOTNET_GCHeapHardLimit=0x80000000

dotnet tool restore >/dev/null || exit 2
failed=0
for name in "${configurations[@]}"; do
  echo "== $name"
  dotnet stryker --config-file "$name.json" --output "StrykerOutput/$name" "$@" || failed=1
done
exit "$failed"
