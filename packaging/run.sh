#!/usr/bin/env bash
# Opens the desktop on a project; on a machine without a display it starts it under Xvfb (or offscreen),
# leaves a screenshot and says so.
set -euo pipefail
project="$1"
app=.venv/bin/stancedesk
if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ] || [ "$(uname -s)" != Linux ]; then
  exec "$app" "$project"
fi
shot="out/stancedesk.png"
mkdir -p out
if command -v xvfb-run >/dev/null; then
  echo "No display here: starting under Xvfb and taking a screenshot." >&2
  QT_QPA_PLATFORM=xcb xvfb-run -a -s "-screen 0 1440x900x24" "$app" --screenshot "$shot" "$project"
else
  echo "No display here: starting offscreen and taking a screenshot." >&2
  QT_QPA_PLATFORM=offscreen "$app" --screenshot "$shot" "$project"
fi
echo "The window, as it looked: $shot" >&2
