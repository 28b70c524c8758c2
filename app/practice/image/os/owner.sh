# shellcheck shell=sh disable=SC2154 # root comes from the customize.sh that reads this
# What the releases do alike, two by two.

# The account that the Imager makes for the owner on 11 and 12.
make_owner() {
    chroot "$root" useradd -m -s /bin/bash -G sudo,adm pi
    echo pi:raspberry | chroot "$root" chpasswd
}
# English at first; `practice language` makes a Pi a Japanese one.
make_languages() {
    printf '%s\n' 'en_GB.UTF-8 UTF-8' 'ja_JP.UTF-8 UTF-8' >"$root/etc/locale.gen"
    chroot "$root" locale-gen
    echo LANG=en_GB.UTF-8 >"$root/etc/default/locale"
}
# What an upgrade finds: the same packages with a higher version.
make_upgrade() { # PACKAGE…
    rm -f "$root"/var/cache/apt/archives/*.deb
    APT_CONFIG=$MMDEBSTRAP_APT_CONFIG apt-get -q -y --download-only --no-install-recommends --reinstall install "$@"
    for package; do
        mkdir "$root/tmp/upgrade"
        dpkg-deb -R "$root/var/cache/apt/archives/${package}"_*.deb "$root/tmp/upgrade"
        sed -i 's/^Version: .*/&+practice1/' "$root/tmp/upgrade/DEBIAN/control"
        dpkg-deb --root-owner-group -Zgzip -z1 -b "$root/tmp/upgrade" "$PRACTICE_POOL/"
        rm -rf "$root/tmp/upgrade"
    done
    rm -f "$root"/var/cache/apt/archives/*.deb
}
