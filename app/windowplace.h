// SPDX-License-Identifier: GPL-3.0-or-later
// Where the window is and how large, from one start of the program to the next; never larger than the screen that is there by then.
#pragma once

#include <QList>
#include <QRect>
#include <QString>

class QWidget;

namespace twinlan {

// Without its frame, as QWidget::geometry() has it. `screens`: what panels leave of each, the main one first. A window that lies on none
// of them comes onto the main one.
[[nodiscard]] QRect placedOn(const QList<QRect> &screens, const QRect &window);

// Before it is shown. Without a file, or with one that is damaged: a size that fits the screen; the desktop chooses where.
void restorePlace(QWidget &window, const QString &path);
// An empty path: nothing is written. A disk that is full loses the place: no error is raised.
void savePlace(const QWidget &window, const QString &path);

} // namespace twinlan
