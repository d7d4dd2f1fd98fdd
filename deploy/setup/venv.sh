#!/usr/bin/env bash
# Makes .venv from one lock file; does nothing when that lock is installed already.
# Usage: venv.sh requirements.lock
set -euo pipefail
lock=$1
wanted=$(cat "$lock" pyproject.toml | sha256sum | cut -d' ' -f1)
mark=.venv/.lontar-$(basename "$lock")

if [ -f "$mark" ] && [ "$(cat "$mark")" = "$wanted" ]; then exit 0; fi
# The development lock holds all of the other one, at the same versions.
if [ "$lock" = requirements.lock ] && [ -f .venv/.lontar-requirements-dev.lock ] \
  && [ "$(cat .venv/.lontar-requirements-dev.lock)" = "$(cat requirements-dev.lock pyproject.toml | sha256sum | cut -d' ' -f1)" ]; then
  exit 0
fi

python=${PYTHON:-}
for candidate in python3.11 python3.12 python3; do
  [ -n "$python" ] && break
  if command -v "$candidate" >/dev/null \
    && "$candidate" -c 'import sys, venv, ensurepip; sys.exit(not (3, 11) <= sys.version_info[:2] < (3, 13))' 2>/dev/null; then
    python=$candidate
  fi
done
[ -n "$python" ] || { echo "Diperlukan Python 3.11 atau 3.12 dengan modul venv." >&2; exit 1; }

echo "Menyiapkan .venv dari $lock …"
[ -x .venv/bin/python ] || "$python" -m venv .venv
.venv/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r "$lock"
.venv/bin/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
echo "$wanted" > "$mark"
