# shellcheck shell=bash disable=SC2154,SC2016,SC1010
# Coming back to change something: only what differs is done, and nothing has to be removed first. Each case begins joined.

network_files() { pi "$1" 'sudo sha256sum /etc/network/interfaces.d/twinlan /etc/dhcpcd.conf /etc/modules /etc/twinlan/filter.nft'; }
ran() { jq -r 'select(.state == "done") | .step' "$work/answer" | grep -qx "$1"; } # STEP
stored() { pi "$1" cat /etc/twinlan/plan.json | jq -r "$2"; }

case_a_changed_range_changes_only_that() {
    must "joined" until_ok 90 joined
    local a b
    a=$(network_files a) b=$(network_files b)
    jq '.addresses = { a: { router: "192.168.1.1", dhcpFirst: "192.168.1.2", dhcpLast: "192.168.1.89" },
        b: { router: "192.168.1.100", dhcpFirst: "192.168.1.101", dhcpLast: "192.168.1.199" } }' "$work/plan.json" >"$work/changed.json"
    cp "$work/changed.json" "$work/plan.json"
    must "apply" twinlan apply --accept-new-host-key
    must "no package was touched" eval '! ran install-packages'
    must "the carrier was not tried anew" eval '! ran choose-carrier'
    must "Pi A knows the new range" equal "$(stored a .addresses.a.dhcpLast)" 192.168.1.89
    must "so does Pi B" equal "$(stored b .addresses.a.dhcpLast)" 192.168.1.89
    must "Pi A's network files are as they were" equal "$(network_files a)" "$a"
    must "and Pi B's" equal "$(network_files b)" "$b"
    must "joined" until_ok 30 joined
    must "a second run has nothing to do" twinlan apply
    must "no step ran" equal "$(answered stepsRun)" 0
}

# Pi B logs out and in again: to Tailscale it is a new device, with a new 100.x address.
case_pi_b_has_a_new_tailscale_address() {
    must "joined" until_ok 90 joined
    local before=$net_b url
    pi b 'sudo tailscale logout'
    pi b 'sudo systemd-run -q --collect tailscale up --accept-dns=false --timeout=120s'
    must "a login link" until_ok 60 eval 'pi b tailscale status --json | jq -re ".AuthURL | select(. != \"\")"'
    url=$(pi b tailscale status --json | jq -r .AuthURL)
    must "its owner logs in again" "$practice" approve "$url"
    must "Tailscale runs" until_ok 60 eval 'pi b tailscale status --json | jq -e ".BackendState == \"Running\""'
    read_status; make_plan
    must "with another address" test "$net_b" != "$before"
    must "Pi B answers at home all the while" pi b true
    must "apply" twinlan apply --accept-new-host-key
    must "no package was touched" eval '! ran install-packages'
    must "joined" until_ok 60 joined
}
