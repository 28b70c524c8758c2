# shellcheck shell=bash disable=SC2034,SC2154 # the parts share names: see `practice`, which reads them all
# The disk images of the Pis, one for each release of Raspberry Pi OS, each with the apt archive that its Pis use; and the keys and
# certificates of the lab, which they all share.

# The Debian mirror this machine itself uses, with the same parts of another release; without one, mmdebstrap's own default.
debian_mirrors() { # RELEASE
    # shellcheck disable=SC2016 # the dollars are apt's
    apt-get indextargets 'Created-By: Packages' --format '$(ORIGIN)|$(CODENAME)|$(COMPONENT)|$(REPO_URI)' 2>/dev/null |
        awk -F'|' -v release="$1" '$1 == "Debian" && $2 ~ /^[a-z]+(-updates|-security)?$/ && $3 == "main" {
            sub(/^[a-z]+/, release, $2); print "deb " $4 " " $2 " main"
        }' | sort -u
}

pi_packages=linux-image-cloud-amd64,systemd-sysv,udev,dbus,openssh-server,sudo,iproute2,iptables,iputils-ping,kmod
pi_packages+=,procps,netbase,ca-certificates,less,avahi-daemon

# A CA of our own, trusted by the Pis and the PCs of the lab only, a certificate for the names a Tailscale client calls unasked, and the
# key of the apt archives.
control_names="controlplane.tailscale.com login.tailscale.com control.lab.example"
packages_name=pkgs.tailscale.com
build_keys() {
    openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 3650 -subj '/CN=Practice homes CA' \
        -keyout "$1/ca.key" -out "$1/ca.pem"
    openssl req -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -subj '/CN=Practice control server' -keyout "$1/control.key" -out "$1/control.csr"
    printf 'subjectAltName=DNS:%s,DNS:%s\nextendedKeyUsage=serverAuth\n' "${control_names// /,DNS:}" $packages_name >"$1/control.ext"
    openssl x509 -req -days 3650 -in "$1/control.csr" -CA "$1/ca.pem" -CAkey "$1/ca.key" -CAcreateserial -extfile "$1/control.ext" -out "$1/control.pem"
    rm -f "$1/ca.key" "$1/control.csr" "$1/control.ext"
    with_gnupg "$1"
    gpg --batch --quiet --passphrase '' --quick-generate-key 'Practice homes archive' ed25519 sign 0
    gpg --batch --export >"$1/archive-keyring.gpg"
    gpg --batch --export-secret-keys >"$1/archive.key"
    end_gnupg
}
with_gnupg() { # FOLDER
    export GNUPGHOME=$1/gnupg
    trap end_gnupg EXIT
    mkdir -m 700 "$GNUPGHOME"
}
end_gnupg() {
    gpgconf --kill all
    rm -rf "$GNUPGHOME"
}

build_image() { # OS FOLDER
    local os=$1 out=$2 release mirrors own=$here/image/os/$1
    release=$(cat "$own/release")
    export PRACTICE_IMAGE=$here/image PRACTICE_OS=$os PRACTICE_CA=$keys/ca.pem PRACTICE_TAILSCALE=$packages/stable/debian/pool
    export PRACTICE_KEYRING=$keys/archive-keyring.gpg PRACTICE_POOL=$out/archive/debian/pool
    mirrors=$(debian_mirrors "$release")
    nice mmdebstrap --mode=root --variant=minbase --include="$pi_packages,$(package_list "$own/packages.txt" | paste -sd,)" \
        --customize-hook="$here/image/customize.sh" "$release" "$out/root" ${mirrors:+"$mirrors"}

    echo "disk image"
    cp "$out"/root/boot/vmlinuz-* "$out/vmlinuz"
    cp "$out"/root/boot/initrd.img-* "$out/initrd"
    truncate -s 3G "$out/pi.ext4"
    mke2fs -q -t ext4 -E lazy_itable_init=1 -d "$out/root" -F "$out/pi.ext4" # -d fills it without a loop device
    rm -rf "$out/root"

    echo "apt archive"
    with_gnupg "$out"
    gpg --batch --quiet --import "$keys/archive.key"
    cd "$out/archive/debian" || exit
    sign_archive "$release" Practice
    end_gnupg
}
