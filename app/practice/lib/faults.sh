# shellcheck shell=bash
# What goes wrong in real homes, on purpose.

fault() { # fault NAME [VALUE]: remembers it; without a value it is over
    if [[ -n ${2:-} ]]; then state "fault-$1" "$2"; else rm -f "$run/state/fault-$1"; fi
}

# relay only: no UDP between the homes, as behind two carrier-grade NATs; the relay itself is TCP and STUN answers still.
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

power() {
    check_pi "${1:-}"
    case ${2:-} in
    off | cycle) kill_pi "$1" ;;&
    on | cycle)
        [[ $(power_of "$1") == on ]] || { accel=$(state accel) && start_pi "$1"; } || die "Pi $1 does not start."
        ;;
    off) ;;
    *) die "power a|b off|on|cycle." ;;
    esac
}

# place_pi: the tap of a Pi belongs to the switch of the home it is in.
place_pi() { :; }
end_faults() { :; }
apply_state() {
    set_gre "$(state gre)"
    set_relay "$(state relay)"
}
