# shellcheck shell=sh
# customize.sh ROOT   Raspberry Pi OS 13: at its first boot cloud-init makes the account, whose sudo asks for the password, and the yaml of
# which netplan makes NetworkManager's profile, all of them of what the Imager has written into /boot/firmware.
root=$1
# shellcheck source=app/practice/image/os/owner.sh
. "$PRACTICE_IMAGE/os/owner.sh"
make_languages
make_upgrade network-manager
hash=$(openssl passwd -6 raspberry)
sed -i "s,@PASSWORD@,$hash," "$root/boot/firmware/user-data"
