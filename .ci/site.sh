#!/usr/bin/env bash
# Builds the documentation as a site that can be searched, with the API of SlaMonitor.Core. A link that leads nowhere is an error. What a
# page links to outside of the site (sources, tests) leads into the repository. Needs the .NET SDK, perl, and a built SlaMonitor.Core.
#   bash .ci/site.sh FOLDER
set -euo pipefail
out=${1:?"error: a folder is missing, as in: bash .ci/site.sh out/site"}
mkdir -p "$out"
out=$(cd "$out" && pwd)
cd "$(dirname "${BASH_SOURCE[0]}")/.."
commit=${GITHUB_SHA:-$(git rev-parse HEAD)}
export SOURCES="${GITHUB_SERVER_URL:-https://github.com}/${GITHUB_REPOSITORY:-OWNER/REPOSITORY}/blob/$commit"

dotnet build src/SlaMonitor.Core --configuration Release --nologo --verbosity quiet

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
git ls-files -z --cached --others --exclude-standard -- docs '*.md' ':!tests' ':!src' ':!.github' src/SlaMonitor.Core/README.md \
  | xargs -0 cp --parents --target-directory "$work"
mkdir -p "$work/bin" "$work/.config"
# Its tool is large, and has a manifest of its own: who runs the tests does not load it.
cp .ci/site-tools.json "$work/.config/dotnet-tools.json"
cp src/SlaMonitor.Core/bin/Release/net10.0/SlaMonitor.Core.{dll,xml} "$work/bin/"
cp src/SlaMonitor.Tool/bin/Release/net10.0/NodaTime.dll "$work/bin/" 2>/dev/null || cp tests/*/bin/Release/net10.0/NodaTime.dll "$work/bin/"
mv "$work/README.md" "$work/index.md"

# Every link of every page: to a page or a picture of the site as it is, to all else in the repository by its address.
(cd "$work" && find . -name '*.md' -printf '%P\0' | xargs -0 perl -i -pe '
  BEGIN { use File::Basename; use File::Spec::Functions qw(canonpath); }
  sub lead {
    my ($from, $path, $rest) = @_;
    return "]($path$rest)" if $path eq "" || $path =~ /^[a-z]+:/ || $path =~ m{^/};
    my @parts;
    for my $part (split m{/}, dirname($from) . "/$path") {
      next if $part eq "." || $part eq "";
      if ($part eq "..") { pop @parts } else { push @parts, $part }
    }
    my $to = join "/", @parts;
    if ($to eq "README.md") { my $up = "../" x (() = $from =~ m{/}g); return "](${up}index.md$rest)" }
    return -f $to ? "]($path$rest)" : "]($ENV{SOURCES}/$to$rest)";
  }
  s{\]\(([^)\s#]*)((?:\#[^)\s]*)?)\)}{lead($ARGV, $1, $2)}ge;
')

cat >"$work/toc.yml" <<END
- name: First steps
  href: index.md
- name: 中文
  href: README.zh-CN.md
- name: Manual
  href: docs/
- name: Changes
  href: CHANGELOG.md
- name: API of SlaMonitor.Core
  href: api/
END
(cd "$work/docs" && for page in *.md connect/*.md examples/*/README.md decisions/*.md; do
  printf -- '- name: "%s"\n  href: %s\n' "$(sed -n 's/^# //p' "$page" | head -n 1 | tr -d '"`')" "$page"
done) >"$work/docs/toc.yml"
cat >"$work/docfx.json" <<END
{
  "metadata": [{ "src": [{ "files": ["bin/SlaMonitor.Core.dll"] }], "references": ["bin/NodaTime.dll"], "dest": "api" }],
  "build": {
    "content": [{ "files": ["**/*.md", "toc.yml", "docs/toc.yml", "api/*.yml"] }],
    "resource": [{ "files": ["docs/**"], "exclude": ["**/*.md", "docs/toc.yml"] }],
    "template": ["default", "modern"],
    "globalMetadata": { "_appTitle": "SlaMonitor", "_appName": "SlaMonitor", "_enableSearch": true, "_disableContribution": true },
    "output": "_site"
  }
}
END

(cd "$work" && dotnet tool restore >/dev/null && DOTNET_ROLL_FORWARD=Major dotnet docfx docfx.json --warningsAsErrors --logLevel warning)
cp -r "$work/_site/." "$out"
for page in index.html docs/agreement.html api/SlaMonitor.Core.Calendars.BusinessCalendar.html index.json; do
  if [ ! -e "$out/$page" ]; then
    echo "error: $page is missing in the site" >&2
    exit 1
  fi
done
echo "$out: $(find "$out" -name '*.html' | wc -l) pages"
