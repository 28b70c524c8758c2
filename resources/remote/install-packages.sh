#!/bin/sh
# install-packages.sh NAME...   Makes sure that the packages are installed.
# Prints: as apt.sh. Exit: 0, 3 with an error of apt.sh's
set -u
. "${0%/*}/prelude.sh"
. "${0%/*}/apt.sh"
missing=''
for p in "$@"; do is_installed "$p" || missing="$missing $p"; done
[ -z "$missing" ] || apt_installs
