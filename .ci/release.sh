#!/usr/bin/env bash
# Builds for each kind of machine an archive with the monitor and the command line `sla`, compiled beforehand, which need nothing
# installed, for Linux a Debian package where dpkg-deb is there, and SHA256SUMS of all that lies in the folder. Needs the .NET SDK, zip,
# tar, and NuGet with the runtimes of the other machines.
#   bash .ci/release.sh 1.2.3 FOLDER [RUNTIME...]
set -euo pipefail
all=(linux-x64 linux-arm64 win-x64 osx-arm64)
version=${1:?"error: a version is missing, as in: bash .ci/release.sh 1.2.3 FOLDER"}
folder=${2:?"error: a folder is missing, as in: bash .ci/release.sh 1.2.3 FOLDER"}
runtimes=("${@:3}")
if [ ${#runtimes[@]} -eq 0 ]; then runtimes=("${all[@]}"); fi
if ! [[ $version =~ ^[0-9]+\.[0-9]+\.[0-9]+(-[0-9A-Za-z.-]+)?$ ]]; then
  echo "error: '$version' is no version; it is written as 1.2.3 or 1.2.3-rc.1" >&2
  exit 1
fi
mkdir -p "$folder"
folder=$(cd "$folder" && pwd)
cd "$(dirname "${BASH_SOURCE[0]}")/.."

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# publish PROJECT RUNTIME OUT. The lock files of the tree know the runtimes of a release: what they do not name is not taken.
publish() {
  dotnet publish "src/$1" --configuration Release --runtime "$2" --self-contained --output "$3" --nologo --verbosity quiet \
    -p:FunctionsHost=local -p:Version="$version" -p:RestoreLockedMode=true
}

for runtime in "${runtimes[@]}"; do
  name=sla-monitor-$version-$runtime
  out=$work/$name
  publish SlaMonitor.Functions "$runtime" "$out"
  publish SlaMonitor.Cli "$runtime" "$out"
  suffix=
  if [ "$runtime" = win-x64 ]; then suffix=.exe; fi
  mv "$out/SlaMonitor.Functions$suffix" "$out/sla-monitor$suffix"
  mv "$out/SlaMonitor.Cli$suffix" "$out/sla$suffix"
  rm -f "$out/local.settings.json" "$out"/*.pdb "$out"/SlaMonitor.*.xml
  cp LICENSE README.md README.zh-CN.md CHANGELOG.md "$out"
  if [[ $runtime == linux-* ]]; then cp packaging/systemd/sla-monitor.service "$out"; fi
  if [ "$runtime" = win-x64 ]; then
    (cd "$work" && zip --quiet --recurse-paths "$folder/$name.zip" "$name")
  else
    tar --create --gzip --file "$folder/$name.tar.gz" --directory "$work" "$name"
  fi
  if [[ $runtime == linux-* ]] && command -v dpkg-deb >/dev/null; then bash .ci/deb.sh "$folder/$name.tar.gz"; fi
  # The one that this machine can start has to start.
  if [ "$runtime" = linux-x64 ] && [ "$(uname -sm)" = "Linux x86_64" ]; then
    "$out/sla-monitor" --help >/dev/null
    "$out/sla" check "$out/agreements" >/dev/null
  fi
  rm -rf "$out"
done

(cd "$folder" && find . -maxdepth 1 -type f ! -name SHA256SUMS -printf '%P\0' | sort -z | xargs -0 sha256sum -- >SHA256SUMS && cat SHA256SUMS)
