# shellcheck shell=bash disable=SC2034,SC2154 # the parts share names: see `practice`, which reads them all
# The lab's internet host: Tailscale's control server, relay and STUN, and the apt archive (tailnet/), and what an owner does with them.

start_tailnet() {
    start_daemon tailnet ip netns exec "$(ns wan)" "$bin/tailnet" -address "$internet_address" -archive-address "$archive_address" \
        -archive "$run/archive" -packages "$packages" -cert "$keys/control.pem" -key "$keys/control.key" -state "$run/control.json" -admin "$run/admin"
    wait_until 10 curl -fs -o /dev/null --unix-socket "$run/admin" http://lab/nodes
}
tailnet_admin() { curl -fsS --max-time 10 --unix-socket "$run/admin" "http://lab/$1"; }

tailnet_address() {
    tailnet_admin nodes 2>/dev/null | jq -r --arg n "pi-$1" '[.[] | select(.name == $n) | .address] | last // ""'
}

# The owner opens the login link in a browser on PC A and presses the button.
approve() {
    [[ ${1:-} == https://*/auth/* ]] || die "That is not a login link of the practice tailnet: \"${1:-}\"."
    within pc-a curl -fsS --max-time 30 --cacert "$keys/ca.pem" -o /dev/null -X POST "$1" ||
        die "The login page did not answer or does not know this link."
    echo approved
}

login_url() { url=$(ssh_pi "$1" tailscale status --json </dev/null 2>/dev/null | jq -r '.AuthURL // empty') && [[ -n $url ]]; }
# As an owner does who goes by tailscale.com/download.
install_tailscale() { # a|b
    check_pi "${1:-}"
    on_pi "$1" <<<'command -v tailscale >/dev/null || dpkg --force-confold -i /opt/practice/tailscale.deb >/dev/null'
}
# What the owner of Pi B did before the recipe begins.
log_in_pi() {
    local pi=$1 url=
    install_tailscale "$pi" || return 1
    ssh_pi "$pi" sudo systemd-run -q --collect tailscale up --accept-dns=false --timeout=480s </dev/null || return 1
    wait_until 240 login_url "$pi" && approve "$url" >/dev/null && wait_until 240 tailnet_running "$pi"
}
tailnet_running() { [[ $(ssh_pi "$1" tailscale status --json </dev/null 2>/dev/null | jq -r .BackendState) == Running ]]; }

set_gre() {
    case ${1:-} in
    allow | deny) tailnet_admin "gre?allow=$([[ $1 == allow ]] && echo 1 || echo 0)" >/dev/null && state gre "$1" ;;
    *) die "gre allow, or gre deny." ;;
    esac
}
