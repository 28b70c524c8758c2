# shellcheck shell=bash disable=SC2034,SC2154 # the parts share names: see `practice`, which reads them all
# The virtual Raspberry Pis, and the only way to them: SSH over the LAN, from the PC of the home they are in.

declare -A pi_mac=([a]=b8:27:eb:00:00:01 [b]=b8:27:eb:00:00:02)
home_of() { local home && home=$(state "home-$1") && echo "${home:-$1}"; }
os_of() { state "os-$1"; }
image_of() { echo "${images[$(os_of "$1")]}"; }
check_pi() { [[ ${1:-} == [ab] ]] || die "Say which Pi: a or b."; }

# KVM is offered in many places where it does not run a guest. Only a kernel that reached its first program proves it.
find_accelerator() { # IMAGE
    local known=$cache/accelerator boot
    boot=$(cat /proc/sys/kernel/random/boot_id)
    case ${TWINLAN_ACCEL:-} in
    kvm | tcg)
        accel=$TWINLAN_ACCEL
        return
        ;;
    '') ;;
    *) die "TWINLAN_ACCEL is kvm or tcg, not \"$TWINLAN_ACCEL\"." ;;
    esac
    if ! grep -qs "^$boot " "$known"; then
        accel=tcg
        if [[ -w /dev/kvm ]] && timeout 10 qemu-system-x86_64 -accel kvm -cpu max -m 256 -display none -nodefaults -no-user-config -no-reboot \
            -serial stdio -kernel "$1/vmlinuz" -initrd "$1/initrd" -append "console=ttyS0 rdinit=/bin/true panic=-1 mitigations=off" \
            </dev/null 2>/dev/null 9>&- | grep -q 'Run /bin/true as init'; then
            accel=kvm
        fi
        echo "$boot $accel" >"$known"
    fi
    accel=$(cut -d' ' -f2 "$known")
}

# start_pi a|b [SNAPSHOT]
start_pi() {
    local pi=$1 home image number machine=$accel cpu=max kernel='' given_up=$((SECONDS + 120))
    home=$(home_of "$pi") image=$(image_of "$pi")
    number=$([[ $pi == a ]] && echo 1 || echo 2)
    rm -f "$run/qmp-$pi"
    # Two cores: every Raspberry Pi since the second has four, and what dhcpcd and tailscaled do at a switch must not keep sshd waiting
    # in practice where it does not in a real home. Emulated, they share one thread: with a thread each, QEMU 7.2 now and then goes on with
    # a breakpoint that the kernel had set on one core, patching itself, and taken away since; the other core then spins on it for ever.
    # Translated code is found again by its address: where each program start has other ones, all of it is translated anew. And each
    # copy to or from a program opens and closes SMAP, which ends a block of it. Without these guards against attackers, who do not
    # come here, the same work takes half of the time.
    [[ $accel != tcg ]] || machine=tcg,tb-size=256,thread=single cpu=max,-smap,-smep,-umip,-pku,-la57 kernel=norandmaps
    start_daemon "pi-$pi" ip netns exec "$(ns "switch-$home")" qemu-system-x86_64 -name "pi-$pi" -accel "$machine" -cpu "$cpu" -m 512 -smp 2 \
        -display none -nodefaults -no-user-config -rtc base=utc,clock=host -uuid "00000000-0000-4000-8000-00000000000$number" \
        -kernel "$image/vmlinuz" -initrd "$image/initrd" \
        -append "console=ttyS0 root=/dev/vda rw net.ifnames=0 mitigations=off panic=10 $kernel practice.name=pi-$pi" \
        -drive "file=$(disk_of "$pi"),if=none,id=disk,cache=writeback" -device virtio-blk-pci,drive=disk \
        -netdev "tap,id=cable,ifname=pi-$pi,script=no,downscript=no" -device "virtio-net-pci,id=eth0,netdev=cable,mac=${pi_mac[$pi]},romfile=" \
        -chardev "file,id=console,path=$run/console-$pi.log,append=on" -serial chardev:console \
        -qmp "unix:$run/qmp-$pi,server=on,wait=off" ${2:+-loadvm "$2"}
    # QEMU opens its socket before the disk, and answers when it has everything.
    until qemu_answers "$pi"; do
        if ((SECONDS > given_up)) || ! daemon_pid "pi-$pi" >/dev/null; then tail -n 3 "$run/pi-$pi.log" >&2 && return 1; fi
        sleep 0.1
    done
}
qemu_answers() { echo '{"execute": "qmp_capabilities"}' | timeout 10 socat -t 0.5 - "UNIX-CONNECT:$run/qmp-$1" 2>/dev/null | grep -q '"return"'; }
kill_pi() { stop_daemon "pi-$1" KILL; }
# One card for each release: a snapshot lies on the card that was in then.
disk_of() { echo "$run/pi-$1-$(os_of "$1").qcow2"; }
new_disk() { rm -f "$(disk_of "$1")" && qemu-img create -q -f qcow2 -b "$(image_of "$1")/pi.ext4" -F raw "$(disk_of "$1")"; }

# monitor a|b COMMAND: a line for QEMU's monitor. Prints what it answers; any answer to these commands is a complaint.
monitor() {
    local pi=$1 line answer status=1
    coproc QMP { exec socat - "UNIX-CONNECT:$run/qmp-$pi" 2>/dev/null; }
    # shellcheck disable=SC2154
    local child=$QMP_PID
    # shellcheck disable=SC2016
    jq -cn --arg c "$2" '{execute: "qmp_capabilities"}, {execute: "human-monitor-command", id: 1, arguments: {"command-line": $c}}' >&"${QMP[1]}"
    while IFS= read -r -t 120 line <&"${QMP[0]}"; do
        if [[ $line == *'"id": 1'* ]]; then
            answer=$(jq -r '.return // .error.desc' <<<"$line")
            [[ -z $answer ]] && status=0 || printf '%s\n' "$answer"
            break
        fi
    done
    kill "$child" 2>/dev/null
    wait "$child" 2>/dev/null
    return "$status"
}

# The address in the router's lease list, the latest one: a bridge made by hand has a MAC of its own. The last one known if it is no
# longer there.
pi_address() {
    local address
    address=$(awk -v mac="${pi_mac[$1]}" -v name="pi-$1" '($2 == mac || $4 == name) && $3 ~ /[.]/ && $1 > latest { latest = $1; address = $3 } END { print address }' \
        "$run/leases-$(home_of "$1")" 2>/dev/null)
    [[ -z $address ]] || state "address-$1" "$address"
    state "address-$1"
}

# ssh_pi a|b [COMMAND…]
ssh_pi() {
    local pi=$1 address
    shift
    address=$(pi_address "$pi")
    [[ -n $address ]] || return 255
    SSHPASS=$pi_password within "pc-$(home_of "$pi")" sshpass -e ssh -F none -o StrictHostKeyChecking=no -o UserKnownHostsFile=/dev/null \
        -o LogLevel=ERROR -o ConnectTimeout="${ssh_timeout:-10}" -o PubkeyAuthentication=no -o KexAlgorithms=curve25519-sha256 -o ServerAliveInterval=5 -o ServerAliveCountMax=6 \
        "$lab_user@$address" "$@" 9>&-
}
ssh_answers() { ssh_timeout=8 ssh_pi "$1" true </dev/null >/dev/null 2>&1; }
wait_ssh() { wait_until "$2" ssh_answers "$1"; }
