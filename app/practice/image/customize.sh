#!/bin/sh
# customize.sh ROOT   mmdebstrap's hook: turns a plain Debian tree into what a Raspberry Pi has when its owner has written the SD card:
# first what all releases have in common, then os/N/customize.sh.
# Environment: PRACTICE_IMAGE (this folder), PRACTICE_OS (11, 12, 13), PRACTICE_TAILSCALE (a folder with its package), PRACTICE_CA (the lab's
# CA), PRACTICE_KEYRING (of the lab's archive), PRACTICE_POOL (gets the packages of the archive).
set -eu
root=$1
own=$PRACTICE_IMAGE/os/$PRACTICE_OS
release=$(cat "$own/release")

cp -R --no-preserve=ownership "$PRACTICE_IMAGE/root/." "$root/"
[ ! -d "$own/root" ] || cp -R --no-preserve=ownership "$own/root/." "$root/"
chmod 0440 "$root"/etc/sudoers.d/*
# The lab's own hand on a Pi (`practice pi`), as of a person at its keyboard. What is tried signs in as its owner does.
chroot "$root" useradd -m -u 2000 -s /bin/bash lab
echo lab:raspberry | chroot "$root" chpasswd
echo "/dev/vda / ext4 defaults,noatime 0 1" >"$root/etc/fstab"
mkdir -p "$root/etc/systemd/system/sysinit.target.wants"
ln -s /etc/systemd/system/practice-firstboot.service "$root/etc/systemd/system/sysinit.target.wants/"

# What a setup installs on the Pi, resolved by apt against this very tree, becomes the content of the lab's archive.
mkdir -p "$PRACTICE_POOL"
rm -f "$root"/var/cache/apt/archives/*.deb
# shellcheck disable=SC2046 # one word per package
APT_CONFIG=$MMDEBSTRAP_APT_CONFIG apt-get -q -y --download-only --no-install-recommends install $(sed 's/#.*//' "$own/archive.txt")
APT_CONFIG=$MMDEBSTRAP_APT_CONFIG apt-get -q -y --download-only --no-install-recommends --reinstall install iproute2
mv "$root"/var/cache/apt/archives/*.deb "$PRACTICE_POOL/"
sh -eu "$own/customize.sh" "$root"

# From here on this tree knows the lab's archive only, with lists still to be fetched, as on a new Pi.
rm -f "$root"/etc/apt/sources.list.d/*
install -m 644 "$PRACTICE_KEYRING" "$root/usr/share/keyrings/practice-archive-keyring.gpg"
echo "deb [signed-by=/usr/share/keyrings/practice-archive-keyring.gpg] http://deb.lab.example/$PRACTICE_OS/debian $release main" \
    >"$root/etc/apt/sources.list"

# The control server that an unconfigured client calls is answered inside the lab; this CA vouches for it.
install -m 644 "$PRACTICE_CA" "$root/usr/local/share/ca-certificates/practice-lab.crt"
chroot "$root" update-ca-certificates

# Not installed, as on a card that the Imager wrote, but at hand for an owner who installs it by hand (`practice tailscale`).
mkdir -p "$root/opt/practice"
cp "$PRACTICE_TAILSCALE"/tailscale_*.deb "$root/opt/practice/tailscale.deb"
chroot "$root" systemctl enable -q ssh.service

# One set of host keys or one machine id in both Pis would be a lie that a setup could fall for.
rm -f "$root"/etc/ssh/ssh_host_*
: >"$root/etc/machine-id"
rm -f "$root/var/lib/dbus/machine-id"
ln -s /etc/machine-id "$root/var/lib/dbus/machine-id"

# Boots faster in emulation: only the drivers of this machine in the initramfs, no periodic jobs.
printf '%s\n' virtio_pci virtio_blk virtio_net ext4 >>"$root/etc/initramfs-tools/modules"
sed -i 's/^MODULES=.*/MODULES=list/; s/^COMPRESS=.*/COMPRESS=gzip/' "$root/etc/initramfs-tools/initramfs.conf"
chroot "$root" update-initramfs -u
chroot "$root" systemctl mask -q apt-daily.timer apt-daily-upgrade.timer e2scrub_all.timer fstrim.timer systemd-pstore.service e2scrub_reap.service
# Interfaces keep the names that Raspberry Pi OS gives them (also net.ifnames=0).
ln -sf /dev/null "$root/etc/systemd/network/99-default.link"
