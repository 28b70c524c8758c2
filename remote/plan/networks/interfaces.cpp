// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/plan/networks/interfaces.h"

#include "remote/plan/planjson.h"

namespace twinlan {

using namespace Qt::Literals::StringLiterals;

void hearInterfaces(const KeyValues &answer, NetworkFacts &facts)
{
    facts.readsInterfacesD = answer.isYes("interfaces_d");
}

void takeAlongInterfaces(PiPlan &pi, const NetworkFacts &facts)
{
    pi.addsSource = !facts.readsInterfacesD;
}

// Most Pis need none, and files of older versions know nothing of it.
void writeInterfaces(const PiPlan &pi, QJsonObject &json)
{
    if (pi.addsSource)
        json.insert(u"addsSource"_s, true);
}

void readInterfaces(FieldReader &reader, PiPlan &pi)
{
    reader.flag(u"addsSource"_s, pi.addsSource);
}

std::vector<PiFile> interfacesFiles(const PiPlan &pi, const QByteArray &name, const QByteArray &stanzas)
{
    const QByteArray path = "/etc/network/interfaces.d/" + name;
    std::vector<PiFile> all;
    if (pi.addsSource)
        all.push_back({ u"/etc/network/interfaces"_s, "source " + path + '\n', 0644, FilePart::BlockAtEnd });
    all.push_back(ownFile(path.constData(), stanzas));
    return all;
}

} // namespace twinlan
