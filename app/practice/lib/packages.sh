# shellcheck shell=bash disable=SC2034,SC2154 # the parts share names: see `practice`, which reads them all
# Tailscale as a package, and Tailscale's package archive as a Pi finds it under https://pkgs.tailscale.com: the program that was built here,
# with Tailscale's own scripts, under the lab's key.

build_packages() { # FOLDER
    local out=$1 version root=$1/root release
    version=$("$bin/tailscale" version | sed -n '1s/-.*//p;1q')
    mkdir -p "$root/DEBIAN" "$root/usr/bin" "$root/usr/sbin" "$root/lib/systemd/system" "$root/etc/default" "$out/stable/debian/pool"
    cp "$bin/tailscale" "$root/usr/bin/"
    cp "$bin/tailscaled" "$root/usr/sbin/"
    cp "$bin/tailscaled.service" "$root/lib/systemd/system/"
    cp "$bin/tailscaled.defaults" "$root/etc/default/tailscaled"
    echo /etc/default/tailscaled >"$root/DEBIAN/conffiles"
    local script
    for script in postinst prerm postrm; do install -m 755 "$bin/debian.$script.sh" "$root/DEBIAN/$script"; done
    control tailscale "$version" "Depends: iptables
Recommends: tailscale-archive-keyring, iproute2" >"$root/DEBIAN/control"
    # Hardly packed: an emulated Pi unpacks slowly.
    dpkg-deb --root-owner-group -Zgzip -z1 -b "$root" "$out/stable/debian/pool/"
    rm -rf "$root"

    mkdir -p "$root/DEBIAN" "$root/usr/share/keyrings"
    cp "$keys/archive-keyring.gpg" "$root/usr/share/keyrings/tailscale-archive-keyring.gpg"
    control tailscale-archive-keyring 1.0 >"$root/DEBIAN/control"
    dpkg-deb --root-owner-group -Zgzip -z1 -b "$root" "$out/stable/debian/pool/"
    rm -rf "$root"

    with_gnupg "$out"
    gpg --batch --quiet --import "$keys/archive.key"
    cd "$out/stable/debian" || exit
    for release in bullseye bookworm trixie; do
        cp "$keys/archive-keyring.gpg" "$release.noarmor.gpg"
        sign_archive "$release" Tailscale
    done
    end_gnupg
}
control() { # NAME VERSION [FIELDS]
    printf 'Package: %s\nVersion: %s\nArchitecture: amd64\nMaintainer: practice homes\n' "$1" "$2"
    [[ -z ${3:-} ]] || echo "$3"
    echo "Description: $1, as Tailscale's archive has it"
}
# Of the packages in pool, in the current folder.
sign_archive() { # RELEASE ORIGIN
    local release=$1
    mkdir -p "dists/$release/main/binary-amd64"
    apt-ftparchive packages pool >"dists/$release/main/binary-amd64/Packages"
    gzip -k9 "dists/$release/main/binary-amd64/Packages"
    apt-ftparchive -o "APT::FTPArchive::Release::Origin=$2" -o APT::FTPArchive::Release::Suite=stable \
        -o "APT::FTPArchive::Release::Codename=$release" -o APT::FTPArchive::Release::Components=main \
        -o APT::FTPArchive::Release::Architectures=amd64 release "dists/$release" >Release.new
    mv Release.new "dists/$release/Release"
    gpg --batch --clearsign -o "dists/$release/InRelease" "dists/$release/Release"
    gpg --batch --armor --detach-sign -o "dists/$release/Release.gpg" "dists/$release/Release"
}
