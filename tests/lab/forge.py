#!/usr/bin/env python3
"""forge.py KIND COUNT [OPTION=VALUE…]   Sends COUNT frames that somebody with bad intent, or bad luck, would send; says "sent=COUNT".

KIND  open       broadcasts of Wake-on-LAN (0x0842), which may pass the filter and which nobody else here sends, from the card dev=
      timestamp  ICMP timestamp requests, which nobody else sends, from src= to dst= over dev= to the MAC mac=
      gre, fou   both of these inside tunnel packets from src= to dst=; by dev= and mac=, or, without mac=, as plain IP over dev=;
                 the inner ICMP goes to inner= at inner_mac=
      dhcp       DHCP requests as a PC sends them, 50 a second, from the card dev=
      dressed    in turn one of `open` and what may not pass: DHCP and router advertisements plain, behind tags of each kind, SNAP,
                 extension headers, in fragments, and what switches and routers say among themselves; from the card dev=
"""
import socket
import struct
import sys
import time

FORGED_MAC = bytes.fromhex("02deadbeef01")


def mac(text):
    return bytes(int(part, 16) for part in text.split(":"))


def checksum(data):
    if len(data) % 2:
        data += b"\0"
    total = sum(struct.unpack(f"!{len(data) // 2}H", data))
    while total >> 16:
        total = (total & 0xFFFF) + (total >> 16)
    return ~total & 0xFFFF


def ip(src, dst, protocol, payload):
    head = struct.pack("!BBHHHBBH4s4s", 0x45, 0, 20 + len(payload), 1, 0, 64, protocol, 0, socket.inet_aton(src), socket.inet_aton(dst))
    return head[:10] + struct.pack("!H", checksum(head)) + head[12:] + payload


def udp(sport, dport, payload):
    return struct.pack("!4H", sport, dport, 8 + len(payload), 0) + payload


def ethernet(dst, src, kind, payload):
    return dst + src + struct.pack("!H", kind) + payload


def open_frame():
    return ethernet(b"\xff" * 6, FORGED_MAC, 0x0842, b"forged".ljust(50, b"\0"))


def timestamp(src, dst):
    message = struct.pack("!BBHHHIII", 13, 0, 0, 7, 1, 0, 0, 0)
    message = message[:2] + struct.pack("!H", checksum(message)) + message[4:]
    return ip(src, dst, 1, message)


def dhcp_request():
    bootp = struct.pack("!BBBBIHH4s4s4s4s", 1, 1, 6, 0, 7, 0, 0x8000, *[b"\0" * 4] * 4) + FORGED_MAC.ljust(16, b"\0")
    options = b"\x63\x82\x53\x63" + b"\x35\x01\x01" + b"\xff"
    packet = ip("0.0.0.0", "255.255.255.255", 17, udp(68, 67, bootp + b"\0" * 192 + options))
    return ethernet(b"\xff" * 6, FORGED_MAC, 0x0800, packet)


def ip6(protocol, payload):
    src, dst = (socket.inet_pton(socket.AF_INET6, address) for address in ("fe80::dead:beef", "ff02::1"))
    return struct.pack("!IHBB", 6 << 28, len(payload), protocol, 255) + src + dst + payload


def router_advertisement():
    message = struct.pack("!BBHBBHII", 134, 0, 0, 64, 0, 1800, 0, 0)
    pseudo = ip6(58, b"")[8:40] + struct.pack("!II", len(message), 58)
    return message[:2] + struct.pack("!H", checksum(pseudo + message)) + message[4:]


def dressed():
    dhcp, ra = dhcp_request()[14:], router_advertisement()
    option = b"\x3a\0\1\4" + b"\0" * 4  # destination or hop-by-hop options, before ICMPv6
    head = b"\xff" * 6 + FORGED_MAC
    v4, v6 = struct.pack("!H", 0x0800) + dhcp, struct.pack("!H", 0x86DD) + ip6(58, ra)
    snap = lambda inside: struct.pack("!H", 6 + len(inside)) + b"\xaa\xaa\x03\0\0\0" + inside
    piece = lambda kind, at: struct.pack("!BBHI", kind, 0, at, 7)
    six = lambda protocol, payload: struct.pack("!H", 0x86DD) + ip6(protocol, payload)
    tags = [[], [(0x8100, 0)], [(0x8100, 10)], [(0x8100, 0)] * 2, [(0x8100, 0)] * 3, [(0x88A8, 0)], [(0x88A8, 5), (0x8100, 0)], [(0x9100, 0)]]
    inside = [b"".join(struct.pack("!HH", *tag) for tag in some) + packet for some in tags for packet in (v4, v6, snap(v4), snap(v6))]
    inside += [six(60, option + ra), six(0, option + ra), six(44, piece(58, 0) + ra), six(44, piece(60, 1) + option), six(44, piece(60, 8) + ra)]
    inside += [struct.pack("!H", kind) + b"\0" * 46 for kind in (0x8863, 0x8864, 0x9000, 0x893A, 0x88CC, 0x888E, 38)]
    inside += [struct.pack("!H", 0x0800) + ip("192.168.1.77", "224.0.0.18", 112, b"\x21" + b"\0" * 19)]
    # Half of them may pass, so that a capture that sees nothing is found out.
    return [frame for packet in inside for frame in (head + packet, open_frame())]


def main():
    kind, count = sys.argv[1], int(sys.argv[2])
    option = dict(word.split("=", 1) for word in sys.argv[3:])
    pause = 0.002
    if kind == "open":
        frames = [open_frame()]
    elif kind == "dressed":
        # Not as fast as it goes: a Pi that has no processor time left loses some, and of those nothing is learned.
        frames, pause = dressed(), 0.02
    elif kind == "dhcp":
        frames, pause = [dhcp_request()], 0.02
    elif kind == "timestamp":
        frames = [ethernet(mac(option["mac"]), FORGED_MAC, 0x0800, timestamp(option["src"], option["dst"]))]
    else:
        inner = [open_frame(), ethernet(mac(option["inner_mac"]), FORGED_MAC, 0x0800, timestamp("192.168.1.77", option["inner"]))]
        gre = [struct.pack("!HH", 0, 0x6558) + frame for frame in inner]
        packets = [ip(option["src"], option["dst"], 47, g) if kind == "gre" else ip(option["src"], option["dst"], 17, udp(40000, 5555, g)) for g in gre]
        frames = [ethernet(mac(option["mac"]), FORGED_MAC, 0x0800, p) for p in packets] if "mac" in option else packets
    with socket.socket(socket.AF_PACKET, socket.SOCK_RAW) as card:
        # A card without Ethernet (Tailscale's) takes packets; the type says which.
        card.bind((option["dev"], 0x0800))
        for n in range(count):
            card.send(frames[n % len(frames)])
            time.sleep(pause)
    print(f"sent={count}")


if __name__ == "__main__":
    main()
