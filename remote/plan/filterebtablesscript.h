// SPDX-License-Identifier: GPL-3.0-or-later
// The script around the rules of filterebtables.cpp, in three pieces: between them stand the plan's names, and the rules. Nothing in it
// comes from the plan. Private to remote/plan.
#pragma once

namespace twinlan::filterscript {

inline constexpr const char *head = R"sh(#!/bin/sh
# filter.sh start|stop|check   What may not pass the TwinLAN tunnel between the homes: ebtables and iptables.
# Made by the TwinLAN wizard; changes here are lost. Exit: 0 done, or all is there; 1 not.
# All is in chains named TWINLAN-*, so a second start doubles nothing. Counters: ebtables -L --Lc; iptables -t mangle -nvL
#
# Three hooks, not FORWARD alone: INPUT and OUTPUT are the frames for and from this Pi itself.
# ebtables sees nothing behind an 802.1Q tag, so iptables judges what is there (bridge-nf-filter-vlan-tagged); two tags do not pass.
set -u
)sh";

inline constexpr const char *middle = R"sh(
eb() { ebtables --concurrent "$@"; }
fail() { echo "filter.sh: $*" >&2; exit 1; }

# Wherever frames of the tunnel pass:  each_frame_hook FUNCTION JUMP-IN JUMP-OUT JUMP-OWN
each_frame_hook() {
    "$1" INPUT -i "$tunnel" -j "$2" && "$1" FORWARD -i "$tunnel" -j "$2" &&
        "$1" FORWARD -o "$tunnel" -j "$3" && "$1" OUTPUT -o "$tunnel" -j "$4"
}
hook_frame() { eb -I "$@"; }
unhook_frame() { while eb -D "$@" 2>/dev/null; do :; done; }

# In mangle: raw would see what is bridged for others, and in filter Tailscale's ACCEPT comes first.
each_packet_hook() {
    for program in iptables ip6tables; do
        "$1" $program PREROUTING -m physdev --physdev-in "$tunnel" -j TWINLAN-IN &&
            "$1" $program POSTROUTING -m physdev --physdev-is-bridged --physdev-out "$tunnel" -j TWINLAN-OUT &&
            "$1" $program POSTROUTING -o "$bridge" -m physdev ! --physdev-is-bridged -j TWINLAN-OWN || return 1
    done
    "$1" iptables INPUT -j TWINLAN-VPN-IN && "$1" iptables OUTPUT -j TWINLAN-VPN-OUT
}
hook_packet() {
    program=$1
    shift
    "$program" -w -t mangle -C "$@" >/dev/null 2>&1 || "$program" -w -t mangle -I "$@"
}
unhook_packet() {
    program=$1
    shift
    while "$program" -w -t mangle -D "$@" 2>/dev/null; do :; done
}

remove_frame_chains() {
    each_frame_hook unhook_frame TWINLAN-IN TWINLAN-OUT TWINLAN-OWN-OUT
    for chain in TWINLAN-OWN-OUT TWINLAN-IN TWINLAN-OUT TWINLAN-TYPES-IN TWINLAN-TYPES-OUT; do
        if eb -F $chain 2>/dev/null; then eb -X $chain; fi
    done
}
)sh";

inline constexpr const char *tail = R"sh(
start() {
    for f in call-iptables call-ip6tables filter-vlan-tagged; do # else they see no bridged frame at all, or no tagged one
        echo 1 2>/dev/null > "/proc/sys/net/bridge/bridge-nf-$f" || fail "br_netfilter is not loaded"
    done
    # iptables-restore puts each table in place in one go.
    { packet_rules4 && packet_rules6; } || fail "iptables refuses the rules"
    each_packet_hook hook_packet || fail "iptables refuses the hooks"
    # ebtables cannot: while its chains are made anew, the door is shut, and it stays shut if that fails.
    each_frame_hook hook_frame DROP DROP DROP || fail "ebtables refuses everything"
    remove_frame_chains
    frame_rules || fail "ebtables refuses the rules"
    each_frame_hook hook_frame TWINLAN-IN TWINLAN-OUT TWINLAN-OWN-OUT || fail "ebtables refuses the hooks"
    each_frame_hook unhook_frame DROP DROP DROP
}

stop() {
    echo 0 2>/dev/null > /proc/sys/net/bridge/bridge-nf-filter-vlan-tagged # as the kernel has it; nobody else asks for it
    each_frame_hook unhook_frame DROP DROP DROP
    remove_frame_chains
    each_packet_hook unhook_packet
    for program in iptables ip6tables; do
        for chain in TWINLAN-IN TWINLAN-OUT TWINLAN-OWN TWINLAN-VPN-IN TWINLAN-VPN-OUT; do
            if "$program" -w -t mangle -F $chain 2>/dev/null; then "$program" -w -t mangle -X $chain; fi
        done
    done
}

# The hooks are set last, so where they are, the chains are complete. Few processes: the guard asks every second.
check() {
    for f in call-iptables call-ip6tables filter-vlan-tagged; do
        call=''
        # read's own answer is no use: the kernel gives the digit without its newline to a shell that reads byte by byte.
        read -r call < "/proc/sys/net/bridge/bridge-nf-$f"
        [ "$call" = 1 ] || return 1
    done 2>/dev/null
    frames=$(eb -L) || return 1
    packets4=$(iptables -w -t mangle -S) || return 1
    packets6=$(ip6tables -w -t mangle -S) || return 1
    [ "$(echo "$frames" | grep -c -e '-j TWINLAN-')" = 7 ] || return 1
    [ "$(echo "$packets4" | grep -c -e '-j TWINLAN-')" = 5 ] || return 1
    [ "$(echo "$packets6" | grep -c -e '-j TWINLAN-')" = 3 ] || return 1
    ! echo "$frames" | grep -q -e "^-[io] $tunnel -j DROP *\$"
}

case ${1:-} in
start) start ;;
stop) stop ;;
check) check ;;
*) echo "usage: filter.sh start|stop|check" >&2; exit 2 ;;
esac
)sh";

} // namespace twinlan::filterscript
