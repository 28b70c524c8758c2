# networkmanager.awk   A part of networkmanager.sh: what keyfiles say that goes along, nm_setting=SECTION.KEY=VALUE, and the sections that do
# not, nm_other=SECTION.
FNR == 1 { section = ""; bridge = FILENAME ~ /\/twinlan-bridge[.]nmconnection$/; port = FILENAME ~ /\/twinlan-port[.]nmconnection$/ }
/^[ \t]*([#;]|$)/ { next }
/^\[/ {
    section = $0; gsub(/^\[|\][ \t]*$/, "", section)
    if (section == "802-3-ethernet") section = "ethernet" # its older name
    next
}
section == ".nmmeta" && $0 == "external=true" { told = 0; exit }
bridge && section !~ /^(ipv[46]|connection)$/ { next }
port && section !~ /^(ethernet|ethtool)$/ { next }
section ~ /^(match|user|hostname|netplan|[.]nmmeta)$/ { next } # of which profile it is, and for whom
{
    at = index($0, "="); key = substr($0, 1, at - 1); value = substr($0, at + 1)
    gsub(/[ \t]+$/, "", key); sub(/^[ \t]+/, "", value)
    # Of the profile itself, what counts for whoever is served by it. The rest is its name, and when it is taken.
    if (section == "connection" && key !~ /^(zone|metered|mdns|llmnr|dns-over-tls|secondaries)$/) next
    if (section ~ /^(connection|ipv[46]|ethernet|ethtool)$/ && key !~ /password/) { if (value != "") said[told++] = "nm_setting=" section "." key "=" value }
    else if (!(section in other)) { other[section]; said[told++] = "nm_other=" section }
}
END { for (i = 0; i < told; i++) print said[i] }
