// SPDX-License-Identifier: GPL-3.0-or-later
// The few things that all pages draw alike.
#pragma once

#include <QColor>
#include <QIcon>
#include <QLabel>
#include <QPalette>

class QAbstractButton;
class QPainter;

namespace twinlan {

[[nodiscard]] QIcon icon(const QString &name); // resources/icons/NAME.svg
[[nodiscard]] QLabel *iconLabel(const QString &name, int size, QWidget *parent = nullptr);
void setIcon(QLabel *label, const QString &name, int size);
// A label that wraps and can be read by a screen reader and selected by mouse.
[[nodiscard]] QLabel *textLabel(QWidget *parent = nullptr);
// The words of a button, as they are shown with their key ("&Next", "次へ(&N)") and as a screen reader says them ("Next", "次へ").
void setWords(QAbstractButton *button, const QString &text);
[[nodiscard]] QString withoutKey(const QString &text);
[[nodiscard]] QLabel *headingLabel(double scale, QWidget *parent = nullptr);
void makeHint(QLabel *label); // quieter, still readable: placeholder text fails the 4.5:1 contrast
// For pictures: the size of the letters, not the height of a line. That is half as much again in a Japanese font, and so would a picture be.
[[nodiscard]] int letterSize(const QWidget *widget);
[[nodiscard]] double letterSize(const QPainter &painter); // in its own pixels, of paper too
[[nodiscard]] QColor mix(const QColor &a, const QColor &b, double share); // share of b
// The two homes' colours, on the palette's ground: never the only sign, always beside the home's name.
[[nodiscard]] QColor homeColor(const QPalette &palette, bool isB);

} // namespace twinlan
