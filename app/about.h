// SPDX-License-Identifier: GPL-3.0-or-later
// What this program is: its version, what it is made with and under which licences; and what somebody who helps needs to know.
#pragma once

#include "wizard/support/errorlog.h"
#include "wizard/widgets/translated.h"

#include <QDialog>

class QLabel;
class QPushButton;

namespace twinlan {

class SetupController;

class AboutBox : public Translated<QDialog>
{
    Q_OBJECT

public:
    // Both outlive it.
    AboutBox(const SetupController &setup, const ErrorLog &errors, QWidget *parent = nullptr);

    // Lines about the program and this computer: what *Copy details* copies, and how a support file begins.
    [[nodiscard]] static QStringList details();
    // True: written. Says the outcome on the box.
    bool saveSupportFile(const QString &path);

protected:
    void retranslate() override;

private:
    void askWhereToSave();
    void copyDetails();

    const SetupController &m_setup;
    const ErrorLog &m_errors;
    QLabel *m_heading;
    QLabel *m_purpose;
    QLabel *m_madeWith;
    QLabel *m_help;
    QLabel *m_outcome; // of the last button
    QPushButton *m_copy;
    QPushButton *m_save;
    QPushButton *m_close;
};

} // namespace twinlan
