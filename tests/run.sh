#!/usr/bin/env bash
# run.sh [RING]...   Installs what is missing, builds, runs the rings (all of them without a name) and prints, as its last line,
# "N passed, N failed".
#   unit  tables, scripts in sandboxes, filters with real frames      gui   pages over a scripted host, offscreen
#   ssh   a real sshd             lab   the two practice homes: real kernels, real Tailscale
# Outside the default run: asan, tsan (unit, gui and ssh with sanitizers), tidy (clang-tidy over all, of which unit does a twelfth),
# coverage (which lines unit and gui run), bench (ratios, see tests/bench/), faults (the whole fault matrix, see tests/lab/faults.sh), boots
# (all boots after a setup, hours, see tests/lab/boots.sh), lab-all (of the lab also the cases that take turns from day to day),
# package (the Debian package, on clean roots of Debian 12 and 13; see tests/package/run.sh).
# Where all packages are there, the rings unit and gui run without root and without the internet, in a user namespace. What wants more than
# that (a tap, a large receive buffer: tst_diagnose_sh, the storms of tst_filterpackets) fails there.
set -uo pipefail
here=$(cd "$(dirname "$0")" && pwd)
root=$(dirname "$here")
began=$SECONDS
say() { printf '== [%4d s] %s\n' "$((SECONDS - began))" "$*"; }
passed=0 failed=0
finish() { printf '%d passed, %d failed\n' "$passed" "$failed"; ((failed == 0)); exit $?; }
count() { # NAME STATUS
    if [[ $2 == 0 ]]; then passed=$((passed + 1)); else failed=$((failed + 1)); fi
    printf '%s: %s\n' "$([[ $2 == 0 ]] && echo ok || echo FAILED)" "$1"
}
# Something the tests stand on is not there: that is a failure, not a reason to skip.
give_up() { echo "FAILED: $*"; failed=$((failed + 1)); finish; }

rings=("$@")
((${#rings[@]})) || rings=(unit gui ssh lab)
wants() { local r; for r in "${rings[@]}"; do [[ $r == "$1" ]] && return 0; done; return 1; }

lists=("$root/app/packages.txt" "$here/packages.txt")
if wants ssh || wants asan || wants tsan; then
    ((EUID == 0)) || give_up "the ring ssh makes users of its own: run it as root"
    lists+=("$here/ssh/packages.txt")
fi
if wants package; then
    ((EUID == 0)) || give_up "the ring package makes roots of Debian: run it as root"
    lists+=("$root/app/package/packages.txt" "$here/package/packages.txt")
    [[ -z ${HOMES:-} ]] || lists+=("$root/app/practice/packages.txt")
fi
homes=false
for ring in lab lab-all faults boots bench; do wants $ring && homes=true; done
if $homes; then
    ((EUID == 0)) || give_up "the practice homes are made of networks of their own: run this as root"
    [[ -c /dev/net/tun ]] || give_up "/dev/net/tun is missing: the practice homes cannot be built"
    lists+=("$root/app/practice/packages.txt")
fi
say "packages"
bash "$root/app/install-packages.sh" "${lists[@]}" || give_up "packages cannot be installed"

# ifquery and nmcli judge the network files, netplan's generator writes some. Unpacked, not installed: all three packages would want this
# machine's own network.
tools=$root/build/tools
unpacked() { # PACKAGE PROGRAM
    [[ ! -x $tools/$2 ]] || return 0
    mkdir -p "$tools"
    (cd "$tools" && { apt-get -qq -o APT::Sandbox::User=root download "$1" || { apt-get -qq update && apt-get -qq -o APT::Sandbox::User=root download "$1"; }; } &&
        dpkg-deb -x "$1"_*.deb .) || give_up "$1 cannot be fetched"
}
if wants unit || wants asan || wants tsan || wants coverage; then
    unpacked ifupdown sbin/ifquery
    unpacked network-manager usr/bin/nmcli
    unpacked netplan.io usr/libexec/netplan/generate
    ln -sf ../libexec/netplan/generate "$tools/usr/bin/netplan-generate"
    PATH=$PATH:$tools/sbin:$tools/usr/bin:/usr/sbin:/sbin
fi

build() { # PRESET [TARGET...]
    local preset=$1 options=(-DTWINLAN_WERROR=ON)
    shift
    say "build ($preset)"
    # Nobody sits here with a debugger, and without what one needs a third of the compiler's time is saved.
    [[ $preset != debug ]] || options+=(-DCMAKE_CXX_FLAGS_DEBUG=)
    cmake -S "$root" --preset "$preset" "${options[@]}" >"$root/build/$preset.configure.log" 2>&1 \
        || { cat "$root/build/$preset.configure.log"; return 1; }
    ninja -C "$root/build/$preset" --quiet "$@"
}
mkdir -p "$root/build"

# The practice homes are made while the compiler runs, if they are wanted: both wait mostly for different things. The image of release
# 12 is made by the case that wants it.
lab_up=''
if wants lab || wants lab-all; then
    export TWINLAN_PRACTICE_ID=${TWINLAN_PRACTICE_ID:-t$$}
    "$root/app/practice/practice" build 13 11 >"$root/build/practice.log" 2>&1 &
    lab_up=$!
fi

# For who is not root: root in namespaces of its own, with a /run for them.
as_root=()
# shellcheck disable=SC2016 # for the inner shell
((EUID == 0)) || as_root=(unshare --user --map-root-user --mount sh -c 'mount -t tmpfs none /run && exec "$@"' sh)

run_ctest() { # DIR RING
    local log=$1/Testing/$2.log
    mkdir -p "$1/Testing"
    # Most of a ring's time is waiting: for a guard's next look, for a neighbour that does not answer.
    "${as_root[@]}" ctest --test-dir "$1" -L "^$2\$" --parallel "$(($(nproc) * 2))" --output-on-failure --timeout "${ctest_timeout:-600}" --no-tests=error >"$log" 2>&1 || true
    # A line a test: " 1/20 Test  #3: unit/tst_mtu ....   Passed    0.01 sec"
    grep -E '^ *[0-9]+/[0-9]+ Test' "$log" >"$log.lines" || true
    [[ -s $log.lines ]] || { cat "$log"; count "ring $2 ran no test" 1; return; }
    while read -r line; do
        local name=${line#*: }
        if [[ $line == *' Passed '* ]]; then count "${name%% *}" 0; else count "${name%% *}" 1; fi
    done <"$log.lines"
    grep -qE '\*\*\*|FAIL!' "$log" && grep -vE ' Passed +[0-9.]+ sec' "$log"
    return 0
}

# What a script judges: one line each, "ok NAME" or "FAILED NAME"; the rest is for reading. One that breaks off without a word has failed too.
count_lines() { # PREFIX COMMAND…
    local line said status
    said=$("${@:2}")
    status=$?
    [[ $status == 0 || $said == *FAILED\ * ]] || said+=$'\n'"FAILED broke off with $status"
    while IFS= read -r line; do
        case $line in
        'ok '*) count "$1/${line#ok }" 0 ;;
        'FAILED '*) count "$1/${line#FAILED }" 1 ;;
        *) echo "$line" ;;
        esac
    done <<<"$said"
}

# The ring package alone needs no debug build: what it judges is built as Debian builds.
if [[ ${rings[*]} != package ]]; then
    build debug all twinlan-practice-drive || give_up "the build failed"
    count build 0
fi
for ring in unit gui ssh; do
    if wants $ring; then say "ring $ring"; run_ctest "$root/build/debug" $ring; fi
done
for sanitizer in asan tsan; do
    if wants $sanitizer; then
        preset=$sanitizer; [[ $sanitizer == asan ]] && preset=asan+ubsan
        build $preset all || give_up "the $preset build failed"
        export G_SLICE=always-malloc # GLib's own slices pass from thread to thread unseen by ThreadSanitizer
        export TSAN_OPTIONS="suppressions=$here/tsan.supp die_after_fork=0" LSAN_OPTIONS="suppressions=$here/lsan.supp"
        # The gallery draws 250 windows, five times as slowly.
        for ring in unit gui ssh; do say "ring $ring with $preset"; ctest_timeout=1800 run_ctest "$root/build/$preset" $ring; done
    fi
done

if wants coverage; then
    build coverage tests_unit tests_gui || give_up "the coverage build failed"
    find "$root/build/coverage" -name '*.gcda' -delete
    for ring in unit gui; do say "ring $ring"; run_ctest "$root/build/coverage" $ring; done
    say "coverage"
    bash "$here/coverage.sh" "$root/build/coverage"; count coverage $?
fi

if wants unit || wants tidy; then
    say "format"
    bash "$here/format.sh" --check; count format $?
    say "clang-tidy"
    bash "$here/tidy.sh" "$root/build/debug" "$(if wants tidy; then echo all; fi)"; count clang-tidy $?
fi
if wants unit; then
    say "what is installed beside the program"
    count_lines package bash "$here/package/fast.sh" "$root/build/debug"
    say "scripts"
    # Each with its parts (resources/remote/.shellcheckrc), as it runs on a Pi.
    shellcheck -s sh "$root"/resources/remote/*.sh "$root"/resources/remote/networks/*.sh; count shellcheck/resources $?
    # -x: a script is read together with its parts, which are named relative to it.
    shellcheck -x -P SCRIPTDIR:"$root" "$root"/app/*.sh "$root"/app/package/*.sh "$root"/tests/*.sh "$root"/tests/*/*.sh "$root"/app/practice/practice "$root"/app/practice/*.sh \
        "$root"/app/practice/lib/*.sh; count shellcheck/host $?
fi
if wants lab || wants lab-all; then
    say "practice homes"
    wait "$lab_up" || { cat "$root/build/practice.log"; give_up "the practice homes cannot be built"; }
    LAB_ALL=$(wants lab-all && echo 1) bash "$here/lab/run.sh" "$root/build/debug" || true
    # One line a case: "ok NAME" or "FAILED NAME"
    while read -r word name; do count "lab/$name" "$([[ $word == ok ]] && echo 0 || echo 1)"; done <"$root/build/debug/lab.result"
fi
if wants faults; then
    say "fault matrix (hours)"
    "$root/app/practice/practice" build 11 || give_up "the practice homes cannot be built"
    bash "$here/lab/faults.sh" "$root/build/debug" all; count faults $?
fi
if wants boots; then
    say "boots (hours)"
    "$root/app/practice/practice" build 11 12 13 || give_up "the practice homes cannot be built"
    bash "$here/lab/boots.sh" "$root/build/debug" all; count boots $?
fi
if wants package; then
    say package
    if deb=$(bash "$root/app/package/deb.sh" "$root/build"); then
        count "package/built" 0
        count_lines package bash "$here/package/run.sh" "${deb##*$'\n'}"
    else
        count "package/built" 1
    fi
fi
if wants bench; then
    say bench
    # The folder is start.sh's too, which has no use for tests.
    { cmake -S "$root" --preset release -DTWINLAN_TESTS=ON >"$root/build/release.configure.log" 2>&1 &&
        ninja -C "$root/build/release" --quiet twinlan twinlan-bench-frame twinlan-bench-record; } || give_up "the release build failed"
    bash "$here/bench/run.sh" "$root/build/release"; count bench $?
fi
finish
