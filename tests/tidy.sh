#!/usr/bin/env bash
# tidy.sh BUILD_DIR [all | FILE...]   clang-tidy (.clang-tidy) over the program's sources, as BUILD_DIR compiles them: the FILEs, or all, or
# what takes its turn today and what is not committed yet. A file takes about ten seconds of a core, most of them for Qt's headers, so a
# turn is a twelfth of them, by the day of the year: less than a minute on two cores.
set -euo pipefail
build=$(cd "$1" && pwd)
shift
cd "$(dirname "$0")/.."
mapfile -t sources < <(find app wizard remote -name '*.cpp' | sort)
today=$((10#$(date +%j) % 12))
case ${1:-} in
'')
    mapfile -t sources < <({
        printf '%s\n' "${sources[@]}" | awk -v today="$today" 'NR % 12 == today'
        git diff --name-only --diff-filter=d HEAD -- 'app/*.cpp' 'wizard/*.cpp' 'remote/*.cpp'
    } | sort -u) ;;
all) ;;
*) sources=("$@") ;;
esac

# One set of flags for all: a precompiled header is the compiler's own and means nothing to clang-tidy, and what is a warning is .clang-tidy's
# matter here.
flags=$build/tidy
mkdir -p "$flags"
jq -r '.[].command' "$build/compile_commands.json" | tr ' ' '\n' | sed 's/\\"/"/g' | awk '
    BEGIN { print "-std=c++20"; print "-fPIC" }
    isSystem { if (!seen[$0]++) { print "-isystem"; print }; isSystem = 0; next }
    $0 == "-isystem" { isSystem = 1; next }
    /^-I|^-DQT_(NO_|[A-Z]*_LIB)|^-DTWINLAN_(VERSION|RELEASE_DATE)=/ && !seen[$0]++' >"$flags/compile_flags.txt"
# Its counts of warnings in Qt's headers go to stderr; what it finds, and what does not compile, to stdout.
printf '%s\0' "${sources[@]}" | xargs -0 -n 1 -P "$(nproc)" clang-tidy --quiet -p "$flags" 2>/dev/null
