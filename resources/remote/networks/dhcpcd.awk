# dhcpcd.awk   A part of survey.sh, behind survey-files.awk: what dhcpcd.conf says for one interface ("INTERFACE OPTION VALUE"), and the lines
# by which it serves some interfaces only; what somebody else has written for a wired card, a bridge or a tunnel of ifupdown's (the
# recipe done by hand, or a network of its own): the file, and by_hand="INTERFACE FAMILY/METHOD CARDS", the cards that are named there;
# and whether ifupdown reads interfaces.d/twinlan.
function stanza_ends() {
    # "static 0.0.0.0" is how the recipe says: no address.
    if (stanza != "") say("by_hand=" stanza " " (method == "inet/static" && !fixed ? "inet/manual" : method) " " (cards == "" ? "-" : cards))
    stanza = ""
}
# As interfaces(5) has it: a pattern, or a folder, whose files without a dot are read.
function reads_ours(how, what) {
    if (what !~ "^/") what = "/etc/network/" what
    if (how == "source-directory") { sub("/+$", "", what); return what == "/etc/network/interfaces.d" }
    gsub(/[.+$(){}|]/, "[&]", what); gsub(/[*]/, "[^/]*", what); gsub(/[?]/, "[^/]", what)
    return "/etc/network/interfaces.d/twinlan" ~ ("^" what "$")
}
# Not ours, nor what lies beside it in the middle of a switch.
FILENAME ~ "^/etc/network/interfaces[.]d/twinlan" { next }
FILENAME != reading { stanza_ends(); reading = FILENAME; of = ""; told = 0 }
FILENAME ~ "^/etc/network/" {
    if ($1 ~ /^(iface|mapping|auto|allow-.*|no-.*|rename|template|source.*)$/) stanza_ends()
    if ($1 ~ /^source/ && reads_ours($1, $2)) say("interfaces_d=yes")
    if ($1 == "iface" && $2 ~ /^(eth|en|br|gretap)/) {
        if (!told++) say("netfile=" FILENAME)
        stanza = $2; method = $3 "/" $4; fixed = 0; cards = ""
    } else if (stanza != "") {
        if ($1 == "address" && $2 !~ /^0[.]0[.]0[.]0/) fixed = 1
        for (i = 1; i <= NF; i++) if ($i ~ /^(eth|en)[a-z0-9]+$/) cards = cards (cards == "" ? "" : ",") $i
    }
    next
}
FILENAME != "/etc/dhcpcd.conf" { next }
# As dhcpcd reads it: a comment begins the line, or stands behind a value, neither in quotes nor escaped.
/^[ \t]*([#;]|$)/ { next }
{
    quoted = 0
    for (i = 1; index($0, "#") && i <= length($0); i++) {
        c = substr($0, i, 1)
        if (c == "\\") i++
        else if (c == "\"") quoted = !quoted
        else if (c == "#" && !quoted) $0 = substr($0, 1, i - 1)
    }
    gsub(/\r/, "^M") # to be seen: dhcpcd takes it for a part of the value
    gsub(/^[ \t]+|[ \t]+$/, "")
    value = $0; sub(/^[^ \t]+[ \t]*/, "", value)
}
$1 == "denyinterfaces" || $1 == "allowinterfaces" { $1 = $1; say("dhcpcd_limit=" $0); next }
$1 == "interface" { of = value; sub(/\^M$/, "", of); if (of ~ /[ \t]/) of = ""; next }
$1 == "profile" || $1 == "ssid" { of = ""; next }
of != "" { say("dhcpcd_option=" of " " $1 (value == "" ? "" : " " value)) }
END { stanza_ends() }
