# shellcheck shell=sh
# customize.sh ROOT   Raspberry Pi OS 12: NetworkManager, with the profile that it makes itself and keeps in memory.
root=$1
# shellcheck source=app/practice/image/os/owner.sh
. "$PRACTICE_IMAGE/os/owner.sh"
make_owner
make_languages
make_upgrade network-manager
