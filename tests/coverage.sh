#!/usr/bin/env bash
# Merges what the tests of all projects counted, prints a table, and holds it: 95 % of the lines of Core, 85 % of every other project.
#   bash tests/run.sh --coverage FOLDER && bash tests/coverage.sh FOLDER
# With a second argument it writes there an HTML report of every line. What is counted, and what is not: docs/reliability.md.
set -euo pipefail
counted=${1:?"error: the folder that the tests wrote to is missing, as in: bash tests/coverage.sh FOLDER [REPORT]"}
counted=$(cd "$counted" && pwd)
report=${2:-$counted/report}
cd "$(dirname "${BASH_SOURCE[0]}")/.."

# bound PROJECT: the least share of its lines, in per cent.
bound() { if [ "$1" = SlaMonitor.Core ]; then echo 95; else echo 85; fi; }

dotnet tool restore >/dev/null
dotnet reportgenerator "-reports:$counted/*/coverage.cobertura.xml" "-targetdir:$report" \
  "-reporttypes:TextSummary;${2:+Html}" -verbosity:Warning

# The summary has a line for each project ("SlaMonitor.Core  97.3%"), and below it, indented, one for each of its classes.
failed=0
printf '%-26s %7s %6s\n' project lines least
for file in src/*/*.csproj; do
  project=$(basename "$file" .csproj)
  # Ten lines that lead to the command line or to the monitor: .ci/packages.sh installs it and runs both, in a process that nobody counts.
  if [ "$project" = SlaMonitor.Tool ]; then continue; fi
  share=$(awk -v project="$project" '$1 == project && !/^ / { sub("%", "", $2); print $2 }' "$report/Summary.txt")
  least=$(bound "$project")
  verdict=
  if [ -z "$share" ]; then
    verdict="  no test project counted it: is there a tests/$project.Tests?"
  elif awk -v share="$share" -v least="$least" 'BEGIN { exit !(share < least) }'; then
    verdict='  too few'
  fi
  printf '%-26s %6s%% %5s%%%s\n' "$project" "${share:-0}" "$least" "$verdict"
  if [ -n "$verdict" ]; then failed=1; fi
done
exit "$failed"
