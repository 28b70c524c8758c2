// SPDX-License-Identifier: GPL-3.0-or-later
// What install-packages.sh and install-tailscale.sh ask of apt. An apt-get and a dpkg that only answer stand for the Pi's.
#include "scriptsandbox.h"

#include <QtTest>

namespace {

// `plan` is what apt-get would do, in its own words; it does nothing, and notes when it is asked to.
constexpr char apt[] = R"sh(
printf '#!/bin/sh\ncase ${4:-} in nftables) echo installed ;; esac\n' >"$work/bin/dpkg-query"
printf '#!/bin/sh\ncase $1 in --audit) ;; *) exec /usr/bin/dpkg "$@" ;; esac\n' >"$work/bin/dpkg"
printf '#!/bin/sh\ncase $* in *simulate*) cat "$work/plan" ;; *update*) cat "$work/update" >&2; exit "$(cat "$work/updates")" ;; *) echo "apt-get $*" >>"$work/asked" ;; esac\n' >"$work/bin/apt-get"
chmod +x "$work/bin/dpkg-query" "$work/bin/dpkg" "$work/bin/apt-get"
mkdir -p /var/lib/apt/lists && : >/var/lib/apt/lists/x_Packages
: >"$work/update"; echo 0 >"$work/updates"; : >"$work/asked"
install() { script install-packages nftables iputils-arping; }
nothing_done() { [ ! -s "$work/asked" ] || fail "$(cat "$work/asked")"; }
)sh";

// As above; Tailscale is there in the version that stands in $work/tailscale, and an archive has 1.102.0. Its key is what apt-helper brings.
constexpr char tailscale[] = R"sh(
rm "$work/bin/tailscale"
cat >"$work/bin/dpkg-query" <<'END'
#!/bin/sh
case ${4:-} in
tailscale) [ -e "$work/tailscale" ] || exit 1; case $3 in *Version*) cat "$work/tailscale" ;; *) echo installed ;; esac ;;
esac
END
cat >"$work/bin/apt-get" <<'END'
#!/bin/sh
case $* in
*simulate*) ;;
*indextargets*) ! grep -qs '^deb ' /etc/apt/sources.list.d/tailscale.list || echo https://pkgs.tailscale.com ;;
*install*) echo "apt-get $*" >>"$work/asked"; [ ! -e "$work/offline" ] && echo 1.102.0 >"$work/tailscale" ;;
*) echo "apt-get $*" >>"$work/asked"; [ ! -e "$work/offline" ] ;;
esac
END
printf '#!/bin/sh\nfor file; do :; done; echo "apt-helper $*" >>"$work/asked"; [ ! -e "$work/no-key" ] && echo key >"$file"\n' >"$work/bin/apt-helper"
chmod +x "$work/bin/apt-helper"
mount --bind "$work/bin/apt-helper" /usr/lib/apt/apt-helper && mount -t tmpfs none /usr/share/keyrings
printf 'ID=debian\nVERSION_CODENAME=bookworm\n' >"$work/os-release" && mount --bind "$work/os-release" "$(readlink -f /etc/os-release)"
rm -f /etc/apt/sources.list.d/*
key=/usr/share/keyrings/tailscale-archive-keyring.gpg list=/etc/apt/sources.list.d/tailscale.list
install() { script install-tailscale; }
no_trace() { [ ! -e "$key" ] && [ ! -e "$key.new" ] && [ ! -e "$list" ] && [ ! -e /var/lib/twinlan/tailscale ] || fail "$(ls /usr/share/keyrings /etc/apt/sources.list.d)"; }
)sh";

} // namespace

class TestPackagesSh : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void scripts_data();
    void scripts();
};

void TestPackagesSh::scripts_data()
{
    QTest::addColumn<QByteArray>("body");
    const auto row = [](const char *name, const char *body) { QTest::newRow(name) << QByteArray(apt) + body; };
    row("what is missing is installed", R"sh(
printf 'Inst iputils-arping (3:20221126-1 Debian:12 [arm64])\nConf iputils-arping (3:20221126-1 Debian:12 [arm64])\n' >"$work/plan"
must "install" install
grep -q '^apt-get .*--no-remove .*install iputils-arping$' "$work/asked" || fail "$(cat "$work/asked")"
grep -qx installed=iputils-arping "$work/said" || fail "$(cat "$work/said")")sh");
    row("a newer library with it", R"sh(
printf 'Inst libcap2 [1:2.66-4] (1:2.66-5 Debian:12 [arm64])\nInst iputils-arping (3:20221126-1 Debian:12 [arm64])\n' >"$work/plan"
must "install" install)sh");
    row("never in the place of the owner's", R"sh(
printf 'Remv arping [2.23-1]\nInst iputils-arping (3:20221126-1 Debian:12 [arm64])\n' >"$work/plan"
fails_with PackageConflict install
grep -qx detail=arping "$work/said" || fail "$(cat "$work/said")"
nothing_done)sh");
    row("nor anything that goes with it, nor its files", R"sh(
printf 'Remv ifupdown2 [3.0-1] [openmediavault:arm64 ]\nPurg openmediavault [6.0]\nInst iputils-arping (1 Debian:12 [arm64])\n' >"$work/plan"
fails_with PackageConflict install
grep -qx "detail=ifupdown2 openmediavault" "$work/said" || fail "$(cat "$work/said")"
nothing_done)sh");
    row("nor an older version of it", R"sh(
printf 'Inst iproute2 [6.7.0-1~bpo12+1] (6.1.0-3 Debian:12 [arm64])\nInst iputils-arping (1 Debian:12 [arm64])\n' >"$work/plan"
fails_with PackageConflict install
grep -qx detail=iproute2 "$work/said" || fail "$(cat "$work/said")"
nothing_done)sh");
    row("apt's last words come without a file that anybody could have laid there before", R"sh(
rm /var/lib/apt/lists/x_Packages; echo 100 >"$work/updates"; echo "Could not resolve deb.debian.org" >"$work/update"
sed -i 's,^case,find /tmp -maxdepth 1 -name "twinlan-apt*" >>"$work/asked"; case,; s/echo "apt-get.*>>/exit 100; : >>/' "$work/bin/apt-get"
fails_with PackagesOffline install
grep -q "Could not resolve" "$work/said" || fail "$(cat "$work/said")"
nothing_done)sh");

    const auto tailscaleRow = [](const char *name, const char *body) { QTest::newRow(name) << QByteArray(apt) + tailscale + body; };
    tailscaleRow("Tailscale is missing", R"sh(
must "install" install
grep -qx "deb \[signed-by=$key\] https://pkgs.tailscale.com/stable/debian bookworm main" "$list" || fail "$(cat "$list")"
grep -q "^apt-helper .*https://pkgs.tailscale.com/stable/debian/bookworm.noarmor.gpg $key.new$" "$work/asked" || fail "$(cat "$work/asked")"
grep -q "^apt-get .*SourceList=$list .*update$" "$work/asked" || fail "no list: $(cat "$work/asked")"
grep -q '^apt-get .*--no-remove .*install tailscale tailscale-archive-keyring$' "$work/asked" || fail "$(cat "$work/asked")"
[ "$(cat "$key" /var/lib/twinlan/tailscale)" = "key
$key
$list" ] || fail "$(cat /var/lib/twinlan/tailscale)")sh");
    tailscaleRow("it is too old, from an archive that the Pi knows", R"sh(
echo 1.34.2 >"$work/tailscale"; echo "deb https://pkgs.tailscale.com/stable/debian bookworm main" >"$list"; before=$(cat "$list")
must "install" install
grep -q '^apt-get .*install tailscale$' "$work/asked" || fail "$(cat "$work/asked")"
[ "$(cat "$list")" = "$before" ] && [ ! -e "$key" ] && [ ! -e /var/lib/twinlan/tailscale ] || fail "$(ls /usr/share/keyrings)")sh");
    tailscaleRow("a release upgrade has switched that archive off", R"sh(
echo 1.34.2 >"$work/tailscale"; echo "# deb https://pkgs.tailscale.com/stable/debian bullseye main" >"$list"; before=$(cat "$list")
must "install" install
[ "$(cat "$list")" = "$before" ] && grep -q ' bookworm main$' "${list%.list}-twinlan.list" || fail "$(ls /etc/apt/sources.list.d)")sh");
    tailscaleRow("it is new enough", R"sh(
echo 1.80.1 >"$work/tailscale"
must "install" install
nothing_done; no_trace)sh");
    tailscaleRow("a program that is no package", R"sh(
printf '#!/bin/sh\n' >"$work/bin/tailscale"; chmod +x "$work/bin/tailscale"
fails_with TailscaleByHand install
grep -qx "detail=$work/bin/tailscale" "$work/said" || fail "$(cat "$work/said")"
nothing_done; no_trace)sh");
    tailscaleRow("its key cannot be had", R"sh(
: >"$work/no-key"
fails_with PackagesOffline install
no_trace)sh");
    tailscaleRow("its packages cannot be had", R"sh(
: >"$work/offline"
fails_with PackagesOffline install
no_trace)sh");
    tailscaleRow("nor does a key go that was there before", R"sh(
: >"$work/offline"; echo theirs >"$key"
fails_with PackagesOffline install
[ "$(cat "$key")" = theirs ] && [ ! -e "$list" ] || fail "$(cat "$key")")sh");
    tailscaleRow("32 bits of Raspberry Pi OS", R"sh(
printf 'ID=raspbian\nVERSION_CODENAME=bullseye\n' >"$work/os-release"
must "install" install
grep -q ' https://pkgs.tailscale.com/stable/raspbian bullseye main$' "$list" || fail "$(cat "$list")")sh");
}

void TestPackagesSh::scripts()
{
    QFETCH(QByteArray, body);
    const QByteArray wrong = twinlan::test::runInSandbox(body);
    QVERIFY2(wrong.isEmpty(), wrong);
}

QTEST_GUILESS_MAIN(TestPackagesSh)
#include "tst_packages_sh.moc"
