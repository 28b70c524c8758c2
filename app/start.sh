#!/usr/bin/env bash
# start.sh            Installs what is missing, builds TwinLAN and opens the wizard.
# start.sh practice [--os OS[,OS]]   The same on the two practice homes: two virtual Raspberry Pis, each behind a router of its own. Without
#                     a display, the same wizard is driven offscreen from its first page to its last; it saves a picture of each
#                     page in both languages and a report, and this ends with 0 only if the homes are joined. OS: what is on
#                     both, or on Pi A and Pi B: Raspberry Pi OS 13 (without a word), or another one that `practice help` lists.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
root=$(dirname "$here")
build=$root/build/release
began=$SECONDS
say() { printf '[%3d s] %s\n' "$((SECONDS - began))" "$*"; }

practice=false os=()
usage() { sed -n '2,6s/^# //p' "$0" >&2; exit 2; }
case ${1:-} in
'') ;;
practice)
    practice=true
    shift
    if [[ ${1:-} == --os ]]; then
        [[ ${2:-} =~ ^[0-9][0-9a-z-]*(,[0-9][0-9a-z-]*)?$ ]] || usage # which of them there are, `practice` knows
        os=("$1" "$2")
        shift 2
    fi
    ;;
*) usage ;;
esac
if $practice && ((EUID != 0)); then
    echo "The practice homes need root, because they build networks of their own: sudo bash app/start.sh practice" >&2
    exit 1
fi

lists=("$here/packages.txt")
$practice && lists+=("$here/practice/packages.txt")
say "Looking for missing packages"
bash "$here/install-packages.sh" "${lists[@]}"

say "Building TwinLAN (the first time takes a few minutes)"
[[ -f $build/build.ninja ]] || cmake -S "$root" --preset release -DTWINLAN_TESTS=OFF >"$root/build-configure.log" 2>&1 || {
    cat "$root/build-configure.log" >&2
    exit 1
}
rm -f "$root/build-configure.log"
targets=(twinlan)
$practice && targets+=(twinlan-practice-drive)
if [[ -t 1 ]]; then ninja -C "$build" "${targets[@]}"; else ninja -C "$build" --quiet "${targets[@]}"; fi

if ! $practice; then
    exec "$build/app/twinlan" "$@"
fi

say "Starting the two practice homes"
"$here/practice/practice" up "${os[@]}"
if [[ -n ${DISPLAY:-}${WAYLAND_DISPLAY:-} ]]; then
    say "Opening the wizard on the PC of home A"
    exec "$here/practice/practice" on pc-a "$build/app/twinlan"
fi
say "No display: driving the wizard offscreen"
exec bash "$here/practice/drive.sh" "$build/app/practice/drive/twinlan-practice-drive" "$@"
