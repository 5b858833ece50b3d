#!/usr/bin/env bash
# Builds what people install, and installs and runs each: the library in a program compiled to machine code, the tool, and an archive and
# a Debian package for this machine. Needs the .NET SDK and a C compiler (clang or gcc); what else is missing is skipped and said.
#   bash .ci/packages.sh FOLDER [VERSION]   all of it; the version is that of the last tag, counted on, where none is given
#   bash .ci/packages.sh --slice            the library and the tool, in the version of the tree: what CI does
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
slice=false
if [ "${1:-}" = --slice ]; then slice=true; fi

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
if $slice; then
  folder=$work/packages
  version=$(dotnet msbuild src/SlaMonitor.Core -getProperty:Version)
  pack=()
else
  folder=${1:?"error: a folder is missing, as in: bash .ci/packages.sh out"}
  dotnet tool restore >/dev/null
  version=${2:-$(dotnet minver --tag-prefix v --default-pre-release-identifiers dev --minimum-major-minor 0.2 --verbosity error)}
  pack=("-p:Version=$version")
fi
mkdir -p "$folder"
folder=$(cd "$folder" && pwd)
echo "version $version"

# step NAME COMMAND...: runs one step, and says how long it took.
step() {
  local name=$1 before=$SECONDS
  shift
  if ! "$@"; then
    echo "FAILED: $name" >&2
    exit 1
  fi
  echo "$name: $((SECONDS - before)) s"
}

fail() {
  echo "error: $*" >&2
  return 1
}

# The tool first: packing the library compiles it anew, with symbols beside it.
pack_all() {
  dotnet pack src/SlaMonitor.Tool --configuration Release --output "$folder" --nologo --verbosity quiet "${pack[@]}" || return 1
  dotnet pack src/SlaMonitor.Core --configuration Release --output "$folder" --nologo --verbosity quiet "-p:Version=$version" || return 1
  local part
  for part in lib/net10.0/SlaMonitor.Core.dll lib/net10.0/SlaMonitor.Core.xml README.md; do
    unzip -l "$folder/SlaMonitor.Core.$version.nupkg" "$part" >/dev/null || fail "the library's package has no $part" || return 1
  done
  unzip -l "$folder/SlaMonitor.Core.$version.snupkg" lib/net10.0/SlaMonitor.Core.pdb >/dev/null || fail "there are no symbols"
}

library_is_deterministic() {
  dotnet build src/SlaMonitor.Core --configuration Release --no-incremental --nologo --verbosity quiet "-p:Version=$version" \
    -p:_IsPacking=true || return 1
  cmp <(unzip -p "$folder/SlaMonitor.Core.$version.nupkg" lib/net10.0/SlaMonitor.Core.dll) src/SlaMonitor.Core/bin/Release/net10.0/SlaMonitor.Core.dll
}

# What the samples of the library's README say, in a program that has the package and no compiler at run time.
library_ahead_of_time() {
  if ! command -v clang >/dev/null && ! command -v gcc >/dev/null; then
    echo "note: neither clang nor gcc is there, without which nothing is compiled ahead of time"
    return 0
  fi
  dotnet publish tests/SlaMonitor.Core.Aot --configuration Release --use-current-runtime --output "$work/aot" --nologo --verbosity quiet \
    -p:PackedVersion="$version" -p:RestoreAdditionalProjectSources="$folder" -p:RestorePackagesPath="$work/restored" || return 1
  "$work/aot/SlaMonitor.Core.Aot" >"$work/said" || return 1
  grep -q '^due 2026-04-06T08:00:00Z$' "$work/said" && grep -q '^Counted 45m of 1h:$' "$work/said" \
    && echo "$(stat --format %s "$work/aot/SlaMonitor.Core.Aot") bytes compiled ahead of time"
}

# A monitor that plays the demo until it says that the desk is open, and ends when it is told to.
plays() {
  local port log=$work/demo.log pid outcome=0
  mkdir -p "$work/place"
  (cd "$work/place" && exec "$@" --demo --port 0) >"$log" 2>&1 &
  pid=$!
  for _ in $(seq 240); do
    if grep -q '^10:00 ' "$log" || ! kill -0 "$pid" 2>/dev/null; then break; fi
    sleep 0.25
  done
  port=$(sed -n 's|.*board *http://[^:]*:\([0-9]*\)/.*|\1|p' "$log")
  curl --silent --fail "http://localhost:$port/api/health" >/dev/null || outcome=1
  kill -TERM "$pid" || outcome=1
  wait "$pid" || outcome=1
  if [ $outcome -ne 0 ]; then cat "$log" >&2; fi
  return $outcome
}

tool_is_installed_and_runs() {
  dotnet tool install SlaMonitor.Tool --tool-path "$work/tool" --version "$version" --add-source "$folder" >/dev/null || return 1
  local sla=$work/tool/sla
  [[ $("$sla" --version) == "$version"* ]] || fail "sla --version says $("$sla" --version)" || return 1
  "$sla" check src/SlaMonitor.Functions/agreements >/dev/null || return 1
  "$sla" --help | grep -q '^  serve ' || fail "sla --help does not name serve" || return 1
  mkdir -p "$work/place"
  (cd "$work/place" && "$sla" new support && "$sla" check support.yaml) >/dev/null || return 1
  plays "$sla" serve
}

archive_runs() {
  bash .ci/release.sh "$version" "$folder" linux-x64 >/dev/null || return 1
  tar --extract --gzip --file "$folder/sla-monitor-$version-linux-x64.tar.gz" --directory "$work" || return 1
  local there=$work/sla-monitor-$version-linux-x64
  "$there/sla" check "$there/agreements" >/dev/null || return 1
  # Without the SDK in the path: it needs nothing installed.
  plays env -i HOME="$work" PATH=/usr/bin:/bin DOTNET_ROOT="$work/none" "$there/sla-monitor"
}

deb_is_whole() {
  if ! command -v dpkg-deb >/dev/null; then
    echo "note: dpkg-deb is not there; no Debian package"
    return 0
  fi
  local there=$work/deb
  dpkg-deb --extract "$folder/sla-monitor_${version/-/\~}_amd64.deb" "$there" || return 1
  "$there/opt/sla-monitor/sla" --version >/dev/null || return 1
  [ "$(readlink "$there/usr/bin/sla")" = /opt/sla-monitor/sla ] || return 1
  if command -v systemd-analyze >/dev/null; then
    # With the program where it lies now: a unit whose program is missing is wrong.
    local unit=$work/sla-monitor.service
    sed "s|^ExecStart=/opt|ExecStart=$there/opt|" "$there/usr/lib/systemd/system/sla-monitor.service" >"$unit"
    systemd-analyze verify "$unit" || return 1
    systemd-analyze security --offline=true --threshold=20 "$unit" >/dev/null || fail "the unit is more open than it was"
  fi
}

# What is in the packages: names, versions and licences, as CycloneDX.
materials() {
  dotnet dotnet-CycloneDX src/SlaMonitor.Tool/SlaMonitor.Tool.csproj --disable-package-restore --output "$folder" \
    --filename sbom.json --output-format Json --set-name sla-monitor --set-version "$version" >/dev/null || return 1
  grep -q '"name": "NodaTime"' "$folder/sbom.json" || fail "sbom.json does not name NodaTime"
}

step "packed" pack_all
step "the library, compiled ahead of time" library_ahead_of_time
step "the tool, installed and run" tool_is_installed_and_runs
if $slice; then exit 0; fi
step "the library, the same bytes again" library_is_deterministic
step "the bill of materials" materials
step "the archive for this machine, run" archive_runs
step "the Debian package" deb_is_whole
step "the site" bash .ci/site.sh "$work/site"
ls -l "$folder"
