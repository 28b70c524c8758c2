#!/usr/bin/env python3
"""forge.py KIND COUNT [OPTION=VALUE…]   Sends COUNT frames that somebody with bad intent, or bad luck, would send.

KIND  tagged     broadcasts with the Ethernet type of experiments (0x88b5), from the card dev=
      timestamp  ICMP timestamp requests, which nobody else sends, from src= to dst= over dev= to the MAC mac=
      gre, fou   both of these inside tunnel packets from src= to dst=; by dev= and mac=, or, without mac=, as plain IP over dev=;
                 the inner ICMP goes to inner= at inner_mac=
      dhcp       DHCP requests as a PC sends them, 50 a second, from the card dev=
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


def tagged():
    return ethernet(b"\xff" * 6, FORGED_MAC, 0x88B5, b"forged".ljust(50, b"\0"))


def timestamp(src, dst):
    message = struct.pack("!BBHHHIII", 13, 0, 0, 7, 1, 0, 0, 0)
    message = message[:2] + struct.pack("!H", checksum(message)) + message[4:]
    return ip(src, dst, 1, message)


def dhcp_request():
    bootp = struct.pack("!BBBBIHH4s4s4s4s", 1, 1, 6, 0, 7, 0, 0x8000, *[b"\0" * 4] * 4) + FORGED_MAC.ljust(16, b"\0")
    options = b"\x63\x82\x53\x63" + b"\x35\x01\x01" + b"\xff"
    packet = ip("0.0.0.0", "255.255.255.255", 17, udp(68, 67, bootp + b"\0" * 192 + options))
    return ethernet(b"\xff" * 6, FORGED_MAC, 0x0800, packet)


def main():
    kind, count = sys.argv[1], int(sys.argv[2])
    option = dict(word.split("=", 1) for word in sys.argv[3:])
    pause = 0.002
    if kind == "tagged":
        frames = [tagged()]
    elif kind == "dhcp":
        frames, pause = [dhcp_request()], 0.02
    elif kind == "timestamp":
        frames = [ethernet(mac(option["mac"]), FORGED_MAC, 0x0800, timestamp(option["src"], option["dst"]))]
    else:
        inner = [tagged(), ethernet(mac(option["inner_mac"]), FORGED_MAC, 0x0800, timestamp("192.168.1.77", option["inner"]))]
        gre = [struct.pack("!HH", 0, 0x6558) + frame for frame in inner]
        packets = [ip(option["src"], option["dst"], 47, g) if kind == "gre" else ip(option["src"], option["dst"], 17, udp(40000, 5555, g)) for g in gre]
        frames = [ethernet(mac(option["mac"]), FORGED_MAC, 0x0800, p) for p in packets] if "mac" in option else packets
    with socket.socket(socket.AF_PACKET, socket.SOCK_RAW) as card:
        # A card without Ethernet (Tailscale's) takes packets; the type says which.
        card.bind((option["dev"], 0x0800))
        for n in range(count):
            card.send(frames[n % len(frames)])
            time.sleep(pause)


if __name__ == "__main__":
    main()
