#!/bin/sh
# guard.sh   Read by tunnel.sh: the signs by which it knows whether the two Pis, or their two homes, are one LAN without the tunnel, and
# what the Pis tell each other. No sign is enough by itself: a Pi may be set to answer no ARP (arp_ignore), or have no IPv6; a switch
# may keep its ports from each other. One is enough to stay apart.
#   answer   the other Pi answers our ARP question for its 100.x address
#   asked    its own question for ours comes in by the LAN card: it was sent as it is and needs nobody's answer
#   beacon   so does its ping to a group of IPv6 that nobody is in; the question and the ping never pass the tunnel
#   peer     so does anything with the MAC of its bridge. Not while the tunnel is in the bridge: then it may have come by that and back
# By ping over Tailscale, where all that counts is in the pattern, each tells the other whether it is ready, and which router it has: the
# one with the address of ours but another MAC is a second router of that address; with the same MAC both Pis are behind the same one,
# also when its ports are kept from each other. So no program has to listen, and what was noted at the setup does not count: Pis are
# carried, routers are exchanged.
# The kernel counts the signs in tables of their own. There it also takes the worst out of a loop before the next look: what comes by
# the LAN card does not come in by the tunnel as well, nor does anything of our own come back.
# shellcheck shell=sh disable=SC2034,SC2154 # variables of tunnel.sh's, and by eval
here_for=5s # longer than a frame takes through the tunnel; a phone that changes homes is not heard across for so long
group=ff12::7477:6c61
group_mac=33:33:74:77:6c:61
mark=74776c31 # so that other pings of the other Pi's tell nothing
gateway='' gateway_hex=00000000 gateway_mac='' told_gateway=none

seconds() { read -r clock _ < /proc/uptime; clock=${clock%.*}; }

guard_rules() {
    hex_address "$REMOTE"; theirs=$hex
    hex_address "$LOCAL"
    cat <<-END
		table bridge twinlan_guard
		delete table bridge twinlan_guard
		table bridge twinlan_guard {
		    counter peer { }
		    counter asked { }
		    counter beacon { }
		    set here { type ether_addr; size 4096; flags dynamic,timeout; timeout $here_for; }
		    chain arriving {
		        type filter hook prerouting priority -310; policy accept;
		        iifname "$TUNNEL" ether daddr $group_mac drop
		        iifname "$TUNNEL" ether saddr $MAC drop
		        iifname "$TUNNEL" ether saddr @here drop
		        iifname != "$PORT" accept
		        ether saddr $MAC drop
		        ether saddr $PEER_MAC counter name peer
		        ether daddr $group_mac counter name beacon
		        meta protocol arp @nh,192,32 0x$hex counter name asked
		        update @here { ether saddr }
		    }
		    chain leaving {
		        type filter hook postrouting priority 310; policy accept;
		        oifname "$TUNNEL" ether daddr $group_mac drop
		        oifname "$TUNNEL" meta protocol arp @nh,192,32 { 0x$hex, 0x$theirs } drop
		    }
		}
	END
}
hello_rules() {
    cat <<-END
		table inet twinlan_guard
		delete table inet twinlan_guard
		table inet twinlan_guard {
		    counter heard { }
		    counter ready { }
		    counter one_lan { }
		    counter one_address { }
		    counter gateway_none { }
		    counter gateway_same { }
		    counter gateway_other { }
		    counter gateway_maybe { }
		    chain arriving {
		        type filter hook prerouting priority -310; policy accept;
		        iifname "tailscale0" ip saddr $REMOTE icmp type echo-request @th,192,32 0x$mark goto told
		    }
		    chain told {
		        counter name heard
		        @th,304,8 1 counter name ready
		        @th,304,8 2 counter name one_lan
		        @th,304,8 3 counter name one_address
		        @th,224,32 0 counter name gateway_none
	END
    same="@th,224,32 0x$gateway_hex"
    if [ -n "$gateway_mac" ]; then
        echo "$same @th,256,48 0x$gateway_mac counter name gateway_same"
        echo "$same @th,256,48 0 counter name gateway_maybe"
        echo "$same @th,256,48 != 0x$gateway_mac @th,256,48 != 0 counter name gateway_other"
    elif [ -n "$gateway" ]; then
        echo "$same counter name gateway_maybe"
    fi
    echo '}'; echo '}'
}
hex_address() { # 192.168.1.1 -> hex=c0a80101
    rest=$1.
    set --
    while [ -n "$rest" ]; do set -- "$@" "${rest%%.*}"; rest=${rest#*.}; done
    hex=$(printf '%02x%02x%02x%02x' "$@")
}

load_guard() {
    case $FILTER in
    nftables) guard_rules | nft -f - ;;
    *) load_frame_chain ;;
    esac || return 1
    n_peer=0 n_asked=0 n_beacon=0
    load_hello
}
load_hello() {
    case $FILTER in
    nftables) hello_rules | nft -f - ;;
    *) load_hello_chain ;;
    esac || return 1
    told_gateway="$gateway $gateway_mac"
    n_heard=0 n_ready=0 n_one_lan=0 n_one_address=0 n_gateway_none=0 n_gateway_same=0 n_gateway_other=0 n_gateway_maybe=0 n_gateway_any=0
}
unload_guard() {
    case $FILTER in
    nftables) nft 'delete table bridge twinlan_guard; delete table inet twinlan_guard' ;;
    *) unload_chains ;;
    esac 2>/dev/null
}

# The same for ebtables and iptables, of which neither can remember who was heard: there the filter's limit alone holds a loop down.
eb() { ebtables --concurrent -t nat "$@"; }
mangle() { iptables -w -t mangle "$@"; }
load_frame_chain() {
    unload_chains 2>/dev/null
    eb -N TWINGUARD -P RETURN && eb -A TWINGUARD -i "$TUNNEL" -d $group_mac -j DROP && eb -A TWINGUARD -s "$MAC" -j DROP &&
        eb -A TWINGUARD -i "$PORT" -s "$PEER_MAC" -j CONTINUE && eb -A TWINGUARD -i "$PORT" -d $group_mac -j CONTINUE &&
        eb -A TWINGUARD -i "$PORT" -p ARP --arp-ip-dst "$LOCAL" -j CONTINUE && eb -I PREROUTING -j TWINGUARD &&
        eb -I POSTROUTING -o "$TUNNEL" -d $group_mac -j DROP
}
hello_line() { # NAME MATCH   32-bit words behind the IP header: 24 the mark, 28 the address, 32 and 36 the MAC, our word
    mangle -A TWINGUARD -i tailscale0 -s "$REMOTE" -p icmp --icmp-type echo-request -m u32 --u32 "0>>22&0x3C@24=0x$mark$2" -m comment --comment "$1"
}
load_hello_chain() {
    mangle -N TWINGUARD 2>/dev/null && mangle -I PREROUTING -j TWINGUARD
    mangle -F TWINGUARD && hello_line heard '' || return 1
    at='&&0>>22&0x3C@'
    hello_line ready "${at}36>>8&0xFF=1" && hello_line one_lan "${at}36>>8&0xFF=2" && hello_line one_address "${at}36>>8&0xFF=3" &&
        hello_line gateway_none "${at}28=0" || return 1
    same="${at}28=0x$gateway_hex"
    if [ -n "$gateway_mac" ]; then
        first=${gateway_mac%????} last=${gateway_mac#????????}
        hello_line gateway_same "$same${at}32=0x$first${at}36>>16=0x$last" && hello_line gateway_maybe "$same${at}32=0${at}36>>16=0" &&
            hello_line gateway_any "$same"
    elif [ -n "$gateway" ]; then hello_line gateway_maybe "$same"; fi
}
unload_chains() {
    eb -D PREROUTING -j TWINGUARD; eb -D POSTROUTING -o "$TUNNEL" -d $group_mac -j DROP; eb -F TWINGUARD; eb -X TWINGUARD
    mangle -D PREROUTING -j TWINGUARD; mangle -F TWINGUARD; mangle -X TWINGUARD
}

# What has been counted since the last time, as d_NAME. 1: the tables are not there (any more).
read_signs() {
    d_peer=0 d_asked=0 d_beacon=0 d_heard=0 d_ready=0 d_one_lan=0 d_one_address=0 d_gateway_none=0 d_gateway_same=0 d_gateway_other=0 d_gateway_maybe=0
    case $FILTER in
    nftables)
        # shellcheck disable=SC2046
        set -- $(nft 'list counters table bridge twinlan_guard; list counters table inet twinlan_guard' 2>/dev/null)
        [ $# -gt 0 ] || return 1
        while [ $# -ge 5 ]; do # counter NAME { packets N bytes N }
            if [ "$1 $3 $4" = 'counter { packets' ]; then counted "$2" "$5"; shift 4; fi
            shift
        done
        ;;
    *)
        # shellcheck disable=SC2046
        set -- $(eb -L TWINGUARD --Lc 2>/dev/null; mangle -v -S TWINGUARD 2>/dev/null)
        [ $# -gt 0 ] || return 1
        names='- - peer beacon asked ' name=''
        while [ $# -ge 3 ]; do # "pcnt = N", a rule each; "--comment NAME … -c N BYTES"
            case $1 in
            pcnt) name=${names%% *} names=${names#* }; [ "$name" = - ] || counted "$name" "$3" ;;
            --comment) name=$2; [ "${2#\"}" = "$2" ] || { name=${2#\"}; name=${name%\"}; } ;;
            -c) [ -z "$name" ] || counted "$name" "$2"; name='' ;;
            esac
            shift
        done
        d_gateway_other=$((${d_gateway_any:-0} - d_gateway_same - d_gateway_maybe)); d_gateway_any=0
        [ $d_gateway_other -ge 0 ] || d_gateway_other=0
        ;;
    esac
}
counted() { eval "d_$1=\$((\$2 - n_$1)) n_$1=\$2"; }

# Which router this Pi has now. One whose MAC is not fresh is asked, and known the next time.
find_gateway() {
    known=$gateway gateway=''
    # shellcheck disable=SC2046
    set -- $(ip -4 route show default dev "$BRIDGE" 2>/dev/null)
    [ "${2:-}" != via ] || gateway=$3
    if [ -z "$gateway" ]; then gateway_hex=00000000 gateway_mac=''; return 0; fi
    if [ "$gateway" != "$known" ]; then hex_address "$gateway"; gateway_hex=$hex gateway_mac=''; fi
    # shellcheck disable=SC2046
    set -- $(ip -4 neigh show "$gateway" dev "$BRIDGE" 2>/dev/null)
    if [ "${2:-}" = lladdr ]; then
        rest=$3: gateway_mac=''
        while [ -n "$rest" ]; do gateway_mac=$gateway_mac${rest%%:*}; rest=${rest#*:}; done
    fi
    case $* in *REACHABLE* | *PERMANENT*) ;; *) ping -n -q -c 1 -W 1 -I "$BRIDGE" "$gateway" >/dev/null 2>&1 & ;; esac
}

# While the homes were joined, the other home's router may have answered for the address of ours.
forget_gateway() {
    [ -z "$gateway" ] || ip -4 neigh del "$gateway" dev "$BRIDGE" 2>/dev/null
    gateway_mac=''
}

# 0: the other Pi answers on our own LAN.  1: nobody answers.  2: cannot ask. One second when nobody answers.
peer_on_lan() {
    arping -q -D -c 1 -w 1 -I "$BRIDGE" "$REMOTE" >/dev/null 2>&1
    case $? in 0) return 1 ;; 1) return 0 ;; *) return 2 ;; esac
}
send_beacon() { ping -6 -n -q -c 1 -W 1 -I "$BRIDGE" $group >/dev/null 2>&1 & }
# WORD: 1 ready, 2 both in one LAN, 3 two routers of one address, 0 neither
hello() {
    ping -n -q -c 1 -W 2 -I tailscale0 -p "$mark$gateway_hex${gateway_mac:-000000000000}0${1}01" "$REMOTE" >/dev/null 2>&1
}
