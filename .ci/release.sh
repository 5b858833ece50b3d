#!/usr/bin/env bash
# Builds what a release holds: for each kind of machine an archive with the monitor and the command line `sla`, which need nothing
# installed, and SHA256SUMS. Needs the .NET SDK, zip, tar, and NuGet with the runtimes of the other machines.
#   bash .ci/release.sh 1.2.3 FOLDER
set -euo pipefail
version=${1:?"error: a version is missing, as in: bash .ci/release.sh 1.2.3 FOLDER"}
folder=${2:?"error: a folder is missing, as in: bash .ci/release.sh 1.2.3 FOLDER"}
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

for runtime in linux-x64 win-x64 osx-arm64; do
  name=sla-monitor-$version-$runtime
  out=$work/$name
  publish SlaMonitor.Functions "$runtime" "$out"
  publish SlaMonitor.Cli "$runtime" "$out"
  suffix=
  if [ "$runtime" = win-x64 ]; then suffix=.exe; fi
  mv "$out/SlaMonitor.Functions$suffix" "$out/sla-monitor$suffix"
  mv "$out/SlaMonitor.Cli$suffix" "$out/sla$suffix"
  rm -f "$out/local.settings.json" "$out"/*.pdb "$out"/SlaMonitor.*.xml
  cp LICENSE README.md CHANGELOG.md "$out"
  if [ "$runtime" = win-x64 ]; then
    (cd "$work" && zip --quiet --recurse-paths "$folder/$name.zip" "$name")
  else
    tar --create --gzip --file "$folder/$name.tar.gz" --directory "$work" "$name"
  fi
done

# The one that this machine can start has to start.
if [ "$(uname -sm)" = "Linux x86_64" ]; then
  "$work/sla-monitor-$version-linux-x64/sla-monitor" --help >/dev/null
  "$work/sla-monitor-$version-linux-x64/sla" --help >/dev/null
fi

(cd "$folder" && sha256sum -- *.tar.gz *.zip >SHA256SUMS && cat SHA256SUMS)
