// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard/sheets/sheetactions.h"

#include "wizard/sheets/sheetprinter.h"
#include "wizard/widgets/errorbox.h"
#include "wizard/widgets/looks.h"

#include <QDir>
#include <QFileDialog>
#include <QPrintDialog>
#include <QPrinter>
#include <QPushButton>
#include <QSaveFile>
#include <QStandardPaths>
#include <memory>

namespace twinlan {

using namespace Qt::Literals::StringLiterals;

SheetActions::SheetActions(std::function<Sheet()> sheet, const QString &fileName, QBoxLayout::Direction direction, QWidget *parent)
    : Translated(parent)
    , m_sheet(std::move(sheet))
    , m_fileName(fileName)
    , m_print(new QPushButton)
    , m_pdf(new QPushButton)
    , m_picture(new QPushButton)
    , m_message(new QWidget)
    , m_saved(textLabel())
    , m_problem(new ErrorBox(fileName + u"-details"_s))
{
    m_print->setObjectName(fileName + u"-print"_s);
    m_pdf->setObjectName(fileName + u"-pdf"_s);
    m_picture->setObjectName(fileName + u"-picture"_s);
    m_saved->setObjectName(fileName + u"-saved"_s);
    m_problem->setObjectName(fileName + u"-problem"_s);
    auto *buttons = new QBoxLayout(direction, this);
    buttons->setContentsMargins(0, 0, 0, 0);
    for (QPushButton *button : { m_print, m_pdf, m_picture })
        buttons->addWidget(button);
    auto *message = new QVBoxLayout(m_message);
    message->setContentsMargins(0, 0, 0, 0);
    message->addWidget(m_saved);
    message->addWidget(m_problem);
    connect(m_print, &QPushButton::clicked, this, &SheetActions::askPrinter);
    connect(m_pdf, &QPushButton::clicked, this, [this] { askWhereToSave(Format::Pdf); });
    connect(m_picture, &QPushButton::clicked, this, [this] { askWhereToSave(Format::Picture); });
    SheetActions::retranslate();
}

void SheetActions::hidePicture()
{
    m_picture->hide();
}

void SheetActions::askWhereToSave(Format format)
{
    const QString ending = format == Format::Pdf ? u"pdf"_s : u"png"_s;
    auto *dialog = new QFileDialog(this); // open() rather than exec(): no event loop inside another
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(ending);
    dialog->setDirectory(
        QStandardPaths::writableLocation(format == Format::Pdf ? QStandardPaths::DocumentsLocation : QStandardPaths::PicturesLocation));
    dialog->selectFile(m_fileName + u'.' + ending);
    connect(dialog, &QFileDialog::fileSelected, this, [this, format](const QString &path) { save(path, format); });
    dialog->open();
}

bool SheetActions::save(const QString &path, Format format)
{
    const QByteArray bytes = format == Format::Pdf ? sheetAsPdf(m_sheet()) : sheetAsPng(m_sheet());
    QSaveFile file(path);
    const bool saved = file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit();
    tell(saved ? Outcome::Saved : Outcome::NotSaved, QDir::toNativeSeparators(path), file.errorString());
    return saved;
}

void SheetActions::askPrinter()
{
    const auto printer = std::make_shared<QPrinter>(QPrinter::HighResolution);
    makeA4(*printer);
    printer->setDocName(m_fileName);
    auto *dialog = new QPrintDialog(printer.get(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    // The printer lives as long as the dialog that uses it.
    connect(dialog, qOverload<QPrinter *>(&QPrintDialog::accepted), this, [this](QPrinter *chosen) { print(*chosen); });
    connect(dialog, &QObject::destroyed, this, [printer] {});
    dialog->open();
}

bool SheetActions::print(QPrinter &printer)
{
    const bool printed = printSheet(m_sheet(), printer) > 0;
    tell(printed ? Outcome::None : Outcome::NotPrinted, printer.printerName());
    return printed;
}

void SheetActions::tell(Outcome outcome, const QString &path, const QString &reason)
{
    m_outcome = outcome;
    m_path = path;
    m_reason = reason;
    render();
}

void SheetActions::retranslate()
{
    setWords(m_print, tr("&Print…", "a button: a page of paper"));
    setWords(m_pdf, tr("&Save as PDF…", "a button"));
    setWords(m_picture, tr("Save as p&icture…", "a button"));
    render();
}

void SheetActions::render()
{
    m_saved->setText(tr("Saved: %1", "a file").arg(m_path));
    if (m_outcome == Outcome::NotPrinted) {
        m_problem->tell({ tr("The page could not be printed."), tr("The printer did not take it. Nothing was printed."),
                            tr("Look whether the printer is on and has paper, or save the page as PDF and print that later.") },
            Level::Warn, m_path);
    } else {
        m_problem->tell({ tr("The file could not be saved."), tr("The folder takes no files, or the disk is full. Nothing was written."),
                            tr("Save it in another folder, for example in “Documents”.") },
            Level::Warn, u"%1: %2"_s.arg(m_path, m_reason));
    }
    m_saved->setVisible(m_outcome == Outcome::Saved);
    m_problem->setVisible(m_outcome == Outcome::NotSaved || m_outcome == Outcome::NotPrinted);
    m_message->setVisible(m_outcome != Outcome::None);
}

} // namespace twinlan
