#!/usr/bin/env bash
# boots.sh BUILD_DIR [all|stale|sample|summary|today|OS:WHAT…]   Boots after the setup. Of joined homes both Pis meet the same at once and lose
# their power; each must answer on its LAN address within 180 s of the moment from which it can, and the homes be joined again with no
# ping lost.
#   OS    11 (dhcpcd and ifupdown), 12 (NetworkManager), 12-ifupdown (ifupdown alone), 13 (NetworkManager with netplan); Pi A has its
#         address by DHCP, Pi B a fixed one
#   WHAT  one of `boots` below; emptied and gone are boots each for every file of the setup, or for one: emptied:/etc/twinlan/tunnel.conf
#   stale    only those that were not yet good with the scripts of today
#   sample   one, another one each day, of the homes that the lab ring has joined (READY=1, LAB_OS)
#   summary  the table for tests/README.md
#   today    how many of its rows are of the scripts of today; runs nothing
# RECORD=1 puts the rows into tests/lab/boots.tsv in place of those boots' old ones: release, what, Pi, seconds until it answered and until
# the homes were joined, pings lost of 20, the boot guard's word, ok or FAILED, commit, day, and the checksum of the scripts on the Pis.
# shellcheck disable=SC2016 # for the shell over there
set -uo pipefail
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
build=$(cd "$1" && pwd)
shift
export TWINLAN_PRACTICE_ID=${TWINLAN_PRACTICE_ID:-b$$}
work=$(mktemp -d)
seen=$here/boots.tsv
finish() {
    [[ ${KEEP:-} == 1 ]] || "$root/app/practice/practice" down
    rm -rf "$work"
}
trap finish EXIT
# shellcheck source=tests/lab/lib.sh
. "$here/lib.sh"
# shellcheck source=tests/lab/matrix.sh
. "$here/matrix.sh"
# shellcheck source=tests/lab/netplan.sh
. "$here/netplan.sh"

releases=(11 12 12-ifupdown 13)
boots=(power reboot renamed late-card router-late no-cable disabled tunnel-disabled upgrade emptied gone)
header=$'release\twhat\tpi\tanswers_s\tjoined_s\tlost\tword\tverdict\tcommit\tday\tscripts'
declare -A scripts
for release in "${releases[@]}"; do scripts[$release]=$(scripts_of "$release"); done
known_good() { grep -qsP "^$1\t$2\t$3\t.*\tok\t.*\t${scripts[$1]}\$" "$seen"; } # RELEASE WHAT PI
wanted() { [[ ${stale:-} != 1 ]] || ! known_good "$1" "$2" a || ! known_good "$1" "$2" b; }

case ${1:-all} in
summary)
    trap - EXIT
    rm -rf "$work"
    echo '| System | What the boot meets | Boots | With today'"'"'s scripts | Answers after at most | Joined after at most | Pings lost | Not good |'
    echo '|---|---|---|---|---|---|---|---|'
    awk -F '\t' -v scripts="${scripts[*]}" 'NR > 1 {
        what = $2; sub(/:.*/, "", what); row = $1 " | " what
        if (!(row in run)) order[++rows] = row
        run[row]++; lost[row] += $6; today[row] += index(scripts, $11) > 0; bad[row] += $8 != "ok"
        if ($4 == "never") never[row] = 1; else if ($4 > most[row]) most[row] = $4
        if ($5 != "-" && $5 > joins[row]) joins[row] = $5
    } END {
        for (i = 1; i <= rows; i++) { r = order[i]
            printf "| %s | %d | %d | %s | %s | %d | %d |\n", r, run[r], today[r], (r in never ? "never" : most[r] " s"),
                (joins[r] == "" ? "–" : joins[r] " s"), lost[r], bad[r] }
    }' "$seen"
    exit 0
    ;;
today)
    trap - EXIT
    rm -rf "$work"
    say_today "$seen" boots "${scripts[@]}"
    exit 0
    ;;
sample)
    few=(disabled late-card no-cable emptied:/etc/twinlan/tunnel.conf renamed)
    set -- "${LAB_OS:-13}:${few[$((10#$(date +%j) % ${#few[@]}))]}"
    ;;
all | stale)
    [[ $1 != stale ]] || stale=1
    set --
    for release in "${releases[@]}"; do for what in "${boots[@]}"; do set -- "$@" "$release:$what"; done; done
    ;;
esac

services_of() { case $1 in 11) echo "networking dhcpcd" ;; 12-ifupdown) echo networking ;; *) echo NetworkManager ;; esac; } # RELEASE
# The change lies whole on the disk before the power is cut.
boot_meets() { # RELEASE PI WHAT
    case $3 in
    power | reboot) ;;
    # The kernel's name is eth0 again until udev renames the card.
    renamed) pi "$2" 'sudo sh -c "printf \"[Match]\nMACAddress=$(cat /sys/class/net/eth0/address)\n[Link]\nName=end0\n\" >/etc/systemd/network/10-end0.link; sync"' ;;
    late-card) pi "$2" 'sudo sh -s' <<-'EOF'
	device=$(basename "$(readlink -f /sys/class/net/eth0/device)")
	cat >/etc/systemd/system/lab-late-card.service <<-END
	[Unit]
	DefaultDependencies=no
	After=local-fs.target systemd-remount-fs.service
	Before=network-pre.target ifupdown-pre.service systemd-udev-trigger.service
	Wants=network-pre.target
	[Service]
	Type=oneshot
	RemainAfterExit=yes
	ExecStart=/bin/sh -c 'modprobe virtio_net; echo $device >/sys/bus/virtio/drivers/virtio_net/unbind && touch /run/lab-card-is-late; (sleep 20; echo $device >/sys/bus/virtio/drivers/virtio_net/bind) &'
	[Install]
	WantedBy=sysinit.target
	END
	systemctl -q enable lab-late-card.service; sync
	EOF
        ;;
    router-late) on "router-$2" ip link set lan down ;;
    no-cable) "$practice" cable "$2" out ;;
    disabled) pi "$2" "sudo sh -c 'systemctl disable $(services_of "$1"); sync'" ;;
    tunnel-disabled) pi "$2" "sudo sh -c 'systemctl disable twinlan-tunnel; sync'" ;;
    emptied:*) pi "$2" "sudo sh -c ': >${3#*:}; sync'" ;;
    gone:*) pi "$2" "sudo sh -c 'rm ${3#*:}; sync'" ;;
    upgrade) at_the_keyboard "$2" "apt-get -qq update && DEBIAN_FRONTEND=noninteractive apt-get -qq -y full-upgrade && sync" ;;
    *) return 1 ;;
    esac
}
# What kept the Pi from answering is over; with the rest it could from the start.
boot_can() { # WHAT
    local p
    case $1 in
    router-late) sleep "${ROUTER_LATE:-300}"; for p in a b; do on "router-$p" ip link set lan up; done ;;
    no-cable) sleep 60; for p in a b; do "$practice" cable $p in; done ;;
    esac
}
# A fault that did not happen is a failure.
did_happen() { # RELEASE PI WHAT
    case $3 in
    renamed) pi "$2" 'sudo journalctl -b -k --no-pager | grep -q "renamed from eth0"' ;;
    late-card) pi "$2" test -e /run/lab-card-is-late ;;
    upgrade) pi "$2" 'dpkg-query -W | grep -q practice' ;;
    *) [[ $(boot_of "$2") != "${boot_before[$2]}" ]] ;;
    esac
}
boot_of() { pi "$1" cat /proc/sys/kernel/random/boot_id; }
boot_word() { pi "$1" cat /run/twinlan-boot 2>/dev/null || echo none; }
declare -A boot_before
one_boot() { # RELEASE WHAT   of both Pis
    local release=$1 what=$2 p began joins='-' lost received verdict good=yes word row
    declare -A answers happened
    for p in a b; do
        boot_before[$p]=$(boot_of $p)
        boot_meets "$release" $p "$what" >"$work/meets" 2>&1 || { tail -n 3 "$work/meets"; echo "  the fault could not be made on Pi $p"; return 1; }
    done
    for p in a b; do if [[ $what == reboot ]]; then pi $p 'sudo systemctl --no-block reboot'; else "$practice" power $p cycle; fi; done
    boot_can "$what"
    began=$SECONDS
    [[ $what != reboot ]] || sleep 5
    answers_from a $began >"$work/a" & local first=$!
    answers_from b $began >"$work/b"
    wait $first
    for p in a b; do
        answers[$p]=$(<"$work/$p")
        happened[$p]=no
        ! until_ok 20 did_happen "$release" $p "$what" || happened[$p]=yes
    done
    lost=-
    if [[ $what != tunnel-disabled ]]; then
        ! until_ok "$patience" joined || joins=$((SECONDS - began))
        received=$(on pc-a ping -n -q -c 20 -i 0.3 -W 3 "$pc_b" | sed -n 's/.* \([0-9]*\) received.*/\1/p')
        lost=$((20 - ${received:-0})) # ping without a way there counts nothing
    fi
    for p in a b; do
        word=$(boot_word $p) verdict=FAILED
        ! in_time "${answers[$p]}" || [[ ${happened[$p]} == no ]] || [[ $what != tunnel-disabled && ( $joins == - || $lost != 0 ) ]] || verdict=ok
        [[ $verdict == ok ]] || good=no
        [[ ${happened[$p]} == yes ]] || echo "  the fault did not happen on Pi $p"
        row=$(printf '%s\t' "$release" "$what" $p "${answers[$p]}" "$joins" "$lost" "$word" $verdict "$commit" "$(date +%F)")${scripts[$release]}
        echo "$row"
        record_in "$seen" "$header" "$row"
    done
    [[ $good == yes ]] && return
    for p in a b; do echo "  Pi $p:"; timeout 60 "$practice" pi $p 'cat /run/twinlan/state; ip -br addr; journalctl -b -u twinlan-boot -u twinlan-tunnel -u dhcpcd -u networking -u NetworkManager -n 25 --no-pager -o short-monotonic' 2>&1 | sed 's/^/      /'; done
    return 1
}
# Between two boots what a boot met is over; where nothing is left of it the same Pis go on.
goes_on() { case $1 in power | reboot | router-late | no-cable | emptied:* | gone:*) true ;; *) false ;; esac; }

fixed_address_for_b() { # RELEASE
    case $1 in
    11) pi b "sudo sh -c 'printf \"interface eth0\nstatic ip_address=$lan_b/24\nstatic routers=192.168.1.100\nstatic domain_name_servers=192.168.1.100\n\" >>/etc/dhcpcd.conf; systemctl restart dhcpcd'" ;;
    12-ifupdown)
        pi b "sudo sed -i 's,^iface eth0 inet dhcp,iface eth0 inet static\\n    address $lan_b/24\\n    gateway 192.168.1.100,' /etc/network/interfaces && sync" &&
            "$practice" power b cycle && "$practice" wait-ssh b 180
        ;;
    12) at_the_keyboard b "nmcli connection modify 'Wired connection 1' ipv4.method manual ipv4.addresses $lan_b/24 ipv4.gateway 192.168.1.100 ipv4.dns 192.168.1.100 && nmcli connection up 'Wired connection 1'" ;;
    13)
        pi b "sudo sh -c 'cat >/etc/netplan/60-own.yaml && chmod 600 /etc/netplan/60-own.yaml'" <<-END
		network:
		  version: 2
		  renderer: NetworkManager
		  ethernets:
		    eth0:
		      dhcp4: false
		      addresses: [$lan_b/24]
		      routes: [{ to: default, via: 192.168.1.100 }]
		      nameservers: { addresses: [192.168.1.100] }
	END
        at_the_keyboard b 'netplan apply'
        ;;
    esac
}
homes_joined() { # RELEASE
    if [[ ${READY:-} == 1 ]]; then read_status && make_plan && until_ok 90 joined && "$practice" snapshot joined; return; fi
    "$practice" up --os "$1" && read_status && make_plan &&
        { login_pi_a || { echo "Pi A does not log in to Tailscale"; return 1; }; } &&
        fixed_address_for_b "$1" && until_ok 60 pi b true && twinlan apply --accept-new-host-key && until_ok 60 joined &&
        pi b "ip -4 -o addr show dev br_lan | grep -q 'inet $lan_b/24.*valid_lft forever'" && "$practice" snapshot joined
}
files_of_setup() { pi a 'sudo cat /var/lib/twinlan/kept/manifest' | cut -d ' ' -f 3-; }

run=0 bad=0
release='' fresh=yes
for boot in "$@"; do
    [[ ${boot%%:*} == "$release" ]] || {
        [[ -z $release ]] || "$practice" down
        release=${boot%%:*} fresh=yes
        homes_joined "$release" || { echo "the homes of $release are not joined"; bad=$((bad + 1)); release=''; continue; }
    }
    what=${boot#*:}
    whats=("$what")
    case $what in emptied | gone)
        mapfile -t whats < <(files_of_setup | sed "s/^/$what:/")
        ((${#whats[@]})) || { echo "no file of the setup on $release"; bad=$((bad + 1)); }
        ;;
    esac
    for what in "${whats[@]}"; do
        wanted "$release" "$what" || continue
        [[ $fresh == yes ]] || "$practice" restore joined || { bad=$((bad + 1)); continue; }
        echo "-- $release:$what"
        run=$((run + 1)) fresh=no
        if ! one_boot "$release" "$what"; then bad=$((bad + 1)); elif goes_on "$what"; then fresh=yes; fi
    done
done
[[ ${READY:-} != 1 || $fresh == yes ]] || "$practice" restore joined || bad=$((bad + 1))
echo "$run boots of two Pis, $bad failed"
((run > 0 && bad == 0))
