// SPDX-License-Identifier: GPL-3.0-or-later
// tailscale-login.sh with a Tailscale that says what a row wants.
#include "scriptsandbox.h"

#include <QtTest>

using namespace twinlan;

namespace {

// `says STATE [URL]`: the status from now on. `tailscale up` is noted, and waits as the real one does.
constexpr char helpers[] = R"sh(
says() {
    printf '{\n  "Version": "1.102.0",\n  "BackendState": "%s",\n  "AuthURL": "%s",\n  "Self": {\n    "BackendState": "Running"\n  }\n}\n' "$1" "${2:-}" >"$work/status.new"
    mv "$work/status.new" "$work/status"
}
cat >"$work/bin/tailscale" <<'END'
#!/bin/sh
case $1 in
status) cat "$work/status" ;;
up) echo "tailscale $*" >>"$work/asked"; exec /bin/sleep 20 ;;
esac
END
printf '#!/bin/sh\n[ ! -e "$work/stopped" ] || exit 3\n' >"$work/bin/systemctl"
printf '#!/bin/sh\nexec /bin/sleep 0.2\n' >"$work/bin/sleep"
)sh";

} // namespace

class TestTailscaleLoginSh : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void row_data();
    void row();
};

void TestTailscaleLoginSh::row_data()
{
    QTest::addColumn<QByteArray>("body");
    const auto row = [](const char *name, const char *body) { QTest::newRow(name) << QByteArray(helpers) + body; };

    row("who is logged in is asked nothing", R"sh(
says Running
must "login" script tailscale-login 10
[ "$(cat "$work/said")" = state=Running ] || fail "$(cat "$work/said")"
[ ! -e "$work/asked" ] || fail "$(cat "$work/asked")")sh");
    row("the link, a new one, and the end", R"sh(
says NeedsLogin https://login.example/1
script tailscale-login 20 >"$work/said" & login=$!
/bin/sleep 1; says NeedsLogin https://login.example/2
/bin/sleep 1; says Running
wait $login || fail "exit $?"
[ "$(grep -v '^waiting=' "$work/said" | tr '\n' ' ')" = 'url=https://login.example/1 url=https://login.example/2 state=Running ' ] || fail "$(cat "$work/said")")sh");
    row("it takes no names from the tailnet, and another server where one is asked for", R"sh(
says NeedsLogin
fails_with TailscaleLoginTimedOut script tailscale-login 1 https://headscale.example
grep -qx 'tailscale up --accept-dns=false --timeout=1s --login-server=https://headscale.example' "$work/asked" || fail "$(cat "$work/asked")")sh");
    row("an administrator has to approve it", R"sh(
says NeedsLogin https://login.example/1
script tailscale-login 20 >"$work/said" & login=$!
/bin/sleep 1; says NeedsMachineAuth
wait $login && fail "it calls that a login"
grep -qx error=TailscaleNeedsApproval "$work/said" || fail "$(cat "$work/said")")sh");
    row("tailscaled does not start", R"sh(
: >"$work/stopped"
fails_with TailscaleStopped script tailscale-login 5)sh");
}

void TestTailscaleLoginSh::row()
{
    QFETCH(QByteArray, body);
    const QByteArray wrong = test::runInSandbox(body);
    QVERIFY2(wrong.isEmpty(), wrong);
}

QTEST_GUILESS_MAIN(TestTailscaleLoginSh)
#include "tst_tailscalelogin_sh.moc"
