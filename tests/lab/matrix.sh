# shellcheck shell=bash disable=SC2034,SC2154 # root and build come from who reads this; commit goes there
# What the matrices of faults and of boots, and the list of cases, have in common: a table of rows under tests/lab, each with the checksum
# of the scripts that ran.

# Checksum of what runs on a Pi of RELEASE in a setup, at a boot and on a way back: of the rooms of the kinds of network only its own. Not
# what a setup does not run, and not the README.
scripts_of() {
    local script own
    case $1 in 11) own=dhcpcd ;; 12-ifupdown) own=ifupdown ;; *) own=networkmanager ;; esac
    for script in "$root"/resources/remote/* "$root/resources/remote/networks/$own".*; do
        case ${script##*/} in
        diagnose.sh | install-tailscale.sh | own-key.sh | tailscale-login.sh | README.md | networks) ;;
        *) cat "$script" ;;
        esac
    done | sha256sum | cut -c -12
}
commit=$(git -C "$root" rev-parse --short HEAD 2>/dev/null)

# Seconds. The lab ring has other homes on the same two cores, and says so.
patience=${PATIENCE:-180}
answers_from() { # PI SINCE   waits for it, prints the seconds since then
    until ssh_timeout=4 pi "$1" true </dev/null >/dev/null 2>&1; do
        ((SECONDS - $2 < patience)) || { echo never; return 1; }
        sleep 1
    done
    echo $((SECONDS - $2))
}

# Not every number is: the last try may have begun in time and have waited long for its answer.
in_time() { [[ $1 =~ ^[0-9]+$ ]] && (($1 <= patience)); }

# How many rows of a table are of the scripts of today, whose checksum is the last column.
say_today() { # TABLE WHAT CHECKSUM…
    local table=$1 what=$2
    shift 2
    awk -F '\t' -v scripts="$*" -v what="$what" 'NR > 1 { all++; if (index(scripts, $NF)) today++ }
        END { printf "%d of %d recorded %s ran with the scripts of today (%s)\n", today, all, what, scripts }' "$table"
}

# With RECORD=1 a row takes the place of the old one with the same first columns, three without COLUMNS.
record_in() { # TABLE HEADER ROW [COLUMNS]
    local key
    [[ ${RECORD:-} == 1 ]] || return 0
    key=$(cut -f "1-${4:-3}" <<<"$3")
    (
        flock 7
        { echo "$2"; { [[ ! -e $1 ]] || tail -n +2 "$1" | grep -v "^$key"$'\t'; printf '%s\n' "$3"; } | sort; } >"$1.new"
        mv "$1.new" "$1"
    ) 7>"$build/$(basename "$1").lock"
}
