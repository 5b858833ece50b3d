#!/usr/bin/env bash
# Writes the snapshots anew, after a change of infra/ that is meant. Look at what git diff says of them before you commit.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

dotnet restore >/dev/null
bicep=$(dotnet msbuild -getProperty:BicepCli)
if [ ! -x "$bicep" ]; then
  echo "error: there is no Bicep CLI here; it comes with the NuGet package of this project, on Linux x64" >&2
  exit 1
fi

for parameters in Parameters/*.bicepparam; do
  "$bicep" snapshot "$parameters" --mode overwrite --location westeurope \
    --subscription-id 00000000-0000-0000-0000-000000000001 --tenant-id 00000000-0000-0000-0000-000000000009
done
