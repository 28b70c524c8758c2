# networkmanager.awk   A part of networkmanager.sh: what keyfiles say that goes along, nm_setting=SECTION.KEY=VALUE, and the sections that do
# not, nm_other=SECTION. As NetworkManager reads them: blanks before a line do not count, nor does the end of a line from Windows.
function stays(name) { if (!(name in other)) { other[name]; said[told++] = "nm_other=" name } }
{ sub(/^[ \t]+/, ""); sub(/\r$/, "") }
FNR == 1 { section = ""; bridge = FILENAME ~ /\/twinlan-bridge[.]nmconnection$/; port = FILENAME ~ /\/twinlan-port[.]nmconnection$/ }
/^([#;]|$)/ { next }
/^\[/ {
    section = $0; gsub(/^\[|\][ \t]*$/, "", section)
    if (section == "802-3-ethernet") section = "ethernet" # its older name
    here[section]
    next
}
section == ".nmmeta" && $0 == "external=true" { told = 0; external = 1; exit }
bridge && section !~ /^(ipv[46]|connection)$/ { next }
port && section !~ /^(ethernet|ethtool)$/ { next }
section ~ /^(match|user|hostname|netplan|[.]nmmeta)$/ { next } # of which profile it is, and for whom
{
    at = index($0, "="); key = substr($0, 1, at - 1); value = substr($0, at + 1)
    gsub(/[ \t]+$/, "", key); sub(/^[ \t]+/, "", value)
    # That of a bridge, a VLAN or a Wi-Fi is not the card's own, and a port of something has no addresses.
    if (section == "connection" && key == "type" && !bridge && value !~ /^(802-3-)?ethernet$/) stays(value)
    if (section == "connection" && key ~ /^(controller|master)$/) is_port = 1
    # Of the profile itself, what counts for whoever is served by it. The rest is its name, and when it is taken.
    if (section == "connection" && key !~ /^(zone|metered|mdns|llmnr|dns-over-tls|secondaries)$/) next
    if (section ~ /^(connection|ipv[46]|ethernet|ethtool)$/ && key !~ /password/) { if (value != "") said[told++] = "nm_setting=" section "." key "=" value }
    else stays(section)
}
END {
    # What a profile does not say at all NetworkManager takes for "auto".
    if (("connection" in here || "ethernet" in here) && !("ipv4" in here) && !is_port && !external) said[told++] = "nm_setting=ipv4.method=auto"
    for (i = 0; i < told; i++) print said[i]
}
