#!/usr/bin/env bash
# Builds everything and runs every test. Needs the .NET SDK that global.json names. With npm, it also installs the emulator of Table storage
# into tests/.tools, and with apt-get and the right to use it, Chromium and a font with Chinese characters; without, the tests that need them are skipped.
# With --coverage FOLDER first, the lines that the tests run are counted there, for tests/coverage.sh. Other arguments go to dotnet test.
# Ends with a line "N passed, N failed, N skipped"; exits with 1 if anything failed, or if no test ran at all.
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.." || exit 1

if ! command -v dotnet >/dev/null; then
  echo "error: the .NET SDK is missing; install version $(sed -n 's/.*"version": *"\(.*\)".*/\1/p' global.json) or newer" >&2
  exit 1
fi

if ! bash tests/npm.sh; then
  echo "note: Azurite is not installed, for which npm is needed; the tests on Table storage are skipped, and the pictures of cards" >&2
fi

# A test host that is done has so long to write what it counted; else it is killed after a tenth of a second, and on a busy machine its count is lost.
export VSTEST_TESTHOST_SHUTDOWN_TIMEOUT=60000

# debian_packages PACKAGE...: installs Debian packages, quietly.
debian_packages() {
  local root=()
  [ "$(id -u)" -eq 0 ] || root=(sudo -n)
  command -v apt-get >/dev/null \
    && "${root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get update -qq \
    && "${root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" >/dev/null
}

missing=()
if [ -z "${CHROMIUM_PATH:-}" ] && ! command -v chromium >/dev/null && ! command -v chromium-browser >/dev/null && ! command -v google-chrome >/dev/null; then
  missing+=(chromium)
fi
if [ -z "$(fc-list :lang=zh 2>/dev/null)" ]; then missing+=(fontconfig fonts-wqy-microhei); fi
if [ ${#missing[@]} -gt 0 ] && ! debian_packages "${missing[@]}"; then
  echo "note: not installed, for which apt-get as root is needed: ${missing[*]}; the tests in a browser are skipped" >&2
fi

dotnet build SlaMonitor.sln --configuration Release --nologo --verbosity minimal || exit 1

if [ "${1:-}" = --coverage ]; then
  # Where coverlet finds what ASP.NET Core looks like: it leaves out, in silence, every assembly that names one that it does not find.
  DOTNET_REFERENCE_ASSEMBLIES_PATH=$(echo "$PWD"/tests/SlaMonitor.Functions.Tests/bin/Release/*/refs)
  export DOTNET_REFERENCE_ASSEMBLIES_PATH
  counted=${2:?"error: a folder is missing, as in: bash tests/run.sh --coverage FOLDER"}
  set -- -p:Coverage=true --results-directory "$counted" "${@:3}"
fi

log=$(mktemp)
trap 'rm -f "$log"' EXIT
dotnet test SlaMonitor.sln --configuration Release --no-build --nologo "$@" 2>&1 | tee "$log"
outcome=${PIPESTATUS[0]}

# Every test project closes with "Passed!  - Failed:     0, Passed:    38, Skipped:     0, Total: …".
read -r passed failed skipped < <(awk '
  match($0, /Failed: +[0-9]+, Passed: +[0-9]+, Skipped: +[0-9]+/) {
    split(substr($0, RSTART, RLENGTH), part, /[^0-9]+/)
    failed += part[2]; passed += part[3]; skipped += part[4]
  }
  END { print passed + 0, failed + 0, skipped + 0 }' "$log")

# A test host that dies counts no failure of its own.
if [ "$outcome" -ne 0 ] && [ "$failed" -eq 0 ]; then failed=1; fi
if [ "$passed" -eq 0 ]; then failed=$((failed > 0 ? failed : 1)); fi

echo
echo "$passed passed, $failed failed, $skipped skipped"
[ "$failed" -eq 0 ]
