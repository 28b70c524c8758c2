#!/usr/bin/env bash
# fast.sh BUILD_DIR   What is installed beside the program, judged by the programs that will read it: AppStream, desktop, man and three
# shells. Prints a line for each, "ok NAME" or "FAILED NAME"; exit 0 only if all are good. No root, no internet.
# shellcheck disable=SC2317 # functions are called by their names, by judge
set -uo pipefail
build=$(cd "$1/app" && pwd)
files=$build/package
status=0
here=$(cd "$(dirname "$0")/../.." && pwd)
home=$(mktemp -d) # of shells that would write their history
trap 'rm -rf "$home"' EXIT
export HOME=$home XDG_CONFIG_HOME=$home XDG_DATA_HOME=$home XDG_CACHE_HOME=$home

judge() { # NAME COMMAND…
    local name=$1 said
    shift
    if said=$("$@" 2>&1); then echo "ok $name"; else printf '%s\nFAILED %s\n' "$said" "$name"; status=1; fi
}
same() { # WHAT IS_THERE WANTED
    [[ $2 == "$3" ]] || { diff <(echo "$2") <(echo "$3"); return 1; }
}

options=$("$build/twinlan" --lang en --help | grep -oE '^  (-., )?--[a-z-]+' | grep -oE -- '--[a-z-]+' | sort)
commands=$(printf '%s\n' apply check status undo)
(($(wc -l <<<"$options") > 10)) || { echo "FAILED --help names no options"; status=1; }

in_bash() { # WORD…   what is offered for the last of them
    # shellcheck disable=SC2016 # for the inner shell
    bash --norc -c '. "$1"; shift; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _twinlan 2>/dev/null; printf "%s\n" "${COMPREPLY[@]}"' \
        bash "$files/twinlan.bash" "$@"
}
in_fish() { # LINE
    # shellcheck disable=SC2016
    fish --no-config -c 'source $argv[1]; complete -C $argv[2]' "$files/twinlan.fish" "$1" | cut -f1
}
in_zsh() { # what _arguments is told
    # shellcheck disable=SC2016
    zsh -fc '_arguments() { print -rl -- "$@"; }; source "$1"' zsh "$files/twinlan.zsh"
}
every_option() { # SHELL
    local offered
    case $1 in
    bash) offered=$(in_bash twinlan --) ;;
    fish) offered=$(in_fish 'twinlan --') ;;
    zsh) offered=$(in_zsh | sed -nE 's/^\([^)]*\)(--[a-z-]+)=?\[.*/\1/p') ;;
    esac
    same options "$(grep -- '^--' <<<"$offered" | sort)" "$options"
}
every_command() { # SHELL
    local offered
    case $1 in
    bash) offered=$(in_bash twinlan --json '') ;;
    fish) offered=$(in_fish 'twinlan --json ') ;;
    zsh) offered=$(in_zsh | sed -n 's/^1:command:((\(.*\)))$/\1/p' | grep -oE '[a-z]+\\:"' | tr -d '\\:"') ;;
    esac
    same commands "$(sort <<<"$offered")" "$commands"
}
values() { # SHELL
    case $1 in
    bash) same languages "$(in_bash twinlan --lang '')$(in_bash twinlan --lang = e)" "$(printf 'ja\nen')en" ;;
    fish) same languages "$(in_fish 'twinlan --lang ' | sort)" "$(printf 'en\nja')" ;;
    zsh) in_zsh | grep -qF -- '--lang=[Language of the answers\: ja or en.]:ja|en:(ja en)' ;;
    esac
}
plans() { # SHELL
    cd "$home" && touch plan.json other.txt
    case $1 in
    bash) same plans "$(in_bash twinlan check '')" plan.json ;;
    fish) same plans "$(in_fish 'twinlan check ' | head -1)" plan.json ;;
    zsh) in_zsh | grep -qxF '2:plan:_files -g "*.json"' ;;
    esac
}
for shell in bash zsh fish; do
    for what in every_option every_command values plans; do judge "completion/$shell/$what" $what $shell; done
done

# As lintian asks groff: in a locale that has the letters, with every warning it has.
manual() { # FOLDER
    local said
    said=$(LC_ALL=C.UTF-8 MANROFFSEQ='' MANWIDTH=80 man --warnings -E UTF-8 -l -Tutf8 -Z "$files/$1/twinlan.1.gz" 2>&1 >/dev/null)
    [[ -z $said ]] || { echo "$said"; return 1; }
    said=$(LC_ALL=C.UTF-8 MANWIDTH=200 man -E UTF-8 -l "$files/$1/twinlan.1.gz" | col -bx)
    local option
    for option in $options; do grep -qE -- "^ +(-., )?$option( |$)" <<<"$said" || { echo "$option is missing"; return 1; }; done
}
judge manual/en manual man/man1
judge manual/ja manual man/ja/man1

judge desktop-file desktop-file-validate "$here/app/package/twinlan.desktop"
metainfo=("$files"/*.metainfo.xml)
appstream() {
    local said
    said=$(appstreamcli validate --no-net "${metainfo[0]}") && ! grep -qE '^[EW]:' <<<"$said" && return
    echo "$said"
    return 1
}
judge appstream appstream
# A picture that is named there is one that can be made.
pictures() { same pictures "$(grep -oE '[a-z-]+-(en|ja)\.png' "${metainfo[0]}" | sort)" "$(bash "$here/app/package/screenshots.sh" --names | sort)"; }
judge screenshots pictures
version() { same version "$("$build/twinlan" --version)" "twinlan $(sed -n 's/^project(TwinLAN VERSION \([0-9.]*\).*/\1/p' "$here/CMakeLists.txt")"; }
judge version version
exit $status
