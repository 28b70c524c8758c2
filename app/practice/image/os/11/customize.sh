# shellcheck shell=sh
# customize.sh ROOT   Raspberry Pi OS 11: dhcpcd has the network, ifupdown is installed and has nothing to do.
# Its packages are Debian 12's: the two are older there, but work alike.
root=$1
# shellcheck source=app/practice/image/os/owner.sh
. "$PRACTICE_IMAGE/os/owner.sh"
make_owner
rm -f "$root/etc/network/interfaces.d/.keep"
chroot "$root" systemctl enable -q dhcpcd.service networking.service
make_upgrade ifupdown dhcpcd dhcpcd-base
