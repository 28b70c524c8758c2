// SPDX-License-Identifier: GPL-3.0-or-later
// A sheet on paper, as a PDF, as a picture. Black on white, whatever the desktop's colours are.
#pragma once

#include "wizard/sheets/sheet.h"

#include <QByteArray>
#include <QImage>

class QPagedPaintDevice;

namespace twinlan {

void makeA4(QPagedPaintDevice &device); // with margins that any printer can do
// Onto one page; what is longer than the page becomes smaller. How much smaller: 1 is as it should be. 0: the device did not begin.
double printSheet(const Sheet &sheet, QPagedPaintDevice &device);
[[nodiscard]] QByteArray sheetAsPdf(const Sheet &sheet); // A4
[[nodiscard]] QByteArray sheetAsPng(const Sheet &sheet); // as wide as a telephone shows it, and as high as it becomes
[[nodiscard]] QImage sheetAsPage(const Sheet &sheet, int width); // A4, for a preview

} // namespace twinlan
