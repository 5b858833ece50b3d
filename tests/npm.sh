#!/usr/bin/env bash
# Installs what tests need from npm into tests/.tools: Azurite, the emulator of Table storage, and the renderer of Adaptive Cards. Needs npm.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

# 3.35 is the last that runs on Node 20.
azurite=3.35.0
adaptivecards=3.0.6
[ -d .tools/node_modules/azurite ] && [ -d .tools/node_modules/adaptivecards ] && exit 0
mkdir -p .tools
command -v npm >/dev/null && npm install --prefix .tools --no-save --no-package-lock --no-audit --no-fund \
  "azurite@$azurite" "adaptivecards@$adaptivecards"
