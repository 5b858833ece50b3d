#!/usr/bin/env bash
# Installs Azurite, the emulator of Table storage, into tests/.tools. Needs npm.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

# 3.35 is the last that runs on Node 20.
azurite=3.35.0
[ -d .tools/node_modules/azurite ] && exit 0
mkdir -p .tools
command -v npm >/dev/null && npm install --prefix .tools --no-save --no-package-lock --no-audit --no-fund "azurite@$azurite"
