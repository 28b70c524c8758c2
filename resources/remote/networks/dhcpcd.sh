# shellcheck shell=sh disable=SC2034,SC2153,SC2154 # what the script knows that it is a part of, and what it asks for
# dhcpcd.sh   dhcpcd gives the addresses, and ifupdown makes the bridge.

dhcpcd_awk=$(cat "${0%/*}/networks/dhcpcd.awk")
survey_files="$survey_files /etc/dhcpcd.conf /etc/network/interfaces /etc/network/interfaces.d/*"
survey_awk="$survey_awk
$dhcpcd_awk"

dhcpcd_is_hidden() { unreadable /etc/dhcpcd.conf /etc/network/interfaces.d; }
dhcpcd_is_in_charge() { active dhcpcd; }
# What its files say is read by survey.sh, together with all others.
dhcpcd_tells() {
    # Where ifupdown has the card by a file of somebody's own, dhcpcd stands back, but will start again at a boot without that file.
    if [ -e /etc/systemd/system/multi-user.target.wants/dhcpcd.service ]; then say dhcpcd_at_boot yes; fi
    # ifupdown has dhclient ask under an identity of its own, kept with its leases: by that the router knows this Pi.
    if [ -n "$card" ] && [ -e "/run/dhclient.$card.pid" ]; then
        say dhclient_duid_b64 "$(sed -n 's/^default-duid "\(.*\)";$/\1/p' "/var/lib/dhcp/dhclient.$card.leases" 2>/dev/null | tail -n 1 | tr -d '\n' | base64 -w0)"
    fi
}

dhcpcd_accepts() { # PATH FILE alone|composed
    case $3:$1 in alone:*/interfaces.d/* | composed:/etc/network/interfaces) ;; *) return 0 ;; esac
    reader=ifupdown
    ifquery --interfaces="$2" --list --all >/dev/null
}

# Runs a command where /etc/network is as the boot will find it.
dhcpcd_in_next_boot() { # COMMAND...
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
dhcpcd_ifupdown_makes_it() {
    # One line that ifupdown cannot read anywhere, and it brings nothing up.
    dhcpcd_in_next_boot ifquery --list --all > "$staged/said" 2> "$staged/refused"
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
# A service whose command line names the card serves no bridge.
dhcpcd_serves_all() {
    command=$(systemctl show -p ExecStart --value dhcpcd)
    case " $command " in *" $port "*) fail NextBootFails "dhcpcd.service: $command" ;; esac
}
dhcpcd_next_boot() {
    services networking dhcpcd tailscaled
    dhcpcd_ifupdown_makes_it
    dhcpcd_serves_all
}
