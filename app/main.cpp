// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/diagnosticsstarter.h"
#include "app/headless.h"
#include "app/notification.h"
#include "app/window.h"
#include "wizard/backend/remotebackend.h"
#include "wizard/diagnostics/diagnosticspanel.h"

#include <QApplication>

using namespace Qt::Literals::StringLiterals;

namespace {

void name(QCoreApplication &)
{
    QCoreApplication::setApplicationName(u"twinlan"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(TWINLAN_VERSION));
    QGuiApplication::setDesktopFileName(u"twinlan"_s);
}

} // namespace

int main(int argc, char *argv[])
{
    // A command needs no display, so the kind of application is decided before one is made. Options that only Qt knows
    // (-platform, -style) belong to the window.
    const bool qtOption = argc > 1 && argv[1][0] == '-' && argv[1][1] != '-' && argv[1][1] != 'h' && argv[1][1] != 'v';
    if (argc > 1 && !qtOption) {
        const QCoreApplication app(argc, argv);
        QCoreApplication::setApplicationName(u"twinlan"_s);
        QCoreApplication::setApplicationVersion(QStringLiteral(TWINLAN_VERSION));
        return twinlan::runHeadless(QCoreApplication::arguments());
    }
    QApplication app(argc, argv);
    name(app);
    const twinlan::SavedSetup saved = twinlan::SavedSetup::forUser();
    twinlan::RemoteBackend backend(saved.knownHostsPath());
    twinlan::MainWindow window(backend, saved);
    twinlan::startDiagnosticsWhenShown(window, backend);
    QObject::connect(&window, &twinlan::MainWindow::endedUnseen, [](const QString &how) { twinlan::notify(u"TwinLAN"_s, how); });
    window.show();
    const int code = QApplication::exec();
    window.diagnostics()->stop();
    twinlan::MeasureSource::joinStopped();
    return code;
}
