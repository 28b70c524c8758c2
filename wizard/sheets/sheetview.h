// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "wizard/sheets/sheet.h"

#include <QWidget>

class QGridLayout;
class QVBoxLayout;

namespace twinlan {

// A sheet on a page of the wizard, without title and foot, as text that a screen reader reads and a mouse selects.
class SheetView : public QWidget
{
    Q_OBJECT

public:
    explicit SheetView(QWidget *parent = nullptr);
    void tell(const Sheet &sheet);

private:
    void addPart(const SheetPart &part);

    QVBoxLayout *m_layout;
    QWidget *m_parts = nullptr;
};

} // namespace twinlan
