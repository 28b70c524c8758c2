// SPDX-License-Identifier: GPL-3.0-or-later
// Shall it be done?
#pragma once

#include "wizard/pages/page.h"

class QCheckBox;
class QComboBox;
class QPlainTextEdit;

namespace twinlan {

class Disclosure;

class ReviewPage : public Page
{
    Q_OBJECT

public:
    explicit ReviewPage(SetupController &setup, QWidget *parent = nullptr);
    void entered() override;

protected:
    void retranslate() override;
    void render() override;

private:
    [[nodiscard]] QStringList sentences() const;
    void fillFiles();
    void showFile();

    QLabel *m_text;
    QLabel *m_routersTitle;
    QLabel *m_routers;
    QCheckBox *m_packages; // removal only
    Disclosure *m_details;
    QComboBox *m_file;
    QPlainTextEdit *m_content;
};

} // namespace twinlan
