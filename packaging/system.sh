#!/usr/bin/env bash
# System libraries that Qt needs: installed by apt where that is allowed, otherwise named in one sentence.
set -euo pipefail
python="${1:-python3}"

"$python" - <<'PY' || exit 1
import sys
if sys.version_info < (3, 11):
    sys.exit(f"StanceDesk needs Python 3.11 or newer; {sys.executable} is {sys.version.split()[0]}. "
             "Say which to use: make PYTHON=/path/to/python3.11 ...")
PY

[ "$(uname -s)" = Linux ] || exit 0
command -v dpkg-query >/dev/null || exit 0 # not Debian or Ubuntu: Qt itself will say what it misses

version="$("$python" -c 'import sys; print("%d.%d" % sys.version_info[:2])')"
wanted=(libegl1 libgl1 libglib2.0-0 libfontconfig1 libxkbcommon0 libdbus-1-3
        libxkbcommon-x11-0 libxcb-cursor0 libxcb-icccm4 libxcb-image0 libxcb-keysyms1 libxcb-randr0
        libxcb-render-util0 libxcb-shape0 libxcb-xinerama0)
"$python" -c 'import ensurepip, venv' 2>/dev/null || wanted+=("python$version-venv")
[ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ] || wanted+=(xvfb)

installed() { # Ubuntu 24.04 renamed some packages with the suffix t64
  for name in "$1" "$1t64"; do
    dpkg-query -W -f='${db:Status-Status}\n' "$name" 2>/dev/null | grep -qx installed && return 0
  done
  return 1
}

missing=()
for package in "${wanted[@]}"; do installed "$package" || missing+=("$package"); done
[ ${#missing[@]} -gt 0 ] || exit 0

if [ "$(id -u)" = 0 ]; then as_root=(); elif sudo -n true 2>/dev/null; then as_root=(sudo -n); else
  echo "StanceDesk needs these system packages: ${missing[*]}. Install them with: sudo apt-get install ${missing[*]}" >&2
  exit 1
fi
echo "Installing system packages: ${missing[*]}" >&2
export DEBIAN_FRONTEND=noninteractive
"${as_root[@]}" apt-get update -q >/dev/null
"${as_root[@]}" apt-get install -y -q --no-install-recommends "${missing[@]}" >/dev/null
