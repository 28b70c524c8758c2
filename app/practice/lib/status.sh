# shellcheck shell=bash disable=SC2034,SC2154 # the parts share names: see `practice`, which reads them all
# What is there and what is in force, for a person or as JSON.

pi_json() {
    jq -cn --arg os "$(os_of "$1")" --arg lan "$(pi_address "$1")" --arg tailnet "$(tailnet_address "$1")" --arg mac "${pi_mac[$1]}" --arg power "$(power_of "$1")" \
        --arg home "$(home_of "$1")" '{os: $os, lan: $lan, tailnet: $tailnet, mac: $mac, power: $power, home: $home}'
}
pc_json() {
    jq -cn --arg address "$(ip -n "$(ns "pc-$1")" -j -4 addr show dev eth0 2>/dev/null | jq -r '[.[0].addr_info[]? | .local] | first // ""')" \
        --arg namespace "$(ns "pc-$1")" --arg mac "${pc_mac[$1]}" '{address: $address, namespace: $namespace, mac: $mac}'
}
faults_json() {
    local file
    for file in "$run"/state/fault-*; do
        [[ -e $file ]] && jq -cn --arg k "$(basename "$file" | sed 's/^fault-//')" --arg v "$(cat "$file")" '{($k): $v}'
    done | jq -cs 'add // {}'
}
status_json() {
    jq -n --arg id "$id" --argjson a "$(pi_json a)" --argjson b "$(pi_json b)" --argjson pa "$(pc_json a)" --argjson pb "$(pc_json b)" \
        --arg gre "$(state gre)" --arg relay "$(state relay)" --arg accel "$accel" --arg user "$pi_user" --arg password "$pi_password" \
        --argjson faults "$(faults_json)" --arg ca "$keys/ca.pem" --arg run "$run" \
        '{id: $id, pis: {a: $a, b: $b}, pcs: {a: $pa, b: $pb},
          routers: {a: {lan: "192.168.1.1", wan: "203.0.113.1"}, b: {lan: "192.168.1.100", wan: "203.0.113.2"}},
          gre: $gre, relay: $relay, accel: $accel, faults: $faults, user: $user, password: $password, loginServer: null, ca: $ca, run: $run}'
}
show_status() {
    status_json | jq -r '"practice homes \(.id) (\(.accel)), Pi user \(.user), password \(.password)",
        (.pis | to_entries[] | "  Raspberry Pi \(.key | ascii_upcase)  \(.value.lan)  OS \(.value.os), in home \(.value.home | ascii_upcase), power \(.value.power), tailnet \(if .value.tailnet == "" then "not logged in" else .value.tailnet end)"),
        (.pcs | to_entries[] | "  PC \(.key | ascii_upcase)            \(.value.address)  namespace \(.value.namespace)"),
        "  tailnet policy: GRE \(.gre); path: \(.relay); faults: \(if .faults == {} then "none" else (.faults | to_entries | map("\(.key) \(.value)") | join(", ")) end)"'
}
