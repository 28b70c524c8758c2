// SPDX-License-Identifier: GPL-3.0-or-later
// The zoo: Raspberry Pis as data. A file of zoo/ is one of them, and begins with what it is and what is right for it:
//
//     # OS 12 whose Wi-Fi is up beside the cable
//     like os12                          of that one everything that is not said again
//     served networkmanager              the kind of network that takes its card, or
//     refused KIND ERROR VALUE           a finding that stops the setup, and the error that a run gives for it
//     stopped KIND VALUE                 a finding that stops it in the check-up alone
//     warned KIND VALUE                  a finding that is only shown
//     takes ipv4.method=auto             what goes along to the bridge, a line each, in this order
//
// Then come its parts, each behind a line of its own: "-- /etc/dhcpcd.conf" a file, "-- no /etc/dhcpcd.conf" none, "-- $ ip -4 route" what a
// program says to these words and whatever follows them (one without any such part is not installed), "-- services" those that run, and
// "-- cards" its network cards: "NAME MAC KIND SPEED CARRIER", and "in BRIDGE" or "over CARD" behind it.
#pragma once

#include <QDir>
#include <QFile>
#include <QMap>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>

namespace twinlan::test {

using namespace Qt::Literals::StringLiterals;

struct ZooPi
{
    QString what;
    QStringList right; // its lines, as they stand there
    QMap<QString, QByteArray> parts;
};

inline ZooPi zooPi(const QDir &zoo, const QString &name)
{
    ZooPi pi;
    QFile file(zoo.filePath(name + u".txt"_s));
    if (!file.open(QIODevice::ReadOnly))
        return pi;
    QString part;
    while (!file.atEnd()) {
        const QByteArray line = file.readLine();
        const QString text = QString::fromUtf8(line).trimmed();
        if (line.startsWith("-- no ")) {
            pi.parts.remove(text.mid(6));
        } else if (line.startsWith("-- ")) {
            part = text.mid(3);
            pi.parts[part] = {};
        } else if (!part.isEmpty()) {
            pi.parts[part] += line;
        } else if (line.startsWith("# ")) {
            pi.what = text.mid(2);
        } else if (line.startsWith("like ")) {
            pi.parts = zooPi(zoo, text.mid(5)).parts;
        } else {
            pi.right << text;
        }
    }
    return pi;
}

// A root folder with what a Pi's survey looks at; beside the programs that it has answers of, only those that every system has.
class ZooTree
{
public:
    explicit ZooTree(const ZooPi &pi)
    {
        write(u"/sys/fs/cgroup/system.slice/cgroup.events"_s, "populated 1\n");
        // The words of a program, the longer ones first, and the file with its answer.
        QMap<QString, QByteArray> programs;
        for (auto part = pi.parts.constEnd(); part != pi.parts.constBegin();) {
            --part;
            if (part.key() == "services"_L1) {
                for (const QByteArray &name : part.value().simplified().split(' '))
                    write(u"/sys/fs/cgroup/system.slice/"_s + QString::fromLatin1(name) + u".service/cgroup.events"_s, "populated 1\nfrozen 0\n");
            } else if (part.key() == "cards"_L1) {
                for (const QByteArray &line : part.value().split('\n'))
                    card(QString::fromLatin1(line).split(u' ', Qt::SkipEmptyParts));
            } else if (part.key().startsWith("$ "_L1)) {
                const QString words = part.key().mid(2);
                const QString answer = u"/zoo/answers/"_s + QString::number(std::distance(pi.parts.constBegin(), part));
                write(answer, part.value());
                programs[words.section(u' ', 0, 0)] += "'" + words.section(u' ', 1).toUtf8() + "'*) exec cat " + answer.toLatin1() + " ;;\n";
            } else {
                write(part.key(), part.value());
            }
        }
        for (auto program = programs.constBegin(); program != programs.constEnd(); ++program) {
            write(u"/zoo/bin/"_s + program.key(), "#!/zoo/bin/sh\ncase \"$*\" in\n" + program.value() + "esac\n");
            QFile(path(u"/zoo/bin/"_s + program.key())).setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        }
        const QStringList everywhere { u"awk"_s, u"base64"_s, u"cat"_s, u"grep"_s, u"head"_s, u"id"_s, u"readlink"_s, u"sed"_s, u"sh"_s,
            u"sha256sum"_s, u"stat"_s, u"tail"_s, u"timeout"_s, u"tr"_s };
        for (const QString &name : everywhere)
            QFile::link(QFileInfo(QStandardPaths::findExecutable(name)).canonicalFilePath(), path(u"/zoo/bin/"_s + name));
    }

    // What SCRIPT, as the program sends it, says there. In a mount namespace, so that nothing of this computer is there but its programs.
    [[nodiscard]] QByteArray run(const QByteArray &script, const QStringList &arguments) const
    {
        static const QString enter = uR"sh(
root=$1; shift
mkdir -p "$root/dev" "$root/lib" "$root/etc" "$root/run" "$root/var/lib"
for folder in bin lib lib64; do
    [ ! -d "/usr/$folder" ] || { mkdir -p "$root/usr/$folder" && mount --rbind "/usr/$folder" "$root/usr/$folder" || exit 1; }
done
ln -s usr/lib64 "$root/lib64"; ln -s usr/bin "$root/bin"
ln -s /usr/lib/*-linux-* "$root/lib/"
mount --rbind /dev "$root/dev" || exit 1
PATH=/zoo/bin LC_ALL=C.UTF-8 exec /usr/sbin/chroot "$root" /zoo/bin/sh -s "$@"
)sh"_s;
        QProcess shell;
        shell.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        shell.start(u"unshare"_s, QStringList { u"--mount"_s, u"--net"_s, u"--propagation"_s, u"private"_s, u"sh"_s, u"-c"_s, enter, u"sh"_s, m_folder.path() } + arguments);
        shell.write(script);
        shell.closeWriteChannel();
        return shell.waitForFinished(120'000) && shell.exitCode() == 0 ? shell.readAllStandardOutput() : QByteArray();
    }

private:
    [[nodiscard]] QString path(const QString &inside) const { return m_folder.path() + inside; }
    void write(const QString &inside, const QByteArray &text)
    {
        QDir().mkpath(QFileInfo(path(inside)).path());
        QFile file(path(inside));
        if (file.open(QIODevice::WriteOnly))
            file.write(text);
    }
    // As /sys has it: "eth0 b8:27:eb:00:00:01 ether 1000 1 in br0".
    void card(const QStringList &words)
    {
        if (words.size() < 5)
            return;
        const QString name = words[0];
        const QString kind = words[2];
        const QString folder = u"/sys/class/net/"_s + name + u'/';
        write(folder + u"type"_s, kind == "tun"_L1 ? "65534\n" : "1\n");
        write(folder + u"address"_s, words[1].toLatin1() + '\n');
        write(folder + u"speed"_s, words[3].toLatin1() + '\n');
        write(folder + u"carrier"_s, words[4].toLatin1() + '\n');
        write(folder + u"ifindex"_s, QByteArray::number(++m_cards) + '\n');
        write(folder + u"uevent"_s, "INTERFACE=" + name.toLatin1() + "\nIFINDEX=" + QByteArray::number(m_cards) + '\n');
        if (kind == "ether"_L1 || kind == "wlan"_L1)
            write(folder + u"device/vendor"_s, {});
        if (kind == "wlan"_L1)
            write(folder + u"wireless/status"_s, {});
        if (kind == "bridge"_L1)
            write(folder + u"bridge/stp_state"_s, "0\n");
        if (kind == "vlan"_L1)
            write(u"/proc/net/vlan/"_s + name, {});
        const QString other = words.value(6);
        if (words.value(5) == "in"_L1) {
            QFile::link(u"../"_s + other, path(folder + u"master"_s));
            QFile::link(u"../"_s + other, path(folder + u"upper_"_s + other));
            write(u"/sys/class/net/"_s + other + u"/brif/"_s + name + u"/state"_s, "3\n");
        } else if (words.value(5) == "over"_L1) {
            write(u"/sys/class/net/"_s + other + u"/type"_s, "1\n");
            QFile::link(u"../"_s + name, path(u"/sys/class/net/"_s + other + u"/upper_"_s + name));
        }
    }

    QTemporaryDir m_folder;
    int m_cards = 0;
};

} // namespace twinlan::test
