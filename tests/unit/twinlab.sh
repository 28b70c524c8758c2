#!/bin/sh
# shellcheck disable=SC2015,SC2016,SC2034,SC2046,SC2086,SC2154 # values that the test sets, and plain words
# twinlab.sh   Read by the rows of tst_tunnelguard_sh: two Pis with the product's own tunnel.sh, loop-watch.pl and filter, and what is around
# them, in network namespaces that end with the row.
#
#     router-a  pc-a        pia eth0                            pib eth0       pc-b  router-b
#         \       |         /    br_lan  gretap1 ---- gretap1  br_lan  \        |     /
#          [ homea ] (hub)                                              [ homeb ] (hub)
#                   ---- patch ----                 tailscale0 ---- tailscale0
#
# The tunnel is a pair of veth with one end in each Pi: kept under another name while it is "deleted" (not each kernel has GRE).
# $work, $root: a folder, the repository. $conf_a, $conf_b, $filter_a, $filter_b: as rendered.
set -u
# The places of the product's files, without touching this computer's own.
mkdir -p "$work/bin" "$work/etc/twinlan" && { cp -a /etc/. "$work/etc" 2>/dev/null || :; } && mount --bind "$work/etc" /etc &&
    mount -t tmpfs none /run && mkdir /run/twinlan || { echo "no mount namespace"; exit 1; }
export work
fail() { echo "not so: $*"; for p in a b; do echo "Pi $p: $(state $p)"; tail -n 5 "$work/log-$p"; done; exit 1; }
state() { cat "$work/$1/state" 2>/dev/null; }
says() { [ "$(state "$1")" = "$2" ]; }
both_say() { says a "$1" && says b "$1"; }
# A veth, unlike a GRE tunnel, has a carrier, and the kernel tells its bridge of it up to a second later: 11 of 20 frames were lost meanwhile.
both_join() { both_say joined && for p in a b; do [ "$(ip netns exec pi$p cat /sys/class/net/br_lan/brif/gretap1/state)" = 3 ] || return 1; done; }
until_ok() { # SECONDS COMMAND…
    tries=$(($1 * 5)); shift
    until "$@"; do tries=$((tries - 1)); [ $tries -gt 0 ] || return 1; sleep 0.2; done
}
must() { what=$1; shift; "$@" || fail "$what"; }

# Like ip, but for the tunnel.
cat >"$work/bin/ip" <<'END'
#!/bin/sh
real=/usr/sbin/ip; [ -x $real ] || real=/sbin/ip
case "$*" in
"link add gretap1 "*) exec $real link set parked name gretap1 ;;
"link del gretap1") $real link set gretap1 nomaster; $real link set gretap1 down; exec $real link set gretap1 name parked ;;
esac
exec $real "$@"
END
printf '#!/bin/sh\n' >"$work/bin/modprobe"
# A program in a Pi: PI COMMAND…   As a file, so that a shell in the background has the program's own process id.
cat >"$work/in_pi" <<'END'
#!/bin/sh
pi=$1; shift
exec ip netns exec "pi$pi" unshare -m sh -c 'mount --bind "$work/$0" /run/twinlan && mount --bind "$work/etc-$0" /etc/twinlan && PATH=$work/bin-$0:$work/bin:$PATH exec "$@"' "$pi" "$@"
END
chmod +x "$work/bin/ip" "$work/bin/modprobe" "$work/in_pi"

# COUNT broadcasts of DEV's own. They are counted by the kernel of the hub: in a storm nobody else keeps up.
cat >"$work/send.py" <<'END'
import socket, sys, time
dev, count = sys.argv[1], int(sys.argv[2])
s = socket.socket(socket.AF_PACKET, socket.SOCK_RAW)
s.bind((dev, 0))
mac = bytes.fromhex(open('/sys/class/net/%s/address' % dev).read().strip().replace(':', ''))
for n in range(count):
    s.send(b'\xff' * 6 + mac + b'\x08\x42' + n.to_bytes(46, 'big'))
    time.sleep(0.02)
END
watch() {
    ip netns exec hub nft -f - <<-END
		table bridge watch
		delete table bridge watch
		table bridge watch {
		    counter copies { }
		    counter extra { }
		    counter heard { }
		    chain out {
		        type filter hook postrouting priority 0; policy accept;
		        oifname "pca" ether saddr 02:00:00:00:0a:50 ether type 0x0842 counter name copies
		        oifname "pca" ether saddr { b8:27:eb:00:00:0a, b8:27:eb:00:00:0b } ether daddr & 01:00:00:00:00:00 != 00:00:00:00:00:00 counter name extra
		        oifname "pcb" ether saddr 02:00:00:00:0a:50 ether type 0x0842 counter name heard
		    }
		}
	END
}
seen() { set -- $(ip netns exec hub nft list counter bridge watch "$1"); while [ "$1" != packets ]; do shift; done; echo "$2"; }
# pc-a sends COUNT broadcasts; prints how many copies of them, and how many frames to everybody from the Pis, reach it in SECONDS, and in
# how many seconds indeed: a computer that is busy takes longer.
count() { # COUNT SECONDS
    watch
    began=$(cut -d. -f1 /proc/uptime)
    ip netns exec pca python3 "$work/send.py" eth0 "$1"
    sleep "$2"
    echo "$(seen copies) $(seen extra) $(($(cut -d. -f1 /proc/uptime) - began))"
}
crossed() { count 20 1 >/dev/null; seen heard; } # how many of 20 broadcasts of pc-a's reach pc-b
crosses() { arrived=$(crossed); [ "$arrived" = 20 ] || { echo "$arrived of 20 arrived"; false; }; }

for n in hub pia pib pca pcb routera routerb; do
    ip netns add $n && ip netns exec $n sh -c 'for f in default all; do echo 0 >/proc/sys/net/ipv6/conf/$f/router_solicitations; done 2>/dev/null; ip link set lo up'
done
hub() { ip -n hub "$@"; }
for home in homea homeb; do
    hub link add $home type bridge mcast_snooping 0 forward_delay 0
    hub link set $home addrgenmode none up
done
plug() { # NAMESPACE MAC HOME
    ip -n "$1" link add eth0 address "$2" type veth peer name "$1" netns hub
    ip -n "$1" link set eth0 up
    hub link set "$1" addrgenmode none master "$3" up
}
plug pia b8:27:eb:00:00:0a homea
plug pib b8:27:eb:00:00:0b homeb
plug pca 02:00:00:00:0a:50 homea
plug pcb 02:00:00:00:0b:50 homeb
plug routera 02:00:00:00:0a:01 homea
plug routerb 02:00:00:00:0b:01 homeb
hub link add patch0 type veth peer name patch1
hub link set patch0 addrgenmode none master homea
hub link set patch1 addrgenmode none master homeb up
ip -n routera addr add 192.168.1.1/24 dev eth0
ip -n routerb addr add 192.168.1.100/24 dev eth0
ip -n pia link add tailscale0 type veth peer name tailscale0 netns pib
ip -n pia link add parked type veth peer name parked netns pib
for p in a b; do
    case $p in a) mac=0a own=100.86.118.83 lan=192.168.1.10 router=192.168.1.1 ;; b) mac=0b own=100.92.41.28 lan=192.168.1.110 router=192.168.1.100 ;; esac
    pi=pi$p
    ip -n $pi link set parked addrgenmode none
    ip -n $pi link add br_lan address b8:27:eb:00:00:$mac type bridge mcast_snooping 0 forward_delay 0
    ip -n $pi link set eth0 addrgenmode none master br_lan
    ip -n $pi link set br_lan up
    ip -n $pi addr add $lan/24 dev br_lan
    ip -n $pi route add default via $router dev br_lan
    ip -n $pi link set tailscale0 addrgenmode none
    ip -n $pi link set tailscale0 up
    ip -n $pi addr add $own/32 dev tailscale0
    ip -n $pi route add 100.64.0.0/10 dev tailscale0 src $own
    mkdir -p "$work/$p" "$work/etc-$p" "$work/bin-$p"
    eval "cp \"\$conf_$p\" $work/etc-$p/tunnel.conf; cp \"\$filter_$p\" $work/etc-$p/filter.nft; cp \"\$filter_$p\" $work/etc-$p/filter.sh"; chmod +x "$work/etc-$p/filter.sh"
    : >"$work/log-$p"
done

guard_a='' guard_b=''
start() { # PI
    "$work/in_pi" "$1" sh "$root/resources/remote/tunnel.sh" run >>"$work/log-$1" 2>&1 & eval "guard_$1=\$!"
}
stop() { eval "kill \$guard_$1 && wait \$guard_$1" 2>/dev/null; "$work/in_pi" "$1" sh "$root/resources/remote/tunnel.sh" down; }
boot() { stop "$1"; ip netns exec "pi$1" nft flush ruleset; start "$1"; }
carry() { hub link set pib master "home$1"; gateway_of_b "${2:-}"; } # HOME [ROUTER]   Pi B's cable, and what its router then is
gateway_of_b() { [ -z "$1" ] || ip -n pib route replace default via "$1" dev br_lan; }
patch() { hub link set patch0 "$1"; } # up|down
sysctl_of() { ip netns exec "pi$1" sh -c 'echo $1 >/proc/sys/net/$0' "$2" "$3"; } # PI NAME VALUE
# The tunnels in the bridges, whatever anybody says: what a loop does where nobody guards.
unguarded() {
    for p in a b; do ip -n pi$p link set parked name gretap1; ip -n pi$p link set gretap1 master br_lan up; done
}
shut() { for p in a b; do ip -n pi$p link set gretap1 nomaster; done; }
