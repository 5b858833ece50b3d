#!/usr/bin/env bash
# Makes a Debian package of an archive that .ci/release.sh has built: the program in /opt/sla-monitor, the unit, and `sla` in the path.
# Needs dpkg-deb.
#   bash .ci/deb.sh FOLDER/sla-monitor-1.2.3-linux-x64.tar.gz
set -euo pipefail
archive=${1:?"error: an archive is missing, as in: bash .ci/deb.sh out/sla-monitor-1.2.3-linux-x64.tar.gz"}
if ! [[ $(basename "$archive") =~ ^sla-monitor-(.+)-linux-(x64|arm64)\.tar\.gz$ ]]; then
  echo "error: $archive is no archive for Linux of .ci/release.sh" >&2
  exit 1
fi
version=${BASH_REMATCH[1]}
architecture=${BASH_REMATCH[2]/x64/amd64}
folder=$(cd "$(dirname "$archive")" && pwd)
archive=$folder/$(basename "$archive")
cd "$(dirname "${BASH_SOURCE[0]}")/.."

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
chmod 755 "$work"
install -d "$work/DEBIAN" "$work/opt/sla-monitor" "$work/usr/bin" "$work/usr/lib/systemd/system" "$work/usr/share/doc/sla-monitor" "$work/etc/sla-monitor"
tar --extract --gzip --file "$archive" --directory "$work/opt/sla-monitor" --strip-components 1
mv "$work/opt/sla-monitor/sla-monitor.service" "$work/usr/lib/systemd/system/"
mv "$work/opt/sla-monitor"/{README.md,README.zh-CN.md,CHANGELOG.md} "$work/usr/share/doc/sla-monitor/"
mv "$work/opt/sla-monitor/LICENSE" "$work/usr/share/doc/sla-monitor/copyright"
ln -s /opt/sla-monitor/sla "$work/usr/bin/sla"
# Whoever runs the unit is not root.
chmod -R a+rX "$work/opt"
# Settings hold secrets: root reads them, and systemd hands them on.
install -m 600 packaging/debian/environment "$work/etc/sla-monitor/environment"
install -m 755 packaging/debian/postinst packaging/debian/prerm packaging/debian/postrm "$work/DEBIAN/"
echo /etc/sla-monitor/environment >"$work/DEBIAN/conffiles"
# A tilde sorts 1.2.3-rc.1 before 1.2.3.
sed -e "s/@VERSION@/${version/-/\~}/" -e "s/@ARCHITECTURE@/$architecture/" -e "s/@SIZE@/$(du -sk "$work/opt" | cut -f 1)/" \
  packaging/debian/control >"$work/DEBIAN/control"
dpkg-deb --root-owner-group -Zxz --build "$work" "$folder/sla-monitor_${version/-/\~}_$architecture.deb" >/dev/null
echo "$folder/sla-monitor_${version/-/\~}_$architecture.deb"
