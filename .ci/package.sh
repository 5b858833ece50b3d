#!/usr/bin/env bash
# Builds what is put into Azure: FOLDER with the publish folder, and FOLDER.zip beside it. Needs the .NET SDK, zip, and NuGet with the worker's packages.
set -euo pipefail
folder=${1:?"error: a folder is missing, as in: bash .ci/package.sh out"}
mkdir -p "$folder"
folder=$(cd "$folder" && pwd)
cd "$(dirname "${BASH_SOURCE[0]}")/.."

if [ -n "$(ls -A "$folder")" ] && [ ! -e "$folder/functions.metadata" ]; then
  echo "error: $folder holds something else than an earlier build" >&2
  exit 1
fi
rm -rf "$folder" "$folder.zip"
# With Microsoft's Service Bus extension and nothing in its place: the project refuses to publish anything else.
dotnet publish src/SlaMonitor.Functions -p:FunctionsHost=azure --configuration Release --output "$folder" --nologo

# The wrong host would be taken by Azure without a word, and do nothing.
for part in functions.metadata worker.config.json host.json agreements .azurefunctions; do
  if [ ! -e "$folder/$part" ]; then
    echo "error: $part is missing in $folder: this is no build for Azure" >&2
    exit 1
  fi
done
if [ -e "$folder/SlaMonitor.Local.dll" ] || [ -e "$folder/local.settings.json" ]; then
  echo "error: the local host, or the settings of this machine, are in $folder" >&2
  exit 1
fi

(cd "$folder" && zip --quiet --recurse-paths "$folder.zip" .)
echo "$folder.zip: $(grep -c '"name": *"[A-Z][A-Za-z]*",' "$folder/functions.metadata") functions"
