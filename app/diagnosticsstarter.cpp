// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/diagnosticsstarter.h"

#include "wizard/diagnostics/diagnosticspanel.h"

#include <QEvent>

namespace twinlan {

namespace {

class DiagnosticsStarter : public QObject
{
public:
    DiagnosticsStarter(MainWindow &window, RemoteBackend &backend)
        : QObject(&window)
        , m_window(window)
        , m_backend(backend)
    {
        window.diagnostics()->installEventFilter(this);
        connect(&window.setup(), &SetupController::applyChanged, this, &DiagnosticsStarter::startIfNeeded);
        connect(&window.setup(), &SetupController::piChanged, this, &DiagnosticsStarter::startIfNeeded);
    }

protected:
    bool eventFilter(QObject *, QEvent *event) override
    {
        if (event->type() == QEvent::Show) {
            m_window.setup().connectRemembered(); // one that was off may answer now
            startIfNeeded();
        }
        return false;
    }

private:
    // What the numbers would be about. The same: go on measuring, the history stays.
    [[nodiscard]] QString subject() const
    {
        QString text = QString::fromUtf8(m_window.setup().plan().toJson());
        for (const Site site : bothSites)
            text += m_window.setup().pi(site).stage == SignInStage::SignedIn ? u'1' : u'0';
        return text;
    }

    void startIfNeeded()
    {
        const SetupController &setup = m_window.setup();
        // While the Pis are in the switch they have better things to do.
        if (!m_window.diagnostics()->isVisible() || setup.isWorking() || !setup.hasSavedPlan() || subject() == m_subject)
            return;
        m_subject = subject();
        const auto access = m_backend.piAccess();
        PerSite<MeasureSource::ShellFactory> pis;
        for (const Site site : bothSites) {
            if (setup.pi(site).stage != SignInStage::SignedIn)
                continue;
            pis[site] = [access, site](const std::stop_token &stop) -> Result<std::unique_ptr<Shell>> {
                auto session = access->open(site, false, stop);
                if (!session)
                    return session.error();
                return std::unique_ptr<Shell>(std::move(*session));
            };
        }
        m_window.diagnostics()->start(MeasureSource::Config::fromPlan(setup.plan(), pis));
    }

    MainWindow &m_window;
    RemoteBackend &m_backend;
    QString m_subject;
};

} // namespace

void startDiagnosticsWhenShown(MainWindow &window, RemoteBackend &backend)
{
    new DiagnosticsStarter(window, backend); // owned by the window
}

} // namespace twinlan
