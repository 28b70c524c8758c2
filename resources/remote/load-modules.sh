#!/bin/sh
# load-modules.sh NAME...   Makes sure that each kernel module is loaded now. (At boot: modules-load.d, one of our files.)
# Prints one line each:  module=NAME state=present|loaded|missing     Exit: 0 all there, 3 with error=ModuleMissing
set -u
. "${0%/*}/prelude.sh"
missing=''
for m in "$@"; do
    if [ -d "/sys/module/$m" ]; then echo "module=$m state=present"
    elif modprobe -- "$m" 2>/dev/null; then echo "module=$m state=loaded"
    else echo "module=$m state=missing"; missing="$missing $m"; fi
done
[ -z "$missing" ] || fail ModuleMissing "${missing# }"
