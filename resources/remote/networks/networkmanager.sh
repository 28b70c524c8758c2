# shellcheck shell=sh disable=SC2034,SC2153,SC2154 # what the script knows that it is a part of, and what it asks for
# networkmanager.sh   NetworkManager gives the addresses and makes the bridge, by profiles of its own or of netplan's.

networkmanager_profiles=/etc/NetworkManager/system-connections
networkmanager_awk=$(cat "${0%/*}/networks/networkmanager.awk")

# Profiles are root's alone.
networkmanager_is_hidden() { active NetworkManager && not_root; }
networkmanager_is_in_charge() { active NetworkManager; }
# What the card's own profile says of addresses goes along to the bridge, of the cable to our port, and is read there once it is switched.
# Of other sections (802.1X, …) only the name is told, because they may hold passwords. Nothing is said of a profile that NetworkManager
# made up for an address which somebody else gave: there would be nothing to go back to. On Raspberry Pi OS 13 netplan writes the profile
# anew, into /run; ours lies in /etc beside it and comes first.
networkmanager_tells() {
    if [ -z "$card" ] || ! active NetworkManager; then return; fi
    set -- $networkmanager_profiles/twinlan-bridge.nmconnection $networkmanager_profiles/twinlan-port.nmconnection
    if [ ! -e "$1" ]; then
        set -- "$(nmcli -t -f DEVICE,FILENAME connection show --active 2>/dev/null | sed -n "s/^$card://p" | sed 's/\\\(.\)/\1/g')"
    fi
    [ ! -f "$1" ] || awk "$networkmanager_awk" "$@"
}

networkmanager_accepts() { # PATH FILE alone|composed
    case $1 in *.nmconnection) ;; *) return 0 ;; esac
    reader=NetworkManager
    # nmcli reads a profile from stdin since 1.40; before that NetworkManager itself is the first to judge, under the timer.
    nmcli --version | awk '{ split($NF, v, "."); exit !(v[1] > 1 || v[2] >= 40) }' || return 0
    nmcli --offline connection modify connection.autoconnect yes < "$2" >/dev/null
}
