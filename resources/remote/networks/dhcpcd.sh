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
