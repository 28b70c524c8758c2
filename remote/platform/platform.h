// SPDX-License-Identifier: GPL-3.0-or-later
// What the operating system of this computer does for us and Qt does not: sockets that libssh can take over, a name service that is
// waited for by a thread of ours, processes that end together with all that they started, and a shell. One file for each platform
// stands behind this header (posix.cpp), and another behind remote/discovery/neighbourtable.h; no other file of remote/, wizard/ or app/ knows
// which platform it is: tests/unit/tst_layers keeps it so. A port is such files, and their lines in remote/CMakeLists.txt.
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>
#include <chrono>
#include <optional>
#include <span>
#include <utility>
#include <vector>

class QProcess;

namespace twinlan {

// --- Sockets: numbers, as libssh takes them. -1 is none.

// A socket address as this platform's connect() takes it.
struct SocketAddress
{
    QByteArray bytes;
    int family = 0;
};

struct FoundAddresses
{
    std::vector<SocketAddress> addresses; // in the order in which they are to be tried
    QString problem; // in the words of the name service; empty: none
};

enum class NameKind {
    Number, // "192.168.1.23", "fe80::1%eth0": asks nobody
    Any, // blocks for as long as the name service does, up to half a minute
};
[[nodiscard]] FoundAddresses findAddresses(const QByteArray &host, const QByteArray &port, NameKind kind);

struct SocketProblem
{
    bool refused = false; // tells more than silence: somebody is there
    QString text; // in the platform's words
};

// A non-blocking socket on its way to `address`, closed in programs that are started; -1 and `problem`: it cannot even begin.
[[nodiscard]] int startConnecting(const SocketAddress &address, SocketProblem &problem);
// For a socket that waitFor() has found readable or writable. Nothing: it is connected.
[[nodiscard]] std::optional<SocketProblem> connectingProblem(int fd);
// Two ends of one local stream, both non-blocking.
[[nodiscard]] std::optional<std::pair<int, int>> connectedSockets();
void closeSocket(int fd);

// Small packets go out at once: each of ours is waited for.
void sendAtOnce(int fd);
// Lets the kernel probe a silent peer and give up on unanswered data after three intervals, so that a connection
// without a command on it is noticed to be dead as well, and stays alive in the tables of a home router's NAT.
void watchPeer(int fd, std::chrono::seconds interval);

// What to wait for on one socket, and what came.
struct Watched
{
    int fd = -1;
    bool read = false;
    bool write = false;
    bool readable = false; // also when the other side is gone: the next read tells
    bool writable = false;
};
void waitFor(std::span<Watched> watched, std::chrono::milliseconds time);

// Bytes moved; 0: nothing now, try again after waitFor(); -1: the stream has ended.
qint64 readSome(int fd, char *buffer, qint64 size);
qint64 writeSome(int fd, const char *data, qint64 size);

// --- Processes

// Before the start: the process leads a group of its own.
void leadGroup(QProcess &process);
// Ends such a process at once, with all that it started.
void endGroup(QProcess &process);
// The POSIX shell that runs a measuring script on this computer, with iputils' ping beside it. Empty: this platform has none.
[[nodiscard]] QString shellProgram();

} // namespace twinlan
