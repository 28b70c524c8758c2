# shellcheck shell=bash disable=SC2154,SC2016,SC1010
# Coming back to change something: only what differs is done, and nothing has to be removed first. Each case begins joined.

# Of each kind of network; what is not there is named too.
network_files() {
    pi "$1" 'sudo sh -c "cd /etc && sha256sum network/interfaces.d/twinlan dhcpcd.conf NetworkManager/system-connections/twinlan-* modules twinlan/filter.nft 2>&1; true"'
}
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

# Somebody changes the tailnet's policy: what GRE carried until now is dropped. The next run finds out and takes the other way.
case_a_policy_that_no_longer_admits_gre() {
    must "joined over GRE" pi a 'grep -q "^CARRIER=gre" /etc/twinlan/tunnel.conf'
    "$practice" gre deny
    must "nothing passes any more" until_ok 60 eval '! joined'
    must "apply" twinlan apply --accept-new-host-key
    must "FOU is taken" equal "$(answered carrier)" fou
    must "joined" until_ok 60 joined
    must "a second run has nothing to do" twinlan apply
    must "no step ran" equal "$(answered stepsRun)" 0
}

# Pi B's card is written anew: nothing of ours is on it, and Pi A is set up.
case_pi_b_is_a_new_one() {
    must "joined" until_ok 90 joined
    local a
    a=$(network_files a)
    must "Pi B's card is written anew" "$practice" reflash b
    must "Pi B answers" "$practice" wait-boot b "$boot"
    must "there is nothing of ours on it" pi b 'test ! -e /etc/twinlan -a ! -e /sys/class/net/br_lan'
    read_status; make_plan
    must "apply" twinlan apply --accept-new-host-key
    must "Pi B got its packages" eval 'jq -r "select(.state == \"done\") | .step + .site" "$work/answer" | grep -qx install-packagesB'
    must "Pi A's network files are as they were" equal "$(network_files a)" "$a"
    must "joined" until_ok 60 joined
}

# Pi B logs out and in again: to Tailscale it is a new device, with a new 100.x address.
case_pi_b_has_a_new_tailscale_address() {
    must "joined" until_ok 90 joined
    local before=$net_b url
    pi b 'sudo tailscale logout'
    pi b 'sudo systemd-run -q --collect tailscale up --accept-dns=false --timeout=120s'
    must "a login link" until_ok 60 eval 'pi b tailscale status --json | holds ".AuthURL != \"\""'
    url=$(pi b tailscale status --json | jq -r .AuthURL)
    must "its owner logs in again" "$practice" approve "$url"
    must "Tailscale runs" until_ok 60 eval 'pi b tailscale status --json | holds ".BackendState == \"Running\""'
    read_status; make_plan
    must "with another address" test "$net_b" != "$before"
    must "Pi B answers at home all the while" pi b true
    must "apply" twinlan apply --accept-new-host-key
    must "no package was touched" eval '! ran install-packages'
    must "joined" until_ok 60 joined
}
