# shellcheck shell=sh disable=SC2034,SC2154 # what the script knows that it is a part of
# interfaces.sh   A part of networks.sh: what ifupdown makes of its files, and how ip moves addresses. For the kinds of network that write such
# files and move the addresses themselves.

interfaces_accept() { # PATH FILE alone|composed   fills in reader
    case $3:$1 in alone:*/interfaces.d/* | composed:/etc/network/interfaces) ;; *) return 0 ;; esac
    reader=ifupdown
    ifquery --interfaces="$2" --list --all >/dev/null
}

# Runs a command where /etc/network is as the boot will find it.
interfaces_in_next_boot() { # COMMAND...
    # shellcheck disable=SC2016 # for the shell in there
    unshare --mount --propagation private sh -c '
        staged=$1; shift
        rm -rf "$staged/tree" && mkdir "$staged/tree" && cp -a /etc/network "$staged/tree/" && mount --bind "$staged/tree/network" /etc/network || exit 9
        while read -r number _ path; do
            case $path in
            # A link would lead out of the copy.
            /etc/network/*) mkdir -p "${path%/*}" && rm -f "$path" && cp "$staged/$number.file" "$path" || exit 9 ;;
            *) [ ! -f "$path" ] || mount --bind "$staged/$number.file" "$path" || exit 9 ;;
            esac
        done < "$staged/manifest"
        "$@"' sh "$staged" "$@"
}
interfaces_make_the_bridge() { # --all|--allow=CLASS   of those that are brought up together, or when udev sees them
    # One line that ifupdown cannot read anywhere, and it brings nothing up.
    interfaces_in_next_boot ifquery --list "$1" > "$staged/said" 2> "$staged/refused"
    rc=$?
    [ $rc -ne 9 ] || fail CheckFailed "the next boot cannot be tried"
    [ $rc -eq 0 ] || fail NextBootFails "$(head -n 1 "$staged/refused")"
    grep -qxF "$bridge" "$staged/said" || fail NextBootFails "/etc/network/interfaces: $bridge is not brought up"
    defaults=/etc/default/networking
    [ -r $defaults ] || return 0
    line=$(grep -E "^[[:space:]]*CONFIGURE_INTERFACES=[\"']?no\\b" $defaults) && fail NextBootFails "$defaults: $line"
    left_out=$(sed -n "s/^[[:space:]]*EXCLUDE_INTERFACES=//p" $defaults | tail -n 1 | tr "\"'," '   ')
    set -f
    for pattern in $left_out; do
        for name in "$bridge" "$port"; do
            # shellcheck disable=SC2254 # it is a pattern
            case $name in $pattern) fail NextBootFails "$defaults: EXCLUDE_INTERFACES=$pattern" ;; esac
        done
    done
    set +f
}

# ip's commands that give CARD the IPv4 addresses that FROM has.
addresses_for() { ip -4 -o addr show dev "$1" scope global | awk -v to="$2" '{ print "addr add", $4, "broadcast + dev", to }'; } # FROM CARD
