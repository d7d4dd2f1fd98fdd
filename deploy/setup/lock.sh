#!/usr/bin/env bash
# Pins every requirement with its digests. No index address enters the files.
set -euo pipefail
tool=$(mktemp -d)
trap 'rm -rf "$tool"' EXIT
python3 -m venv "$tool"
"$tool/bin/pip" install --quiet uv
pin() {
  "$tool/bin/uv" pip compile --quiet --generate-hashes --no-emit-index-url --no-annotate \
    --python-version 3.11 --custom-compile-command "make lock" "$@"
}
pin pyproject.toml --extra dev -o requirements-dev.lock
pin pyproject.toml -c requirements-dev.lock -o requirements.lock
