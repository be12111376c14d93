#!/usr/bin/env bash
# As root: install packages and leave every service off and no database cluster behind.
set -euo pipefail

policy=/usr/sbin/policy-rc.d
cluster=/etc/postgresql-common/createcluster.conf
template=/usr/share/postgresql-common/createcluster.conf
kept=$(mktemp -d)

# The machine's own two files come back as they were, however this ends.
[ ! -e "$policy" ] || cp -a "$policy" "$kept/policy"
[ ! -e "$cluster" ] || cp -a "$cluster" "$kept/cluster"
restore() {
    rm -f "$policy"
    [ ! -e "$kept/policy" ] || cp -a "$kept/policy" "$policy"
    if [ -e "$kept/cluster" ]; then cp -a "$kept/cluster" "$cluster"
    elif [ -e "$template" ]; then cp "$template" "$cluster"
    else rm -f "$cluster"; fi
    rm -rf "$kept"
}
trap restore EXIT

printf '#!/bin/sh\nexit 101\n' >"$policy"
chmod 755 "$policy"
mkdir -p "${cluster%/*}"
printf 'create_main_cluster = false\n' >>"$cluster"

export DEBIAN_FRONTEND=noninteractive UCF_FORCE_CONFFOLD=1
apt-get update -q
apt-get install -q -y --no-install-recommends "$@" </dev/null

# Debian enables what it installs; a test's database should not come up with the machine.
if command -v systemctl >/dev/null; then
    for service in redis-server nginx postgresql; do
        case " $* " in *" $service "*) systemctl disable -q "$service" 2>/dev/null || true ;; esac
    done
fi
