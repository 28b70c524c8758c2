#!/bin/sh
# tailscale-login.sh SECONDS [LOGIN_SERVER]   Makes sure that Tailscale is logged in; waits that long for the owner to open the link.
# Accepts no DNS settings from the tailnet: the Pi's own name resolution stays as it was.
# Prints: url=LINK as soon as Tailscale names one (and again when it changes), waiting= each second, state=Running at the end.
# Exit: 0, 3 with error=TailscaleMissing|TailscaleStopped|TailscaleNeedsApproval|TailscaleLoginTimedOut
set -u
. "${0%/*}/prelude.sh"
seconds=$1 server=${2:-}
command -v tailscale >/dev/null 2>&1 || fail TailscaleMissing "no tailscale command"
if ! systemctl is-active -q tailscaled; then
    systemctl start tailscaled 2>/dev/null || fail TailscaleStopped "tailscaled does not start"
fi
up=''
trap '[ -z "$up" ] || kill "$up" 2>/dev/null' EXIT
trap 'exit 1' INT TERM HUP PIPE
if [ -n "$server" ]; then set -- --login-server="$server"; else set --; fi
url='' end=$(($(cut -d. -f1 /proc/uptime) + seconds))
while :; do
    # The status is JSON with one member a line; Self and Peer have neither of these two at this depth.
    status=$(timeout 10 tailscale status --json 2>/dev/null)
    state=$(printf '%s\n' "$status" | sed -n 's/^  "BackendState": "\([^"]*\)".*/\1/p' | head -n 1)
    now=$(printf '%s\n' "$status" | sed -n 's/^  "AuthURL": "\([^"]*\)".*/\1/p' | head -n 1)
    [ "$state" = Running ] && { echo state=Running; exit 0; }
    # Somebody has logged in; who may let the device in is perhaps somebody else, and needs days.
    [ "$state" != NeedsMachineAuth ] || fail TailscaleNeedsApproval "state $state"
    if [ -n "$now" ] && [ "$now" != "$url" ]; then url=$now; printf 'url=%s\n' "$url"; fi
    if [ -z "$up" ] || ! kill -0 "$up" 2>/dev/null; then
        tailscale up --accept-dns=false --timeout="${seconds}s" "$@" >/dev/null 2>&1 </dev/null &
        up=$!
    fi
    [ "$(cut -d. -f1 /proc/uptime)" -lt "$end" ] || fail TailscaleLoginTimedOut "state $state"
    sleep 1
    echo waiting= # also how a closed connection is noticed (PIPE)
done
