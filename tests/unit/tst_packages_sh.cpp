// SPDX-License-Identifier: GPL-3.0-or-later
// What install-packages.sh asks of apt. An apt-get and a dpkg that only answer stand for the Pi's.
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
}

void TestPackagesSh::scripts()
{
    QFETCH(QByteArray, body);
    const QByteArray wrong = twinlan::test::runInSandbox(body);
    QVERIFY2(wrong.isEmpty(), wrong);
}

QTEST_GUILESS_MAIN(TestPackagesSh)
#include "tst_packages_sh.moc"
