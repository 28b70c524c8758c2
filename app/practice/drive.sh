#!/usr/bin/env bash
# drive.sh DRIVER [OUT_DIR]   Runs the wizard offscreen on the PC of home A, driven from its first page to its last, then looks from
# both homes whether they are one. Pictures and report.txt go to OUT_DIR (default: practice-report in the current folder).
# Exit: 0 only if the homes are joined.
set -uo pipefail
here=$(cd "$(dirname "$0")" && pwd)
practice=$here/practice
driver=$1
out=${2:-$PWD/practice-report}
mkdir -p "$out"
out=$(cd "$out" && pwd)
rm -f "$out"/*.png "$out/report.txt"
home=$(mktemp -d)
trap 'rm -rf "$home"' EXIT

status=$("$practice" status --json) || exit 1
value() { jq -r "$1" <<<"$status"; }
# The driver leads to the link; what is done in the browser is `practice approve`.
value .password | "$practice" on pc-a env HOME="$home" XDG_CONFIG_HOME="$home/.config" QT_QPA_PLATFORM=offscreen \
    TWINLAN_PRACTICE_ID="${TWINLAN_PRACTICE_ID:-p1}" TWINLAN_CACHE="${TWINLAN_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/twinlan}" \
    "$driver" "$out" "$(value .pis.a.lan)" "$(value .pis.b.tailnet)" "$(value .user)" "$practice approve" 2>&1 |
    grep -v --line-buffered 'plugin does not support propagateSizeHints' | tee "$out/report.txt" # Qt's offscreen plugin, at each window
driven=${PIPESTATUS[1]}

far=$(value .pcs.b.address) near=$(value .pcs.a.address)
# As a person would: tried again for a while, and said how long it took.
check() { # WHAT COMMAND…
    local what=$1 began=$SECONDS
    shift
    until "$@" >/dev/null 2>&1; do
        ((SECONDS - began < 30)) || { echo "NO   $what"; return 1; }
    done
    echo "yes  $what ($((SECONDS - began)) s)"
}
joined=0
{
    echo
    check "PC A reaches PC B ($far)" "$practice" on pc-a ping -n -q -c 3 -W 3 "$far" || joined=1
    check "PC B reaches PC A ($near)" "$practice" on pc-b ping -n -q -c 3 -W 3 "$near" || joined=1
    check "a 1472-byte ping with DF passes" "$practice" on pc-a ping -n -q -M "do" -s 1472 -c 2 -W 3 "$far" || joined=1
    "$practice" status
} | tee -a "$out/report.txt"
grep -q '^NO ' "$out/report.txt" && joined=1
echo "Pictures and report: $out"
((driven == 0 && joined == 0))
