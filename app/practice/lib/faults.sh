# shellcheck shell=bash disable=SC2034,SC2154 # the parts share names: see `practice`, which reads them all
# What goes wrong in real homes, on purpose. Each setting can be made again without harm: `restore` does that.

fault() { # fault NAME [VALUE]: remembers that it is in force; without a value it is over
    if [[ -n ${2:-} ]]; then state "fault-$1" "$2"; else rm -f "$run/state/fault-$1"; fi
}

# relay only: no UDP between the homes, as behind two carrier-grade NATs. The relay itself (TCP) and STUN still answer.
set_relay() {
    case ${1:-} in
    only)
        within wan nft -f - <<-'EOF'
			table bridge relay
			delete table bridge relay
			table bridge relay {
			    chain between { type filter hook forward priority 0; meta l4proto udp drop; }
			}
		EOF
        ;;
    direct) within wan nft delete table bridge relay 2>/dev/null ;;
    *) die "relay only, or relay direct." ;;
    esac
    state relay "$1"
}

# set_wan a|b cut|ok|slow[=ROUND TRIP,LOSS]: half of the delay, and the loss, in each direction.
set_wan() {
    local home=$1 how=${2:-} wan
    wan=$(ns wan)
    check_pi "$home"
    case $how in
    cut)
        ip -n "$wan" link set "home-$home" down
        fault "wan-$home" cut
        return
        ;;
    ok) ;;
    slow) how=slow=200ms,2% ;;&
    slow | slow=*) [[ $how =~ ^slow=([0-9]+)(ms)?,([0-9.]+)%?$ ]] || die "wan a|b slow=200ms,2%" ;;
    *) die "wan a|b cut|ok|slow[=200ms,2%]" ;;
    esac
    local delay=${BASH_REMATCH[1]:-} loss=${BASH_REMATCH[3]:-}
    stop_daemon "line-$home"
    ip -n "$wan" link set "home-$home" master internet up
    ip -n "$wan" link del "near-$home" 2>/dev/null
    fault "wan-$home"
    [[ $how != ok ]] || return 0
    # The home's end goes into a bridge of its own, and slowline's two taps join that to the internet.
    ip -n "$wan" link add "near-$home" type bridge mcast_snooping 0 stp_state 0 forward_delay 0
    start_daemon "line-$home" ip netns exec "$wan" "$bin/slowline" -near "slow-$home" -far "slow-$home-far" -delay "$((delay * 500))us" -loss "$loss"
    wait_until 5 within wan test -e "/sys/class/net/slow-$home-far" || die "The slow line could not be made: $(tail -n 1 "$run/line-$home.log")"
    ip -n "$wan" link set "slow-$home" master "near-$home" up
    ip -n "$wan" link set "slow-$home-far" master internet up
    ip -n "$wan" link set "near-$home" up
    ip -n "$wan" link set "home-$home" master "near-$home"
    fault "wan-$home" "$how"
}

power() {
    check_pi "${1:-}"
    case ${2:-} in
    off) kill_pi "$1" ;;
    on | cycle)
        [[ $2 == on ]] || kill_pi "$1"
        [[ $(power_of "$1") == on ]] || start_pi "$1" || die "Pi $1 does not start."
        [[ -z $(state "fault-cable-$1") ]] || monitor "$1" "set_link cable off"
        ;;
    *) die "power a|b off|on|cycle." ;;
    esac
}

# set_os a|b OS: its card is written anew with that release, and the Pi boots from it. Its Tailscale login goes along; its host key
# does not. For the way back there is `restore`. Its address may be another one afterwards: it asks the router anew.
set_os() {
    local pi=${1:-} os=${2:-} login=$run/tailscale-login.tar
    check_pi "$pi"
    check_os "$os"
    rm -f "$login"
    if tailnet_running "$pi"; then
        ssh_pi "$pi" 'sudo sh -c "systemctl stop tailscaled; tar -C /var/lib -c tailscale"' </dev/null >"$login" || die "Pi $pi does not give its Tailscale login."
    fi
    kill_pi "$pi"
    use_os "$os"
    state "os-$pi" "$os"
    { new_disk "$pi" && start_pi "$pi"; } || die "Pi $pi does not start."
    wait_ssh "$pi" 480 || die "Pi $pi does not come up with release $os; see $run/console-$pi.log."
    if [[ -e $login ]]; then
        install_tailscale "$pi" || die "Tailscale cannot be installed on Pi $pi."
        ssh_pi "$pi" 'sudo sh -c "systemctl stop tailscaled; rm -rf /var/lib/tailscale; tar -C /var/lib -x; systemctl start tailscaled"' <"$login"
        rm -f "$login"
        wait_until 60 tailnet_running "$pi" || die "Pi $pi is not logged in to the tailnet any more."
    fi
    settled "$pi"
}
# An image that is in use in this run: built if it is not there, and its packages are served.
use_os() { # OS
    [[ ! -e $run/using/image-$1 ]] || return 0
    local using="$bin $keys $packages"
    build_all "$1"
    [[ "$bin $keys $packages" == "$using" ]] || die "The practice homes' scripts have changed since \`up\`: \`practice down\` first."
    use "image-$1" "${images[$1]}"
    ln -sfn "${images[$1]}/archive" "$run/archive/$1"
}

# set_language a|b ja|en: what raspi-config does, and a boot, because a program's names are of the language it was started in.
set_language() {
    local locale
    check_pi "${1:-}"
    case ${2:-} in ja) locale=ja_JP.UTF-8 ;; en) locale=en_GB.UTF-8 ;; *) die "language a|b ja|en" ;; esac
    on_pi "$1" <<<"update-locale LANG=$locale && sync" || die "Pi $1 has no languages."
    power "$1" cycle
    wait_boot "$1" 480 || { console "$1" >&2; die "Pi $1 does not come back. Above: what it said last."; }
}

# console a|b: the end of what a screen plugged into it would show.
console() {
    check_pi "${1:-}"
    tail -n 15 "$run/console-$1.log" | tr -d '\r' | sed 's/\x1b\[[0-9;?]*[A-Za-z]//g'
}

# set_cable a|b out|in: the Pi sees that it has no link.
set_cable() {
    check_pi "$1"
    case ${2:-} in
    out) fault "cable-$1" out ;;
    in) fault "cable-$1" ;;
    *) die "cable a|b out|in" ;;
    esac
    [[ $(power_of "$1") == off ]] || monitor "$1" "set_link cable $([[ $2 == in ]] && echo on || echo off)"
}

# place_pi: the tap of a Pi hangs in the switch of the home that it is in.
place_pi() {
    local pi=$1 home other
    home=$(home_of "$pi")
    for other in a b; do
        if [[ $other != "$home" ]] && within "switch-$other" test -e "/sys/class/net/pi-$pi"; then
            ip -n "$(ns "switch-$other")" link set "pi-$pi" nomaster
            ip -n "$(ns "switch-$other")" link set "pi-$pi" netns "$(ns "switch-$home")"
        fi
    done
    ip -n "$(ns "switch-$home")" link set "pi-$pi" master lan up
}
# move a|b to a|b: pulled out here, plugged in there two seconds later.
move_pi() {
    check_pi "$1"
    [[ ${2:-} == to && ${3:-} == [ab] ]] || die "move a|b to a|b"
    [[ $(power_of "$1") == off ]] || monitor "$1" "set_link cable off"
    sleep 2
    state "home-$1" "$3"
    rm -f "$run/state/address-$1"
    place_pi "$1"
    [[ $(power_of "$1") == off || -n $(state "fault-cable-$1") ]] || monitor "$1" "set_link cable on"
}

# A device of home B with a fixed address that is in use in home A: PC A's, or the one given.
set_duplicate() {
    local device address=${2:-}
    device=$(ns device-b)
    case ${1:-} in
    on)
        [[ -n $address ]] || address=$(ip -n "$(ns pc-a)" -j -4 addr show dev eth0 | jq -r '[.[0].addr_info[] | .local] | first // ""')
        [[ $address =~ ^[0-9.]+$ ]] || die "PC A has no address yet."
        set_duplicate off
        ip netns add "$device"
        ip link add device netns "$(ns switch-b)" type veth peer name eth0 address 02:00:00:00:0b:64 netns "$device"
        ip -n "$(ns switch-b)" link set device master lan up
        ip -n "$device" addr add "$address/24" dev eth0
        ip -n "$device" link set eth0 up
        ip -n "$device" route add default via "${router_ip[b]}"
        fault duplicate "$address"
        ;;
    off)
        [[ ! -e /run/netns/$device ]] || ip netns del "$device"
        fault duplicate
        ;;
    *) die "duplicate on [ADDRESS], or duplicate off" ;;
    esac
}

# A second way between the homes, as when somebody runs a cable from one switch to the other.
set_patch() {
    case ${1:-} in
    on)
        set_patch off
        ip link add patch netns "$(ns switch-a)" type veth peer name patch netns "$(ns switch-b)"
        ip -n "$(ns switch-a)" link set patch master lan up
        ip -n "$(ns switch-b)" link set patch master lan up
        fault patch on
        ;;
    off)
        ip -n "$(ns switch-a)" link del patch 2>/dev/null
        fault patch
        ;;
    *) die "patch on|off" ;;
    esac
}

set_archive() {
    case ${1:-} in on | off | slow) tailnet_admin "archive?mode=$1" >/dev/null || return 1 ;; *) die "apt-server on|off|slow" ;; esac
    fault apt-server "${1/#on/}"
}

# The rest happens on a Pi, done as a person at its keyboard might, so it is part of a snapshot by itself.
on_pi() { ssh_pi "$1" "sudo -n sh -s" || die "Pi $1 could not be told over SSH."; }

set_disk() {
    check_pi "$1"
    case ${2:-} in
    full) on_pi "$1" <"$here/on-pi/fill-disk.sh" && fault "disk-$1" full ;;
    ok) on_pi "$1" <<<'rm -f /var/tmp/practice-fill*; sync' && fault "disk-$1" ;;
    *) die "disk a|b full|ok" ;;
    esac
}

set_apt_lock() {
    check_pi "$1"
    case ${2:-} in
    hold) on_pi "$1" <"$here/on-pi/hold-apt-lock.sh" && fault "apt-lock-$1" hold ;;
    free) on_pi "$1" <<<'systemctl stop practice-apt-lock 2>/dev/null || :' && fault "apt-lock-$1" ;;
    *) die "apt-lock a|b hold|free" ;;
    esac
}

set_clock() {
    check_pi "$1"
    case ${2:-} in
    wrong) on_pi "$1" <<<'date -s "1 year ago" >/dev/null' && fault "clock-$1" wrong ;;
    right) on_pi "$1" <<<"date -s @$(date +%s) >/dev/null" && fault "clock-$1" ;;
    *) die "clock a|b wrong|right" ;;
    esac
}

# restore: what is in force now ends, what was in force at the snapshot begins again.
end_faults() {
    local home
    for home in a b; do set_wan "$home" ok; done
    set_duplicate off
    set_patch off
}
apply_state() {
    local home
    set_gre "$(state gre)"
    set_relay "$(state relay)"
    for home in a b; do
        [[ -z $(state "fault-wan-$home") ]] || set_wan "$home" "$(state "fault-wan-$home")"
        [[ -z $(state "fault-cable-$home") ]] || set_cable "$home" out
    done
    [[ -z $(state fault-duplicate) ]] || set_duplicate on "$(state fault-duplicate)"
    [[ -z $(state fault-patch) ]] || set_patch on
    [[ -z $(state fault-apt-server) ]] || set_archive "$(state fault-apt-server)"
}
