// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/ssh/knownhosts.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>
#include <mutex>

namespace twinlan {

using namespace Qt::Literals::StringLiterals;

namespace {

// OpenSSH's own spelling: the bare host for port 22, else [host]:port.
QByteArray hostField(const QString &host, int port)
{
    const QByteArray name = host.toLower().toUtf8();
    return port == 22 ? name : '[' + name + "]:" + QByteArray::number(port);
}

// A host that would break the file's format, or match more than itself.
bool isPlainHost(const QString &host)
{
    static const QString forbidden = u" \t\r\n,#*?!@|"_s;
    for (const QChar c : host) {
        if (forbidden.contains(c))
            return false;
    }
    return !host.isEmpty();
}

// "type base64", nothing else.
bool isPlainKey(const QByteArray &key)
{
    const QByteArrayList words = key.split(' ');
    if (words.size() != 2 || words[0].isEmpty() || words[1].isEmpty())
        return false;
    for (const char c : key) {
        if (static_cast<unsigned char>(c) < 0x20)
            return false;
    }
    return QByteArray::fromBase64Encoding(words[1], QByteArray::AbortOnBase64DecodingErrors).operator bool();
}

struct Line
{
    QByteArrayList names;
    QByteArray key; // empty: no line of ours (comment, marker, blank)
};

Line parseLine(const QByteArray &text)
{
    const QByteArray simple = text.simplified();
    if (simple.isEmpty() || simple.startsWith('#') || simple.startsWith('@') || simple.startsWith('|'))
        return {};
    const QByteArrayList words = simple.split(' ');
    if (words.size() < 3)
        return {};
    return { words[0].toLower().split(','), words[1] + ' ' + words[2] };
}

QByteArrayList readLines(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {}; // no file: no host is known, and the person is asked
    QByteArrayList lines = file.readAll().split('\n');
    if (!lines.isEmpty() && lines.last().isEmpty())
        lines.removeLast();
    return lines;
}

QByteArrayList keysIn(const QString &path, const QString &host, int port)
{
    const QByteArray field = hostField(host, port);
    QByteArrayList keys;
    for (const QByteArray &text : readLines(path)) {
        const Line line = parseLine(text);
        if (line.names.contains(field))
            keys.append(line.key);
    }
    return keys;
}

// Two sessions may learn their host key at the same moment: held from reading the file to writing it.
std::mutex fileMutex;

Result<Done> replaceHost(const QString &path, const QString &host, int port, const QByteArray &newKey)
{
    const auto failed = [&](const QString &why) {
        return Error { ErrorKind::Internal, host, {}, path + u": "_s + why };
    };
    if (QFileInfo::exists(path) && !QFileInfo(path).isReadable())
        return failed(u"not readable"_s); // or every other host would be forgotten
    const QByteArray field = hostField(host, port);
    QByteArray content;
    for (const QByteArray &line : readLines(path)) {
        Line parsed = parseLine(line);
        if (parsed.names.removeAll(field) == 0)
            content += line + '\n'; // other hosts' lines stay as they are, byte for byte
        else if (!parsed.names.isEmpty())
            content += parsed.names.join(',') + ' ' + parsed.key + '\n';
    }
    content += field + ' ' + newKey + '\n';

    if (!QDir().mkpath(QFileInfo(path).absolutePath()))
        return failed(u"cannot make its folder"_s);
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return failed(file.errorString());
    (void)file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    if (file.write(content) != content.size() || !file.commit())
        return failed(file.errorString());
    return Done {};
}

} // namespace

Result<Done> KnownHostsFile::remember(const QString &host, int port, const QByteArray &publicKey) const
{
    if (!isPlainHost(host) || !isPlainKey(publicKey))
        return Error { ErrorKind::Internal, host, {}, u"not a host and its key"_s };
    const std::lock_guard lock(fileMutex);
    return replaceHost(path, host, port, publicKey);
}

Result<Done> KnownHostsFile::rememberClaim(
    const QString &host, int port, const QByteArray &publicKey, const QByteArrayList &outdated) const
{
    if (!isPlainHost(host) || !isPlainKey(publicKey))
        return Error { ErrorKind::Internal, host, {}, u"not a host and its key"_s };
    const std::lock_guard lock(fileMutex);
    for (const QByteArray &key : keysIn(path, host, port)) {
        if (key == publicKey || !outdated.contains(key))
            return Done {};
    }
    return replaceHost(path, host, port, publicKey);
}

QByteArrayList KnownHostsFile::keys(const QString &host, int port) const
{
    return keysIn(path, host, port);
}

QByteArray hostKeyAlgorithms(const QByteArrayList &remembered)
{
    QByteArrayList algorithms;
    for (const QByteArray &key : remembered) {
        const QByteArray type = key.left(key.indexOf(' '));
        // An RSA key is named ssh-rsa for ever; what is agreed on is how it signs, and SHA-1 is no longer good enough.
        if (type == "ssh-rsa")
            algorithms += { "rsa-sha2-512", "rsa-sha2-256" };
        else
            algorithms += type;
    }
    static const QByteArrayList known { "ssh-ed25519", "ecdsa-sha2-nistp256", "ecdsa-sha2-nistp384",
        "ecdsa-sha2-nistp521", "rsa-sha2-512", "rsa-sha2-256" };
    algorithms.removeIf([](const QByteArray &algorithm) { return !known.contains(algorithm); });
    for (const QByteArray &algorithm : known) {
        if (!algorithms.contains(algorithm))
            algorithms += algorithm;
    }
    return algorithms.join(',');
}

std::optional<Error> judgeHostKey(const HostKey &shown, const QByteArrayList &remembered, const QString &host)
{
    if (remembered.contains(shown.publicKey))
        return std::nullopt;
    const ErrorKind kind = remembered.isEmpty() ? ErrorKind::HostKeyUnknown : ErrorKind::HostKeyChanged;
    return Error { kind, host, {}, shown.fingerprint };
}

} // namespace twinlan
