#!/usr/bin/env bash
# format.sh [--check] [FILE]...   Lays out C++ sources as .clang-format says, all of them without a FILE, and names the lines over 150
# characters, which are their author's to break. What stands in quotes does not count: a sentence, a script, a row of a table may be longer.
# With --check nothing is changed, and what is laid out otherwise is named. Fails when something is named.
set -euo pipefail
cd "$(dirname "$0")/.."
checks=false
if [[ ${1:-} == --check ]]; then checks=true; shift; fi
files=("$@")
((${#files[@]})) || mapfile -t files < <(find app wizard remote resources tests -name '*.cpp' -o -name '*.h' | sort)
# In a few pieces, so that no core waits for another.
format() { printf '%s\0' "${files[@]}" | xargs -0 -n 40 -P "$(nproc)" clang-format --style=file "$@"; }
failed=0
if $checks; then
    format --dry-run --Werror || { echo "Laid out otherwise: \"bash tests/format.sh\" mends it."; failed=1; }
else
    format -i
fi

too_long() {
    # A raw string ends with its own word, lines later perhaps.
    awk '
        FNR == 1 { end = "" }
        {
            line = ""
            rest = $0
            for (;;) {
                if (end != "") {
                    if (!(at = index(rest, end))) break
                    rest = substr(rest, at + length(end))
                    end = ""
                }
                if (!match(rest, /R"[a-z]*\(/)) { line = line rest; break }
                end = ")" substr(rest, RSTART + 2, RLENGTH - 3) "\""
                line = line substr(rest, 1, RSTART)
                rest = substr(rest, RSTART + RLENGTH)
            }
            gsub(/"([^"\\]|\\.)*"/, "\"\"", line)
            print FILENAME ":" FNR ":" line
        }' "$@" | LC_ALL=C.UTF-8 grep -E '^[^:]*:[0-9]+:.{151}' | cut -c 1-150
}
if too_long "${files[@]}"; then echo "Over 150 characters without what stands in quotes."; failed=1; fi
exit $failed
