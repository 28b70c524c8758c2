#!/usr/bin/env bash
# coverage.sh BUILD_DIR   How many lines of each folder of the program have run since BUILD_DIR was built with the preset "coverage": a line
# a folder, least covered first, and one for all of it.
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
# A header is compiled many times over: a line of it has run if one of them ran it.
find "$1" -name '*.gcda' -print0 | xargs -0 gcov --json-format --stdout 2>/dev/null |
    jq -r --arg root "$root/" '.files[] | select(.file | startswith($root)) | .file[($root | length):] as $file
        | select($file | test("^(app|wizard|remote)/")) | .lines[] | "\($file) \(.line_number) \(.count)"' |
    awk '
        { line = $1 " " $2; if (!(line in ran)) ran[line] = 0; if ($3 > 0) ran[line] = 1 }
        END {
            for (line in ran) {
                folder = line
                sub(/\/[^\/]*$/, "", folder)
                lines[folder]++; covered[folder] += ran[line]; all++; allCovered += ran[line]
            }
            if (!all) exit 1
            for (folder in lines) printf "%3d %% of %5d lines  %s\n", 100 * covered[folder] / lines[folder], lines[folder], folder | "sort -n"
            close("sort -n")
            printf "%3d %% of %5d lines  all\n", 100 * allCovered / all, all
        }'
