// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard/words/devicewords.h"

#include "wizard/text/plaintext.h"

#include <QCoreApplication>
#include <QStringList>

namespace twinlan {

using namespace Qt::Literals::StringLiterals;

namespace {

struct D
{
    Q_DECLARE_TR_FUNCTIONS(Devices)
};

constexpr qsizetype longestName = 32; // a host name of DNS has up to 63 letters; a card has room for so many

QString kindOf(const FoundDevice &device)
{
    switch (device.model) {
    case PiModel::NotAPi:
        return D::tr("Other device", "a device of the network that may be no Raspberry Pi");
    case PiModel::Some:
        return D::tr("Raspberry Pi", "a device of the network, of an unknown model");
    case PiModel::UpTo3:
        return D::tr("Raspberry Pi 3 or older");
    case PiModel::Four:
        return D::tr("Raspberry Pi 4 or 400");
    }
    return {};
}

QString shortName(const QString &name)
{
    const QList<uint> letters = visibleLine(name).toUcs4();
    if (letters.size() <= longestName)
        return visibleLine(name);
    return QString::fromUcs4(reinterpret_cast<const char32_t *>(letters.constData()), longestName - 1) + u'…';
}

} // namespace

QString deviceTitle(const FoundDevice &device)
{
    if (device.name.isEmpty())
        return kindOf(device);
    return D::tr("%1 · %2", "a device of the network: what it is, its name").arg(kindOf(device), shortName(device.name));
}

QString deviceLine(const FoundDevice &device, bool withMac)
{
    QStringList parts { device.address.toString() };
    if (withMac && !device.mac.isEmpty())
        parts << D::tr("MAC address %1", "of a device").arg(device.mac);
    if (device.ssh == SshAnswer::Refused)
        parts << D::tr("SSH is off", "of a device");
    return parts.join(u" · "_s);
}

} // namespace twinlan
