// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "wizard/sheets/sheet.h"
#include "wizard/widgets/translated.h"

#include "remote/plan/addressplan.h"

#include <QWidget>

class QLabel;

namespace twinlan {

class QrCode;
class SheetActions;
class SheetView;

// The steps in the other home, and three ways to have them there: on paper, as a picture, in a telephone.
class TakeAlongCard : public Translated<QWidget>
{
    Q_OBJECT

public:
    explicit TakeAlongCard(QWidget *parent = nullptr);
    // guide: of the other home's router; empty: nobody has chosen one.
    void tell(const AddressPlan &addresses, const QString &guide);

protected:
    void retranslate() override;

private:
    [[nodiscard]] Sheet sheet() const;
    void render();

    AddressPlan m_addresses;
    QString m_guide;
    SheetView *m_steps;
    QrCode *m_code;
    QLabel *m_codeHint;
    SheetActions *m_actions;
};

} // namespace twinlan
