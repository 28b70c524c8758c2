#!/usr/bin/env bash
# screenshots.sh BUILD_DIR OUT_DIR   The pictures that the AppStream metainfo names, made by the gallery: to be put where
#                                    TWINLAN_PICTURES_URL points to.
# screenshots.sh --names             Their names.
set -euo pipefail
scenes=(result=29-result-joined routers=02-addresses check-up=19-check-up-good set-up=25-apply-running)
languages=(en ja)

if [[ ${1:-} == --names ]]; then
    for scene in "${scenes[@]}"; do printf "${scene%%=*}-%s.png\n" "${languages[@]}"; done
    exit
fi
[[ $# == 2 ]] || { sed -n '2,4s/^# //p' "$0" >&2; exit 2; }
build=$1 out=$2
gallery=$(mktemp -d)
trap 'rm -rf "$gallery"' EXIT
mkdir -p "$out"
for scene in "${scenes[@]}"; do
    for language in "${languages[@]}"; do
        TWINLAN_GALLERY=$gallery QT_QPA_PLATFORM=offscreen "$build/tests/gui/tst_gallery" -silent "save:$language ${scene#*=}" >/dev/null
        cp "$gallery/${scene#*=}-$language.png" "$out/${scene%%=*}-$language.png"
    done
done
