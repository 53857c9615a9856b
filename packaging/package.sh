#!/usr/bin/env bash
# Packs the application as a folder with its own Python: package.sh TARGET (called by `make package`).
# Works in build/; needs build/venv with requirements/base.txt and package.txt.
set -euo pipefail
target="$1"
here="$(cd "$(dirname "$0")" && pwd)"
cd "$here/.."
bin=build/venv/bin
[ -x "$bin/pyinstaller" ] || bin=build/venv/Scripts # Windows

rm -rf build/wheel && "$bin/python" -m build --no-isolation --wheel --outdir build/wheel .
"$bin/python" -m pip install --quiet --no-deps --force-reinstall build/wheel/*.whl
QT_QPA_PLATFORM=offscreen "$bin/python" packaging/icons.py build/icons
"$bin/python" packaging/licences.py build/THIRD_PARTY.txt
"$bin/pyinstaller" --noconfirm --log-level WARN --distpath "$target" --workpath build/pyinstaller packaging/stancedesk.spec

# Debug symbols of compiled Python modules are two thirds of their size. What auditwheel has patched
# (numpy's and Qt's libraries) must not be stripped, and is already.
if [ "$(uname -s)" = Linux ]; then
  inside="$target/stancedesk/_internal"
  for part in spacy thinc blis preshed srsly cymem murmurhash tokenizers; do
    find "$inside/$part" -name '*.so' -exec strip --strip-unneeded {} +
  done
  strip --strip-unneeded "$inside"/libpython3*.so*
fi
cp build/THIRD_PARTY.txt LICENSE "$target/stancedesk/"
du -sh "$target/stancedesk"
