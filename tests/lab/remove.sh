# shellcheck shell=bash disable=SC2154,SC2016,SC1010
# Taking it all back: with the packages, without the other Pi, and from the Pi alone.

keep_manifests() { local p; for p in "$@"; do pi "$p" 'sudo cp /var/lib/twinlan/original/manifest /tmp/manifest && test -s /tmp/manifest' || return 1; done; }
packages_are_gone() { pi "$1" '! dpkg-query -W -f "\${db:Status-Status}\n" bridge-utils ebtables 2>/dev/null | grep -q "^installed"'; }
is_as_before() { # PI
    must "Pi $1 answers on its address" until_ok 60 pi "$1" true
    must "Pi $1's files are byte for byte as before" equal "$(manifest_differences "$1" /tmp/manifest)" ""
    must "Pi $1 has no bridge" pi "$1" 'test ! -e /sys/class/net/br_lan && ip -4 addr show dev eth0 | grep -q 192.168.1.'
}

case_remove_takes_the_packages_too() {
    must "back to before the setup" "$practice" restore loggedin || return 1
    read_status; make_plan
    pi a 'dpkg-query -W -f "\${db:Status-Status} \${Package}\n" | sort' >"$work/packages-before"
    must "apply" twinlan apply --accept-new-host-key
    must "a list of what was there" keep_manifests a b
    must "bridge-utils is there" pi a 'dpkg-query -W bridge-utils'
    must "undo, packages too" twinlan undo --remove-packages
    is_as_before a; is_as_before b
    must "the packages are gone from Pi A" packages_are_gone a
    must "and from Pi B" packages_are_gone b
    pi a 'dpkg-query -W -f "\${db:Status-Status} \${Package}\n" | sort' >"$work/packages-after"
    must "Pi A has the packages that it had, and no other" diff "$work/packages-before" "$work/packages-after"
}

case_remove_without_the_other_pi() {
    must "apply" twinlan apply --accept-new-host-key
    must "a list of what was there" keep_manifests a b
    "$practice" power b off
    must "Pi A is put back alone" twinlan undo --pi-b-gone
    is_as_before a
    "$practice" power b on
    must "Pi B boots" "$practice" wait-ssh b 180
    must "its list is there" keep_manifests b
    must "on Pi B alone, by the one command of the README" pi b 'sudo /usr/local/lib/twinlan/rollback.sh remove packages'
    is_as_before b
    must "with its packages" packages_are_gone b
}
