# shellcheck shell=bash disable=SC2034,SC2154 # the parts share names: see `practice`, which reads them all
# The disk image of the Pis, and the apt archive, key and certificates that go with it.

# The Debian mirror this machine itself uses; without one that carries bookworm, mmdebstrap's own default.
debian_mirrors() {
    # shellcheck disable=SC2016 # the dollars are apt's
    apt-get indextargets 'Created-By: Packages' --format '$(ORIGIN)|$(CODENAME)|$(COMPONENT)|$(REPO_URI)' 2>/dev/null |
        awk -F'|' '$1 == "Debian" && $2 ~ /^bookworm(-updates|-security)?$/ && $3 == "main" { print "deb " $4 " " $2 " main" }' | sort -u
}

pi_packages=linux-image-cloud-amd64,systemd-sysv,udev,dbus,openssh-server,sudo,ifupdown,iproute2,iptables,iputils-ping,kmod,dhcpcd5,openresolv
pi_packages+=,procps,netbase,ca-certificates,less,avahi-daemon

build_image() {
    local out=$1 mirrors
    certificates "$out"
    export GNUPGHOME=$out/gnupg
    trap 'gpgconf --kill all' EXIT
    mkdir -m 700 "$GNUPGHOME"
    gpg --batch --quiet --passphrase '' --quick-generate-key 'Practice homes archive' ed25519 sign 0
    gpg --batch --export >"$out/archive-keyring.gpg"

    export PRACTICE_IMAGE=$here/image PRACTICE_BIN=$bin PRACTICE_CA=$out/ca.pem PRACTICE_UNIT=$bin/tailscaled.service
    export PRACTICE_KEYRING=$out/archive-keyring.gpg PRACTICE_POOL=$out/archive/debian/pool
    mirrors=$(debian_mirrors)
    grep -q ' bookworm ' <<<"$mirrors" || mirrors=
    nice mmdebstrap --mode=root --variant=minbase --include="$pi_packages" --customize-hook="$here/image/customize.sh" \
        bookworm "$out/root" ${mirrors:+"$mirrors"}

    echo "disk image"
    cp "$out"/root/boot/vmlinuz-* "$out/vmlinuz"
    cp "$out"/root/boot/initrd.img-* "$out/initrd"
    truncate -s 2G "$out/pi.ext4"
    mke2fs -q -t ext4 -E lazy_itable_init=1 -d "$out/root" -F "$out/pi.ext4" # -d fills it without a loop device
    rm -rf "$out/root"

    echo "apt archive"
    cd "$out/archive/debian" || exit
    mkdir -p dists/bookworm/main/binary-amd64
    apt-ftparchive packages pool >dists/bookworm/main/binary-amd64/Packages
    gzip -k9 dists/bookworm/main/binary-amd64/Packages
    apt-ftparchive -o APT::FTPArchive::Release::Origin=Practice -o APT::FTPArchive::Release::Suite=stable \
        -o APT::FTPArchive::Release::Codename=bookworm -o APT::FTPArchive::Release::Components=main \
        -o APT::FTPArchive::Release::Architectures=amd64 release dists/bookworm >"$out/Release"
    mv "$out/Release" dists/bookworm/Release
    gpg --batch --clearsign -o dists/bookworm/InRelease dists/bookworm/Release
    gpg --batch --armor --detach-sign -o dists/bookworm/Release.gpg dists/bookworm/Release
    gpgconf --kill all
    rm -rf "$GNUPGHOME"
}

# A CA of our own, trusted by the Pis and the PCs of the lab only, and a certificate for the names a Tailscale client calls unasked.
certificates() {
    openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 3650 -subj '/CN=Practice homes CA' \
        -keyout "$1/ca.key" -out "$1/ca.pem"
    openssl req -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -subj '/CN=Practice control server' -keyout "$1/control.key" -out "$1/control.csr"
    printf 'subjectAltName=DNS:%s\nextendedKeyUsage=serverAuth\n' "${control_names// /,DNS:}" >"$1/control.ext"
    openssl x509 -req -days 3650 -in "$1/control.csr" -CA "$1/ca.pem" -CAkey "$1/ca.key" -CAcreateserial -extfile "$1/control.ext" -out "$1/control.pem"
    rm -f "$1/ca.key" "$1/control.csr" "$1/control.ext"
}
control_names="controlplane.tailscale.com login.tailscale.com control.lab.example"
