#!/usr/bin/env bash
# Writes what the changelog says of a version: the notes of its release. A version that comes before one, as 1.2.3-rc.1, is what is unreleased.
#   bash .ci/notes.sh 1.2.3
set -euo pipefail
version=${1:?"error: a version is missing, as in: bash .ci/notes.sh 1.2.3"}
cd "$(dirname "${BASH_SOURCE[0]}")/.."
section=$version
if [[ $version == *-* ]]; then section=Unreleased; fi

# A heading is "## 1.2.3" or "## 1.2.3, 1 December 2026".
notes=$(awk -v section="$section" '
  /^## / { within = ($2 == section || $2 == section ","); next }
  within { print }' CHANGELOG.md)
if [ -z "${notes//[[:space:]]/}" ]; then
  echo "error: CHANGELOG.md has no section '## $section'; before the tag, 'Unreleased' becomes it" >&2
  exit 1
fi
printf '%s\n' "$notes"
