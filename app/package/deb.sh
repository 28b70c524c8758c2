#!/usr/bin/env bash
# deb.sh [OUT_DIR]   Installs what is missing, builds TwinLAN with the flags that this release of Debian builds its programs with, and
#                    leaves the package in OUT_DIR (without a word: build/). Prints where it lies, as its last line.
# A package that Debian 12 made installs on Debian 13 as well: tests/package/run.sh does both.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
build=$root/build/package
out=${1:-$root/build}
mkdir -p "$out" "$build"
out=$(cd "$out" && pwd)

bash "$here/../install-packages.sh" "$root/app/packages.txt" "$here/packages.txt" >&2
# No -g: what it makes would be stripped again.
export DEB_BUILD_MAINT_OPTIONS=hardening=+all DEB_CXXFLAGS_MAINT_STRIP=-g
SOURCE_DATE_EPOCH=$(dpkg-parsechangelog -l "$here/changelog" -S Timestamp)
export SOURCE_DATE_EPOCH
{
    CXXFLAGS="$(dpkg-buildflags --get CXXFLAGS) $(dpkg-buildflags --get CPPFLAGS)" LDFLAGS=$(dpkg-buildflags --get LDFLAGS) \
        cmake -S "$root" -B "$build" -G Ninja -DCMAKE_BUILD_TYPE=Release -DTWINLAN_TESTS=OFF "${@:2}"
    ninja -C "$build"
    rm -f "$build"/*.deb
    (cd "$build" && cpack)
} >"$build/deb.log" 2>&1 || { tail -n 30 "$build/deb.log" >&2; exit 1; }
made=$(echo "$build"/*.deb)
cp "$made" "$out/"
echo "$out/${made##*/}"
