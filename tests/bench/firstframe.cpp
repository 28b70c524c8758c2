// SPDX-License-Identifier: GPL-3.0-or-later
// twinlan-bench-frame wizard|empty   Opens the wizard's window, or a bare Qt window beside it, until the first frame is drawn.
// Prints: the monotonic clock at that moment in ns, and the resident memory in kB.
#include "app/diagnosticsstarter.h"
#include "app/window.h"
#include "wizard/backend/remotebackend.h"
#include "wizard/diagnostics/diagnosticspanel.h"

#include <QApplication>
#include <QFile>
#include <QMainWindow>
#include <QTimer>
#include <chrono>
#include <cstdio>

using namespace Qt::Literals::StringLiterals;
using namespace twinlan;

namespace {

// Quits after the first paint has reached the screen, which is one turn of the event loop later.
class FirstFrame : public QObject
{
public:
    using QObject::QObject;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::Paint && !m_seen) {
            m_seen = true;
            QTimer::singleShot(0, qApp, &QCoreApplication::quit);
        }
        return QObject::eventFilter(watched, event);
    }

private:
    bool m_seen = false;
};

long residentKilobytes()
{
    QFile file(u"/proc/self/status"_s);
    if (file.open(QIODevice::ReadOnly))
        for (const QByteArray &line : file.readAll().split('\n'))
            if (line.startsWith("VmRSS:"))
                return line.mid(6).simplified().split(' ').value(0).toLong();
    return 0;
}

void show(QWidget &window)
{
    FirstFrame firstFrame;
    window.installEventFilter(&firstFrame);
    window.show();
    QApplication::exec();
    const auto now = std::chrono::steady_clock::now().time_since_epoch();
    std::printf("%lld %ld\n", static_cast<long long>(std::chrono::nanoseconds(now).count()), residentKilobytes());
}

} // namespace

int main(int argc, char *argv[])
{
    QApplication app(argc, argv);
    const QString which = QCoreApplication::arguments().value(1);
    if (which == "empty"_L1) {
        QMainWindow window;
        window.resize(800, 600);
        show(window);
        return 0;
    }
    if (which != "wizard"_L1)
        return 2;
    // As app/main.cpp does.
    const SavedSetup saved = SavedSetup::forUser();
    RemoteBackend backend(saved.knownHostsPath());
    MainWindow window(backend, saved);
    startDiagnosticsWhenShown(window, backend);
    show(window);
    return 0;
}
