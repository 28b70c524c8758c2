#!/usr/bin/env bash
# readers.sh [DIR]   Runs the survey's readers over files that others wrote, and prints what becomes of each: file, kind, served or refused,
# what goes along or why not. DIR has a folder for each kind: netplan-examples, nm-keyfiles, ifupdown-files; without DIR it is shared/data beside
# the repository. Wants a debug build of tst_readers, and ifquery, nmcli and netplan's generator (tests/run.sh unit fetches them). Fails where a
# file is neither served nor refused, or served and misread: another meaning in our file than in that one, to the program that reads them.
set -euo pipefail
cd "$(dirname "$0")/.."
dir=$(realpath "${1:-../shared/data}")
PATH=$PATH:$PWD/build/tools/sbin:$PWD/build/tools/usr/bin
table=$(mktemp) log=$(mktemp)
trap 'rm -f "$table" "$log"' EXIT
failed=0
TWINLAN_READERS=$dir TWINLAN_READERS_TABLE=$table build/debug/tests/unit/tst_readers > "$log" 2>&1 || failed=1
[[ -s $table ]] || { echo "No files there: $dir" >&2; exit 1; }
awk -F '\t' '{ printf "%-9s %-44s %-16s %s\n", $1, $2, $3, $4 }' "$table"
echo
cut -f 1,3 "$table" | sort | uniq -c | awk -F '\t' '{ sub(/^ */, ""); print }'
((!failed)) || grep -A 6 '^FAIL!' "$log"
tail -n 2 "$log" | head -n 1
exit $failed
