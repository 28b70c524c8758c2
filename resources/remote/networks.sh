# shellcheck shell=sh disable=SC2034 # for who asked
# networks.sh   A part of the scripts: the kinds of network that a setup can take a LAN card over from, as remote/plan/networks/table.cpp
# names them. Each has a room of its own, networks/KIND.sh, and a script does there what is to be done by calling `${kind}_…`; what each
# room has, README.md lists ("A kind of network"). Where several marks are there the first one counts, and where none is the last.
kinds='networkmanager ifupdown dhcpcd'
# For survey.sh: packages that it asks for, files that it reads for them, and their rules of awk for these.
survey_packages='' survey_files='' survey_awk=''
. "${0%/*}/interfaces.sh"
. "${0%/*}/networks/networkmanager.sh"
. "${0%/*}/networks/ifupdown.sh"
. "${0%/*}/networks/dhcpcd.sh"

# The kind of a setup, by its mark, the file that no other kind has. Fills in kind.
find_kind() { # TEST   a command that says of a path whether it belongs to that setup
    for kind in $kinds; do
        mark=''; eval "mark=\$${kind}_mark"
        "$1" "$mark" && return
    done
}
