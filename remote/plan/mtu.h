// SPDX-License-Identifier: GPL-3.0-or-later
// MTU and MSS arithmetic of the tunnel, in one place.
#pragma once

#include <QtGlobal>

namespace twinlan {

// How the tunnel's frames travel inside Tailscale: plain GRE (IP protocol 47), or Foo-over-UDP where the tailnet's policy
// drops protocol 47 (remote/plan/README.md, "GRE and Tailscale").
enum class Carrier {
    Gre,
    Fou
};

inline constexpr int tailscaleMtu = 1280; // tailscale0's default
inline constexpr int lanMtu = 1500;
inline constexpr int ethernetHeader = 14;
inline constexpr int ipv4Header = 20;
inline constexpr int ipv6Header = 40;
inline constexpr int tcpHeader = 20;
inline constexpr int greHeader = 4; // no key, no checksum, no sequence
inline constexpr int udpHeader = 8;
inline constexpr quint16 fouPort = 5555;

// The recipe's values. 1542 = 1500 + 42, where 42 counts GRE 4 + Ethernet with an 802.1Q tag 18 + IP 20.
inline constexpr int recipeTunnelMtu = 1542;
inline constexpr int recipeMss = 1198;
// The kernel compares a frame *with* its Ethernet header against the tunnel's MTU: 1500 + 14.
inline constexpr int leastTunnelMtu = lanMtu + ethernetHeader;

// Bytes that the carrier puts before an inner IP packet: outer IP, (UDP,) GRE, inner Ethernet header. GRE 38, FOU 46.
[[nodiscard]] constexpr int carrierOverhead(Carrier carrier)
{
    return ipv4Header + (carrier == Carrier::Fou ? udpHeader : 0) + greHeader + ethernetHeader;
}
// The largest inner IP packet that leaves in one outer packet. GRE 1242, FOU 1234.
[[nodiscard]] constexpr int largestUnfragmented(Carrier carrier, int vpnMtu = tailscaleMtu)
{
    return vpnMtu - carrierOverhead(carrier);
}
// TCP MSS with which no outer packet is fragmented. GRE 1202 / 1182, FOU 1194 / 1174 (IPv4 / IPv6).
[[nodiscard]] constexpr int mssIpv4(Carrier carrier, int vpnMtu = tailscaleMtu)
{
    return largestUnfragmented(carrier, vpnMtu) - ipv4Header - tcpHeader;
}
[[nodiscard]] constexpr int mssIpv6(Carrier carrier, int vpnMtu = tailscaleMtu)
{
    return largestUnfragmented(carrier, vpnMtu) - ipv6Header - tcpHeader;
}
// The largest `ping -s` that passes a LAN of this MTU with DF: 1472 at 1500.
[[nodiscard]] constexpr int largestPing(int mtu)
{
    return mtu - ipv4Header - 8;
}

} // namespace twinlan
