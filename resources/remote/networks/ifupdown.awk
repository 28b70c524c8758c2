# ifupdown.awk   A part of ifupdown.sh: what the stanzas of the card `port` say, stanza="iface FAMILY METHOD" and after it stanza="OPTION VALUE"
# in their order; and stanza_other=LINE, lines by which ifupdown or its DHCP client would do something else for the card than for the bridge.
function matches(pattern) {
    gsub(/[.+$(){}|]/, "[&]", pattern); gsub(/[*]/, ".*", pattern); gsub(/[?]/, ".", pattern)
    return port ~ ("^" pattern "$")
}
function other(where) { print "stanza_other=" (where == "" ? "" : where ": ") line }
FILENAME == mark { next }
FNR == 1 { of = ""; held = "" }
# A comment has a line of its own, and is not continued.
held == "" && /^[ \t]*#/ { next }
{ line = held $0; held = "" }
line ~ /\\$/ { held = substr(line, 1, length(line) - 1); next }
{ gsub(/\r/, "^M", line); gsub(/[ \t]+/, " ", line); gsub(/^ | $/, "", line); $0 = line }
NF == 0 { next }
# What a client says on one card only is lost on another.
FILENAME ~ /dhclient/ { if (index(line, "\"" port "\"")) other(FILENAME); next }
FILENAME ~ /dhcpcd/ { if ($1 == "interface" && $2 == port || $1 ~ /^(allow|deny)interfaces$/) other(FILENAME); next }
$1 == "iface" {
    of = $2
    if (of == port && NF == 4) print "stanza=iface " $3 " " $4
    # Another one's options, addresses that would stay on the card, names of ours.
    else if (of == port || index(of, port ":") == 1 || of ~ /^(br_lan|gretap)/) other("")
    next
}
$1 ~ /^(mapping|rename|template|source.*|no-.*|auto|allow-.*)$/ {
    of = ""
    for (i = 2; i <= NF; i++) {
        if ($1 == "mapping" && matches($i) || $1 ~ /^(auto|allow-.*)$/ && $i ~ "^(/.*|" port ")=" || $1 == "rename" && ("=" $i "=") ~ ("=" port "=")) other("")
    }
    next
}
of == port { print "stanza=" line; next }
# Another stanza has the card in a network of its own.
of != "" && (" " line " ") ~ (" " port " ") && ($1 ~ /^(bridge|bond)[-_]/ || line ~ /master|brctl|addif/) { other("iface " of) }
