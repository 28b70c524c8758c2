# shellcheck shell=sh
# customize.sh ROOT   Debian 12 as its installer leaves a server: the card's stanza stands in /etc/network/interfaces, and dhclient asks.
root=$1
# shellcheck source=app/practice/image/os/owner.sh
. "$PRACTICE_IMAGE/os/owner.sh"
make_owner
chroot "$root" systemctl enable -q networking.service
make_upgrade ifupdown isc-dhcp-client
