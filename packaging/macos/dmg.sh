#!/usr/bin/env bash
# Disk image for macOS from build/package/StanceDesk.app. Untested: written against the tools' manuals, never run.
# Signs where CODESIGN_IDENTITY names a certificate; does not notarise.
set -euo pipefail
cd "$(dirname "$0")/../.."
version="$(sed -n 's/^__version__ = "\(.*\)"/\1/p' stancedesk/__init__.py)"
app="build/package/StanceDesk.app"
[ -d "$app" ] || { echo "There is no $app: run packaging/package.sh build/package first." >&2; exit 1; }
if [ -n "${CODESIGN_IDENTITY:-}" ]; then
  codesign --force --deep --options runtime --sign "$CODESIGN_IDENTITY" "$app"
fi
stage="$(mktemp -d)"
trap 'rm -rf "$stage"' EXIT
cp -R "$app" "$stage/"
ln -s /Applications "$stage/Applications"
mkdir -p dist
hdiutil create -volname "StanceDesk $version" -srcfolder "$stage" -fs HFS+ -format UDZO -ov "dist/stancedesk-$version.dmg"
