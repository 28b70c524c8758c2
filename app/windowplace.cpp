// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/windowplace.h"

#include <QFile>
#include <QGuiApplication>
#include <QSaveFile>
#include <QScreen>
#include <QWidget>
#include <algorithm>

namespace twinlan {

namespace {

constexpr QSize comfortable(1000, 580);
// Of the window's frame nothing is known before it is shown: a title bar, and a border.
constexpr QMargins frame(6, 34, 6, 6);

QList<QRect> availableAreas()
{
    QList<QRect> areas;
    for (const QScreen *screen : QGuiApplication::screens())
        areas << screen->availableGeometry();
    return areas;
}

int sharedArea(const QRect &a, const QRect &b)
{
    const QRect both = a & b;
    return both.width() * both.height();
}

} // namespace

QRect placedOn(const QList<QRect> &screens, const QRect &window)
{
    const auto best = std::max_element(screens.begin(), screens.end(),
        [&](const QRect &a, const QRect &b) { return sharedArea(a, window) < sharedArea(b, window); });
    if (best == screens.end())
        return window;
    const QRect room = best->marginsRemoved(frame);
    QRect placed(window.topLeft(), window.size().boundedTo(room.size()));
    placed.moveLeft(std::clamp(placed.left(), room.left(), room.right() + 1 - placed.width()));
    placed.moveTop(std::clamp(placed.top(), room.top(), room.bottom() + 1 - placed.height()));
    return placed;
}

void restorePlace(QWidget &window, const QString &path)
{
    QFile file(path);
    const bool restored = !path.isEmpty() && file.open(QIODevice::ReadOnly) && window.restoreGeometry(file.readAll());
    if (!restored)
        window.resize(placedOn(availableAreas(), QRect({}, comfortable)).size());
    else if (!window.isMaximized() && !window.isFullScreen()) // Qt looks for a screen, but not at its size
        window.setGeometry(placedOn(availableAreas(), window.geometry()));
}

void savePlace(const QWidget &window, const QString &path)
{
    QSaveFile file(path);
    if (!path.isEmpty() && file.open(QIODevice::WriteOnly)) {
        (void)file.write(window.saveGeometry());
        (void)file.commit(); // a window that opens elsewhere is no trouble
    }
}

} // namespace twinlan
