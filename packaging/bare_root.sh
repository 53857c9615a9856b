#!/usr/bin/env bash
# Tries an artefact in a bare Debian 12 root, as root: bare_root.sh ROOT ARTEFACT [ARTICLES]
#   ROOT      a folder for the root; made by debootstrap if it is not there
#   ARTEFACT  stancedesk_*.deb, stancedesk-*.whl, the folder of `make package`, or a checkout (README to the letter)
#   ARTICLES  a folder of articles; the sample's where none is given
# PREPARE=COMMAND is run with ROOT as its argument once it is made: package mirrors, certificates, pip's settings.
# Needs debootstrap, Xvfb, x11-utils (xwininfo), imagemagick (import) and xdotool outside the root.
set -euo pipefail
root="$1" artefact="$(realpath "$2")"
here="$(cd "$(dirname "$0")/.." && pwd)"
articles="$(realpath "${3:-$here/resources/sample/articles}")"
pictures="${PICTURES:-$here/out}"
name="$(basename "$root")"
display=":${DISPLAY_NUMBER:-78}"
mirror="${MIRROR:-}" # debootstrap knows one
mkdir -p "$pictures"

inside() { # in the root with nothing in the environment but a home folder and what ENVIRONMENT says
  # shellcheck disable=SC2086
  env -i HOME=/root PATH=/usr/sbin:/usr/bin:/sbin:/bin ${ENVIRONMENT:-} chroot "$root" "$@"
}
said() { # a title, then a command with its time
  local title="$1" start; start="$(date +%s)"; shift
  local status=0; "$@" || status=$?
  echo "== $title: $(($(date +%s) - start)) s, status $status"
  return "$status"
}
mounted() { mountpoint -q "$root/$1"; }

if [ ! -x "$root/bin/sh" ]; then
  said "bare root" debootstrap --variant=minbase bookworm "$root" ${mirror:+"$mirror"} >/dev/null
  [ -z "${PREPARE:-}" ] || "$PREPARE" "$root"
fi
mkdir -p "$root/articles" "$root/work" "$root/tmp/.X11-unix"
mounted proc || mount -t proc proc "$root/proc"
mounted dev/pts || mount -t devpts devpts "$root/dev/pts"
mounted articles || mount --bind -o ro "$articles" "$root/articles"
mounted tmp/.X11-unix || mount --bind /tmp/.X11-unix "$root/tmp/.X11-unix"
Xvfb "$display" -screen 0 1440x900x24 -nolisten tcp 2>/dev/null & server=$!
ended() {
  kill "$server" 2>/dev/null || true
  for place in tmp/.X11-unix articles dev/pts proc; do umount "$root/$place" 2>/dev/null || true; done
}
trap ended EXIT

quietly() { inside sh -c "export DEBIAN_FRONTEND=noninteractive; $*" >"$pictures/$name.log" 2>&1 || { tail -30 "$pictures/$name.log" >&2; return 1; }; }

window() { # window COMMAND...: wait for its window, take a picture, close it as a user would
  local start; start="$(date +%s)"
  ENVIRONMENT="${ENVIRONMENT:-} DISPLAY=$display" inside "$@" >"$pictures/$name-window.log" 2>&1 & local program=$!
  until DISPLAY="$display" xwininfo -root -tree 2>/dev/null | grep -q 'stance – StanceDesk'; do
    kill -0 "$program" 2>/dev/null || { echo "== window: none" >&2; cat "$pictures/$name-window.log" >&2; return 1; }
    sleep 1
  done
  echo "== window: after $(($(date +%s) - start)) s"
  sleep "${SETTLE:-15}"
  import -window root -display "$display" "$pictures/$name.png"
  # Without a window manager nothing has the focus. The window may be gone before the key is let go.
  DISPLAY="$display" xdotool search --name 'stance – StanceDesk' windowfocus --sync key ctrl+q || true
  local status=0; wait "$program" || status=$?
  echo "== window closed: status $status"
  return "$status"
}

used() { # used COMMAND: what a user does first
  rm -f "$root"/work/s.*
  said "version" inside "$1" --version
  said "import" inside "$1" import /work/s.stance /articles || [ $? = 1 ] # 1: some file could not be read
  said "statements" inside sh -c "$1 statements /work/s.stance >/work/s.csv"
  said "chart" inside "$1" chart /work/s.stance --out /work/s.png
  said "check" inside "$1" check /work/s.stance
  cp "$root/work/s.png" "$pictures/$name-chart.png"
  window "$1" /work/s.stance
}

case "$artefact" in
*.deb)
  cp "$artefact" "$root/work/stancedesk.deb"
  said "apt-get install" quietly "apt-get update && apt-get install -y /work/stancedesk.deb"
  used stancedesk
  ;;
*.whl)
  cp "$artefact" "$root/work/"
  libraries="$(sed -n '/^wanted=(/,/)$/p' "$here/packaging/system.sh" | tr -d '()' | sed 's/wanted=//')"
  said "apt-get install" quietly "apt-get update && apt-get install -y --no-install-recommends python3-venv $(echo $libraries)"
  said "pip install" quietly "python3 -m venv /work/venv && /work/venv/bin/pip install /work/$(basename "$artefact")"
  used /work/venv/bin/stancedesk
  ;;
*)
  if [ -f "$artefact/stancedesk" ]; then
    rm -rf "$root/work/stancedesk" && cp -a "$artefact" "$root/work/stancedesk"
    libraries="libegl1 libgl1 libfontconfig1 libx11-xcb1 libwayland-client0 libwayland-cursor0 libwayland-egl1"
    said "apt-get install" quietly "apt-get update && apt-get install -y --no-install-recommends $libraries"
    used /work/stancedesk/stancedesk
  else
    git clone -q "$artefact" "$root/work/checkout"
    said "apt-get install python3 make" quietly "apt-get update && apt-get install -y --no-install-recommends python3 make"
    ENVIRONMENT="${ENVIRONMENT:-} DISPLAY=$display" window sh -c 'cd /work/checkout && exec make run'
    said "make test" inside sh -c 'cd /work/checkout && make test'
  fi
  ;;
esac
