#!/usr/bin/env bash
# Install what the tests need from the system: a browser, a database, readers of what is exported,
# and a few small programs.
# Nothing is started: no cluster is made, and services stay off, now and after the next start.
set -euo pipefail
cd "$(dirname "$0")/.."

fail() { printf '%s\n' "$*" >&2; exit 1; }
have() { command -v "$1" >/dev/null; }

have_postgres() { ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 || have initdb; }
have_office() { have soffice && ls /usr/lib/libreoffice/program/lib{sw,sc,sd}lo.so >/dev/null 2>&1; }
have_chromium() { .venv/bin/python -m tests.servers.chromium >/dev/null 2>&1; }
# Ubuntu's packages only lead to a snap, which a container cannot run.
distribution_has_chromium() { . /etc/os-release && [ "${ID:-}" = debian ]; }

wanted=()
have redis-server || wanted+=(redis-server)
have nginx || [ -x /usr/sbin/nginx ] || wanted+=(nginx)
have zbarimg || wanted+=(zbar-tools)
have qpdf || wanted+=(qpdf)
have pdftoppm || wanted+=(poppler-utils)
have_office || wanted+=(libreoffice-writer-nogui libreoffice-calc-nogui libreoffice-impress-nogui)
have_postgres || wanted+=(postgresql)
own_chromium=
if distribution_has_chromium; then
    have chromium-headless-shell || wanted+=(chromium-headless-shell)
elif ! have_chromium; then
    own_chromium=yes
fi

[ ${#wanted[@]} -gt 0 ] || [ -n "$own_chromium" ] || exit 0

# A whole Chromium does as well, at twice the time, where nobody may install its shell.
may_install() { [ "$(id -u)" = 0 ] || sudo -n true 2>/dev/null; }
if [ "${wanted[*]}" = chromium-headless-shell ] && ! may_install && have_chromium; then exit 0; fi

command_line="apt-get install --no-install-recommends ${wanted[*]}"
[ -z "$own_chromium" ] || command_line+="; .venv/bin/python -m playwright install --with-deps chromium"
have apt-get || fail "The tests need: ${wanted[*]} ${own_chromium:+and Chromium}. Install them, then run make test again."
if [ "$(id -u)" = 0 ]; then as_root=(); elif sudo -n true 2>/dev/null; then as_root=(sudo -n); else
    fail "The tests need a few programs. Run as root, then make test again: $command_line"
fi

if [ ${#wanted[@]} -gt 0 ]; then
    "${as_root[@]}" bash scripts/install_quietly.sh "${wanted[@]}" >&2 ||
        fail "apt could not install what the tests need. Run as root, then make test again: $command_line"
fi
if [ -n "$own_chromium" ]; then
    "${as_root[@]}" .venv/bin/python -m playwright install-deps chromium >&2 &&
        .venv/bin/python -m playwright install chromium >&2 ||
        fail "No Chromium for the browser tests. Install one, then make test again: $command_line"
fi
