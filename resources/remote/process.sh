# shellcheck shell=sh disable=SC2034 # for who asked
# process.sh   A part of claim.sh, survey.sh and boot-guard.sh: a process is known by its number and its start. Read by the shell itself: each
# program started costs a slow Pi 40 ms.
process() { # PID   fills in name, parent and start; 1: there is none of that number
    name='' parent=0 start=0
    { read -r stat < "/proc/$1/stat"; } 2>/dev/null || return 1
    name=${stat#*(}; name=${name%)*}
    # shellcheck disable=SC2086 # its fields; of those after its name the 20th is when it was started
    set -- ${stat##*) }
    parent=$2 start=${20}
}
