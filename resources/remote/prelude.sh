# shellcheck shell=sh
# prelude.sh   A part of the scripts: how they answer (resources/remote/README.md, "How a script answers").
fail() { printf 'error=%s\ndetail=%s\n' "$1" "$2"; exit 3; } # KIND TEXT
