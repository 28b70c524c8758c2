# shellcheck shell=bash disable=SC2154,SC2016,SC1010
# Taking it all back: with the packages, without the other Pi, and from the Pi alone. These stand on the homes that case_apt_locked has
# set up with packages from apt: an apply less for each costs the ring a minute less.

keep_manifests() { local p; for p in "$@"; do pi "$p" 'sudo cp /var/lib/twinlan/original/manifest /tmp/manifest && test -s /tmp/manifest' || return 1; done; }

# Pi A loses its power in the switch and is as before by itself; then the next run finishes the job, and undo takes it back.
loses_its_power_in_the_switch() { # AS_BEFORE ARGUMENT…   the case's own judgement
    local began
    must "meeting both" eval 'twinlan check --accept-new-host-key || (($? == 3))'
    start_apply
    must "the switch began" until_reached switch-over a
    began=$SECONDS
    "$practice" power a cycle
    must "Pi A answers" until_ok 180 pi a true
    measured "power cut in the switch: Pi A answers after $((SECONDS - began)) s"
    wait "$applying"
    must "a list of what was there" keep_manifests a
    "$@"
    must "the next run finishes the job" twinlan apply
    must "joined" until_ok 60 joined
    must "undo" twinlan undo
    "$@"
}

packages_are_gone() { pi "$1" '! dpkg-query -W -f "\${db:Status-Status}\n" bridge-utils ebtables 2>/dev/null | grep -q "^installed"'; }
is_as_before() { # PI
    must "Pi $1 answers on its address" until_ok 60 pi "$1" true
    must "Pi $1's files are byte for byte as before" equal "$(manifest_differences "$1" /tmp/manifest)" ""
    must "Pi $1 has no module loaded that it had not" equal "$(modules_left "$1")" ""
    must "Pi $1 has no bridge" pi "$1" 'test ! -e /sys/class/net/br_lan && ip -4 addr show dev eth0 | grep -q 192.168.1.'
}

modules_left() { # PI   loaded now, although they were not before the first setup
    pi "$1" 'sudo sh -s' <<-'EOF'
	while read -r kind name state; do
	    if [ "$kind $state" = "module absent" ] && [ -d "/sys/module/$name" ]; then echo "$name"; fi
	done </tmp/manifest
	EOF
}

case_remove_takes_the_packages_too() {
    must "joined" until_ok 30 joined
    must "a list of what was there" keep_manifests a b
    must "a snapshot" "$practice" snapshot joined
    must "bridge-utils is there" pi a 'dpkg-query -W bridge-utils'
    must "undo, packages too" twinlan undo --remove-packages
    is_as_before a; is_as_before b
    must "the packages are gone from Pi A" packages_are_gone a
    must "and from Pi B" packages_are_gone b
    packages_of_a >"$work/packages-after"
    must "Pi A has the packages that it had, and no other" diff "$work/packages-before" "$work/packages-after"
}

case_remove_without_the_other_pi() {
    must "joined again" "$practice" restore joined || return 1 # the Pis of the case before
    "$practice" power b off
    must "Pi A is put back alone" twinlan undo --pi-b-gone
    is_as_before a
    "$practice" power b on
    must "Pi B boots" "$practice" wait-ssh b "$boot"
    must "its list is there" keep_manifests b
    must "on Pi B alone, by the one command of the README" pi b 'sudo /usr/local/lib/twinlan/rollback.sh remove packages'
    is_as_before b
    must "with its packages" packages_are_gone b
}
