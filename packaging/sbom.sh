#!/usr/bin/env bash
# Bill of materials (CycloneDX) and third-party licences of what ships: sbom.sh BIN TARGET (called by `make sbom`).
# BIN is the programs' folder of the environment with requirements/base.txt and package.txt.
set -euo pipefail
bin="$1" target="$2"
mkdir -p "$target"
"$bin/cyclonedx-py" requirements requirements/base.txt --pyproject pyproject.toml \
  --output-reproducible --output-format JSON --output-file "$target/stancedesk.cdx.json"
"$bin/python" -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation .
"$bin/python" packaging/licences.py "$target/THIRD_PARTY.txt"
"$bin/python" - "$target/stancedesk.cdx.json" <<'PY'
import json, sys
materials = json.load(open(sys.argv[1], encoding="utf-8"))
print(f"{sys.argv[1]}: CycloneDX {materials['specVersion']}, {len(materials['components'])} components")
PY
