# survey-firewall.awk   A part of survey-owner.sh: whether rules of a firewall, in whatever words, name the card. nft lists those of iptables as
# well, but not those of the older kernel interface. Names of cards stand in quotes there, also in sets, maps and patterns; other quoted words
# are comments and what is to be logged. Not Tailscale's nor ours.
# Prints: firewall=CARD, once

# "eth*" and "eth+" mean it too; "e\*" is a name with a star in it.
function names_it(word) {
    if (word ~ /^[^\\]+[*+]$/) return index(card, substr(word, 1, length(word) - 1)) == 1
    return word == card
}
function found() { print "firewall=" card; fflush(); exit }
/^[*#]/ { ours = 0 } # iptables begins to speak
/^table / { ours = $3 ~ /^twinlan/ }
ours || /^[ \t]*chain / { next }
{
    gsub(/\\"/, "")
    gsub(/(comment|prefix|--comment|--log-prefix|--nflog-prefix) "[^"]*"/, "")
    gsub(/--(comment|log-prefix|nflog-prefix) [^ ]+/, "")
    rest = $0
    while (match(rest, /"[^"]*"/)) {
        if (names_it(substr(rest, RSTART + 1, RLENGTH - 2))) found()
        rest = substr(rest, RSTART + RLENGTH)
    }
    listed = 0
    for (i = 1; i <= NF; i++) {
        word = $i; gsub(/[",;]/, "", word)
        # Not quoted by every version; and what iptables says.
        if (listed && names_it(word)) found()
        if ($(i - 1) ~ /^(device|iif|oif|iifname|oifname|-i|-o|--in-interface|--out-interface|!=)$/ && i > 1 && names_it(word)) found()
        if ($i == "devices") listed = 1
        if ($i ~ /}/) listed = 0
    }
}
