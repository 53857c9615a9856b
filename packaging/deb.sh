#!/usr/bin/env bash
# Packs the folder that PyInstaller made as a Debian package: deb.sh FOLDER TARGET (called by `make deb`).
# The same input and SOURCE_DATE_EPOCH give the same file.
set -euo pipefail
folder="$1" target="$2"
here="$(cd "$(dirname "$0")" && pwd)"
build="$here/../build"
python="${PYTHON:-python3}"
export SOURCE_DATE_EPOCH="${SOURCE_DATE_EPOCH:-$(git -C "$here" log -1 --format=%ct 2>/dev/null || date +%s)}"
version="$("$python" -c 'import stancedesk; print(stancedesk.__version__)')"
day="$(date -u -d "@$SOURCE_DATE_EPOCH" +%Y-%m-%d)"
root="$(mktemp -d)"
trap 'rm -rf "$root"' EXIT
umask 022

put() { # put FILE PATH: a file of mode 644
  install -D -m 644 "$1" "$root/$2"
}

install -d "$root/usr/bin" "$root/usr/lib"
cp -a --no-preserve=ownership "$folder" "$root/usr/lib/stancedesk"
find "$root/usr/lib/stancedesk" -type f -exec chmod 644 {} +
chmod 755 "$root/usr/lib/stancedesk/stancedesk"
ln -s ../lib/stancedesk/stancedesk "$root/usr/bin/stancedesk"

linux="$here/linux"
put "$linux/stancedesk.desktop" usr/share/applications/stancedesk.desktop
put "$linux/stancedesk-mime.xml" usr/share/mime/packages/stancedesk.xml
sed "s/@VERSION@/$version/; s/@DATE@/$day/" "$linux/org.stancedesk.StanceDesk.metainfo.xml" > "$root/metainfo"
put "$root/metainfo" usr/share/metainfo/org.stancedesk.StanceDesk.metainfo.xml
rm "$root/metainfo"
icons=usr/share/icons/hicolor
for size in 16 24 32 48 64 128 256 512; do
  put "$build/icons/stancedesk-$size.png" "$icons/${size}x$size/apps/stancedesk.png"
done
put "$here/../resources/icons/stancedesk.svg" "$icons/scalable/apps/stancedesk.svg"
put "$linux/application-x-stancedesk.svg" "$icons/scalable/mimetypes/application-x-stancedesk.svg"

doc=usr/share/doc/stancedesk
install -d "$root/$doc" "$root/usr/share/man/man1"
"$python" "$here/manpage.py" | gzip -9n > "$root/usr/share/man/man1/stancedesk.1.gz"
gzip -9nc "$here/../CHANGELOG.md" > "$root/$doc/changelog.gz"
gzip -9nc > "$root/$doc/changelog.Debian.gz" <<EOF
stancedesk ($version-1) unstable; urgency=medium

  * Version $version; what changed stands in changelog.gz.

 -- The StanceDesk developers <developers@stancedesk.invalid>  $(date -u -R -d "@$SOURCE_DATE_EPOCH")
EOF
{ cat "$linux/copyright"; } > "$root/$doc/copyright"
gzip -9nc "$build/THIRD_PARTY.txt" > "$root/$doc/THIRD_PARTY.txt.gz"
put "$linux/lintian-overrides" usr/share/lintian/overrides/stancedesk
chmod 644 "$root/$doc"/* "$root/usr/share/man/man1/stancedesk.1.gz"

install -d "$root/DEBIAN"
size="$(du -sk --apparent-size "$root/usr" | cut -f1)"
sed "s/@VERSION@/$version-1/; s/@ARCH@/$(dpkg --print-architecture)/; s/@SIZE@/$size/" "$linux/control" > "$root/DEBIAN/control"
(cd "$root" && find usr -type f -print0 | sort -z | xargs -0 md5sum > DEBIAN/md5sums)
find "$root" -depth -newermt "@$SOURCE_DATE_EPOCH" -exec touch --no-dereference --date="@$SOURCE_DATE_EPOCH" {} +

mkdir -p "$target"
file="$target/stancedesk_${version}-1_$(dpkg --print-architecture).deb"
# Not zstd: the checker of Debian 12 and its archive take xz only.
dpkg-deb -Zxz -z2 --root-owner-group --build "$root" "$file" >/dev/null
echo "$file: $(du -h "$file" | cut -f1), $(du -sh "$root/usr" | cut -f1) installed"
