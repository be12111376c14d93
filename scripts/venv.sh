#!/usr/bin/env bash
# Prepare .venv and bring in one list of pinned requirements: scripts/venv.sh requirements/run.txt
set -euo pipefail
cd "$(dirname "$0")/.."

fail() { printf '%s\n' "$*" >&2; exit 1; }

new_enough() { "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; }

find_python() {
    for name in ${PYTHON:-python3 python3.13 python3.12 python3.11}; do
        new_enough "$name" && command -v "$name" && return
    done
    fail "Rytme needs Python 3.11 or newer, and finds none. Install one, or name it: make run PYTHON=/path/to/python3"
}

make_venv() {
    local python=$1
    "$python" -c 'import ensurepip, venv' 2>/dev/null ||
        fail "Python's venv module is missing. Install it: apt-get install python3-venv"
    "$python" -m venv .venv
}

# One whose Python was upgraded away, or whose making was interrupted, is made anew.
if ! new_enough .venv/bin/python || ! .venv/bin/python -c 'import pip' 2>/dev/null; then
    python=$(find_python)
    rm -rf .venv
    make_venv "$python"
fi

.venv/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes --requirement "$1"
