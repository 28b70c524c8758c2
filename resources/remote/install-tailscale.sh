#!/bin/sh
# install-tailscale.sh   Makes sure that Tailscale is installed as a package, 1.36 or newer: from Tailscale's own apt archive for this release,
# with its key, as tailscale.com/download has it. If that fails, the archive is not left behind.
# What was written is noted in /var/lib/twinlan/tailscale, for Remove.
# Prints: as apt.sh. Exit: 0, 3 with error=TailscaleByHand (detail: the program) or an error of apt.sh's
set -u
umask 022
. "${0%/*}/prelude.sh"
. "${0%/*}/apt.sh"
key=/usr/share/keyrings/tailscale-archive-keyring.gpg # the package tailscale-archive-keyring goes on with this one
list=/etc/apt/sources.list.d/tailscale.list
room=204800
missing=tailscale

version() { dpkg-query -W -f '${Version}' tailscale; }
if is_installed tailscale; then
    dpkg --compare-versions "$(version)" lt 1.36 || exit 0
elif by_hand=$(command -v tailscale); then
    # Of its own program, or a snap's: two of them would be one too many.
    fail TailscaleByHand "$by_hand"
fi

# "debian bookworm", "raspbian bullseye", "ubuntu noble": so Tailscale names its archives.
archive() { (
    # shellcheck source=/dev/null
    . /etc/os-release
    echo "https://pkgs.tailscale.com/stable/${ID:-debian} ${VERSION_CODENAME:-}"
) }
# Asked of apt, because a release upgrade leaves files there that say nothing any more.
# shellcheck disable=SC2016 # the dollar is apt's
is_known() { apt-get indextargets --format '$(SITE)' 2>/dev/null | grep -q '//pkgs\.tailscale\.com'; }
written=''
take_away() { # shellcheck disable=SC2086 # a list of paths
    rm -f $written
}
fetch_key() {
    [ ! -e $key ] || return 0
    written=$key.new
    # apt's own way to fetch a file: it is there on every Pi, and knows its proxy.
    /usr/lib/apt/apt-helper -q -o Acquire::Retries=1 -o Acquire::https::Timeout=20 download-file "$url/$release.noarmor.gpg" $key.new >&2 ||
        fail PackagesOffline "$url/$release.noarmor.gpg"
    written="$key.new $key"
    { chmod 644 $key.new && mv -f $key.new $key; } || fail DiskFull $key
    written=$key
}
add_archive() {
    read -r url release <<-END
		$(archive)
	END
    [ ! -e "$list" ] || list=${list%.list}-twinlan.list
    trap take_away EXIT
    trap 'exit 1' INT TERM HUP PIPE
    mkdir -p "$base" ${key%/*} || fail DiskFull "cannot make $base"
    echo progress=reading-package-lists
    fetch_key
    written="$written $list"
    echo "deb [signed-by=$key] $url $release main" > "$list" || fail DiskFull "$list"
    source=$list
}

wait_for_apt
if is_known; then
    # It may name a newer one than the lists of last time.
    update || :
else
    add_archive
    missing="$missing tailscale-archive-keyring"
fi
apt_installs
dpkg --compare-versions "$(version)" ge 1.36 || fail PackagesOffline "$(version)"
if [ -n "$source" ]; then
    # shellcheck disable=SC2086
    printf '%s\n' $written > "$base/tailscale"
    trap - EXIT
fi
