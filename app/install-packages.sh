#!/usr/bin/env bash
# install-packages.sh FILE...   Installs the Debian packages named in the files (one a line, # for a comment) that are not there yet.
# Where all of them are there, it asks neither for root nor for the internet.
set -euo pipefail

mapfile -t wanted < <(sed 's/#.*//' "$@" | awk 'NF { print $1 }' | sort -u)
# A name may be one that another package provides: releases rename packages, and the old name lives on in that way only.
declare -A present=()
while read -r name; do present[$name]=1; done < <(
    dpkg-query -W -f '${db:Status-Status}\t${Package}, ${Provides}\n' | sed -n 's/^installed\t//p' | tr ',' '\n' | awk 'NF { print $1 }')
missing=()
for package in "${wanted[@]}"; do
    [[ -n ${present[$package]:-} ]] || missing+=("$package")
done
((${#missing[@]})) || exit 0

as_root=()
if ((EUID != 0)); then
    command -v sudo >/dev/null || { echo "Installing ${missing[*]} needs root: run this as root, or install sudo." >&2; exit 1; }
    as_root=(sudo)
fi
echo "Installing ${#missing[@]} packages: ${missing[*]}"
"${as_root[@]}" apt-get -qq update
# One line per package rather than apt's pages; the whole output is shown only when it fails.
log=$(mktemp)
trap 'rm -f "$log"' EXIT
if ! "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -y --no-install-recommends install "${missing[@]}" >"$log" 2>&1; then
    cat "$log" >&2
    exit 1
fi
echo "Installed."
