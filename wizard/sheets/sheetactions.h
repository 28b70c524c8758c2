// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "wizard/sheets/sheet.h"
#include "wizard/widgets/translated.h"

#include <QBoxLayout>
#include <QWidget>
#include <functional>

class QLabel;
class QPrinter;
class QPushButton;

namespace twinlan {

class ErrorBox;

// Print…, Save as PDF…, Save as picture…: what can be done with a sheet.
class SheetActions : public Translated<QWidget>
{
    Q_OBJECT

public:
    enum class Format {
        Pdf,
        Picture
    };
    // sheet: asked at each press, in the language of that moment. fileName: what a file is called at first, without its ending; it is the
    // start of the buttons' names, too.
    SheetActions(std::function<Sheet()> sheet, const QString &fileName, QBoxLayout::Direction direction, QWidget *parent = nullptr);
    void hidePicture(); // a page for the drawer is no picture for a telephone
    // What came of it. Whoever makes the buttons puts it where there is room.
    [[nodiscard]] QWidget *message() const { return m_message; }
    bool save(const QString &path, Format format);
    bool print(QPrinter &printer);

protected:
    void retranslate() override;

private:
    enum class Outcome {
        None,
        Saved,
        NotSaved,
        NotPrinted
    };
    void askWhereToSave(Format format);
    void askPrinter();
    void tell(Outcome outcome, const QString &path = {}, const QString &reason = {});
    void render();

    std::function<Sheet()> m_sheet;
    QString m_fileName;
    QPushButton *m_print;
    QPushButton *m_pdf;
    QPushButton *m_picture;
    QWidget *m_message;
    QLabel *m_saved;
    ErrorBox *m_problem;
    Outcome m_outcome = Outcome::None;
    QString m_path;
    QString m_reason;
};

} // namespace twinlan
