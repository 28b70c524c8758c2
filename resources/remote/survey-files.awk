# survey-files.awk   A part of survey.sh, before the rules of the kinds of network: of parts of files that are ours, the lines inside; the plan
# that an earlier setup left; and where our files would lie on something that is empty again after a restart,
# forgets="MOUNT_POINT KIND" (overlay root, tmpfs, read-only, zram).   parts: " PATH#top PATH#end …"
BEGIN { places = split("/etc/twinlan /etc/network/interfaces.d /etc/NetworkManager/system-connections /etc/systemd/system /var/lib/twinlan /usr/local/lib/twinlan", place) }
function say(line) { print line; fflush() }
FNR == 1 { part = "" }
FILENAME == "/proc/mounts" {
    # At each of our places the deepest one counts, and of those the last one.
    for (i = 1; i <= places; i++) if (($2 == "/" || index(place[i] "/", $2 "/") == 1) && length($2) >= length(at[i])) {
        at[i] = $2
        passing = $3 ~ /^(overlay|aufs|unionfs|tmpfs|ramfs|squashfs|fuse[.]unionfs)/ || $1 ~ /^.dev.z?ram[0-9]/
        how[i] = passing ? $3 : "," $4 "," ~ /,ro,/ ? "read-only" : ""
    }
    next
}
FILENAME == "/etc/twinlan/plan.json" { say("plan_line=" $0); next }
/^# >>> twinlan / { part = $4; wanted = index(parts, " " FILENAME "#" part " "); if (wanted) say("block=" FILENAME "#" part); next }
/^# <<< twinlan / { part = ""; next }
part != "" { if (wanted) say("block_line=" FILENAME "#" part " " $0); next }
END { for (i = 1; i <= places; i++) if (how[i] != "") { say("forgets=" at[i] " " how[i]); break } }
