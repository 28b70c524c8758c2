# loop-watch.pl BRIDGE PORT TUNNEL LOCAL REMOTE FILE   Started by tunnel.sh: watches for signs that the two Pis, or their two homes, are one LAN
# without the tunnel. None of the three sees every loop (a Pi may be set to answer no ARP, arp_ignore; a switch may keep its ports from each
# other), so all are watched. Any one of them keeps the tunnel out.
#   answer   the other Pi answers our ARP question for its 100.x address
#   beacon   a frame that it sends out by its LAN card arrives here: it needs nobody's answer
#   router   both have the same router, by its MAC
# Beacons, and ARP for 100.x addresses, never pass the tunnel: the filter drops them. Over Tailscale, in the payload of pings, each Pi
# tells the other what it has seen, and which router it has: one with the address of ours and another MAC is a second router of that
# address. What was noted at the setup does not count, because Pis are carried and routers exchanged.
# Writes "SECONDS WORD" to FILE, the Pi's uptime and one of the following, and wakes tunnel.sh when the word has changed:
#   clear        nothing speaks against joining, and the other Pi has joined
#   alone        nothing speaks against it, but the other Pi has not (yet)
#   same-lan     both Pis are in one home, or a cable leads from one to the other
#   same-router  the routers of the two homes have one address
#   checking     not for long enough, or not all is known yet
#   silent       the other Pi does not answer over Tailscale
#   blind        nothing can be sent on the LAN card
# In Perl because its base is on every Debian, and a socket of one's own costs nothing: to list nft's counters instead takes a slow Pi
# 0.3 s each time.
use strict;
use warnings;
use Socket;

my ($bridge, $port, $tunnel, $local, $remote, $file) = @ARGV;
my $shell = getppid;

# Of Linux, which Socket.pm does not know: packet(7), raw(7), netdevice(7), linux/filter.h.
use constant { AF_PACKET => 17, ARP => 0x0806, BEACON => 0x88b5, SO_BINDTODEVICE => 25, SO_ATTACH_FILTER => 26,
    SOL_RAW => 255, ICMP => 1, ICMP_FILTER => 1, SIOCGIFADDR => 0x8915 };
use constant { ECHO => 8, ECHO_REPLY => 0, ID => 0x544c };
# Seconds. A sign counts for longer than it takes until the same one comes again; a router's answer as well.
use constant { SIGN_LASTS => 20, ROUTER_LASTS => 50, PEER_LASTS => 20, WAIT_FOR_ROUTERS => 30 };
my $mark = 'TwinLAN1';
my ($local_ip, $remote_ip) = map { inet_aton($_) } $local, $remote;
my $nobody = "\0" x 4;

sub uptime { open my $f, '<', '/proc/uptime' or die; return (split ' ', <$f>)[0] }
sub of_card { my ($card, $what) = @_; open my $f, '<', "/sys/class/net/$card/$what" or return ''; my $line = <$f> // ''; chomp $line; return $line }
sub address_of_card { pack 'S n i S C C a8', AF_PACKET, $_[0], $_[1], 0, 0, 0, '' } # sockaddr_ll

my $bridge_index = of_card($bridge, 'ifindex') || exit 1;
my $mac = pack 'H12', of_card($bridge, 'address') =~ tr/://dr;

# What arrives for this Pi on its bridge, by whichever port.
sub open_packets {
    my ($type, $filter) = @_;
    socket my $s, AF_PACKET, SOCK_RAW, 0 or exit 1;
    if ($filter) { setsockopt $s, SOL_SOCKET, SO_ATTACH_FILTER, pack('S x![P] P', length($filter) / 8, $filter) or exit 1 }
    bind $s, address_of_card($type, $bridge_index) or exit 1;
    return $s;
}
my $beacons = open_packets(BEACON);
# Only answers, by the kernel's own filter: of questions there may be thousands a second. Two bytes at 20 are the operation.
my $answers = open_packets(ARP, join '', map { pack 'S C C L', @$_ } [0x28, 0, 0, 20], [0x15, 0, 1, 2], [0x06, 0, 0, 0xffff], [0x06, 0, 0, 0]);

# Bound to an interface that tailscaled makes anew when it starts: so this is opened anew too.
my ($pings, $vpn_index) = (undef, '');
sub open_pings {
    my $index = of_card('tailscale0', 'ifindex');
    return if $pings && $index eq $vpn_index;
    ($pings, $vpn_index) = (undef, '');
    return if $index eq '';
    socket my $s, AF_INET, SOCK_RAW, ICMP or return;
    setsockopt $s, SOL_SOCKET, SO_BINDTODEVICE, "tailscale0\0" or return;
    setsockopt $s, SOL_RAW, ICMP_FILTER, pack 'L', ~(1 << ECHO | 1 << ECHO_REPLY) & 0xffffffff;
    bind $s, sockaddr_in(0, $local_ip) and connect $s, sockaddr_in(0, $remote_ip) or return;
    ($pings, $vpn_index) = ($s, $index);
}

# By the LAN card itself and not by the bridge, which would hand it to the tunnel as well.
my $unsent = 0;
sub send_frame {
    my ($to, $type, $content) = @_;
    my $frame = pack 'a6 a6 n a*', $to, $mac, $type, $content;
    $frame .= "\0" x (60 - length $frame) if length $frame < 60;
    # A USB adapter that was plugged in again is another card.
    my $to_card = address_of_card($type, of_card($port, 'ifindex') || 0);
    $unsent = defined send($beacons, $frame, 0, $to_card) ? 0 : $unsent + 1;
}
my $everybody = "\xff" x 6;
sub ask { # for the MAC of an IPv4 address
    my ($ip, $own_ip, $to) = @_;
    send_frame($to // $everybody, ARP, pack 'n n C C n a6 a4 a6 a4', 1, 0x0800, 6, 4, 1, $mac, $own_ip, '', $ip);
}
sub own_ip {
    my $request = pack 'a16 a24', $bridge, '';
    return ioctl($beacons, SIOCGIFADDR, $request) ? unpack('x20 a4', $request) : $nobody;
}

# What is known of our router; its MAC as of $router_at.
my ($router, $router_mac, $router_at, $router_asked) = ($nobody, '', 0, 0);
sub find_router {
    my ($found, $best) = ($nobody, undef);
    open my $f, '<', '/proc/net/route' or return;
    while (<$f>) {
        my ($card, $to, $via, undef, undef, undef, $metric, $mask) = split ' ';
        next if $card ne $bridge || $to ne '00000000' || $mask ne '00000000' || $via eq '00000000';
        ($found, $best) = (pack('L', hex $via), $metric) if !defined $best || $metric < $best;
    }
    ($router, $router_mac, $router_at) = ($found, '', 0) if $found ne $router;
}
sub ask_router {
    my $now = shift;
    find_router();
    return if $router eq $nobody;
    # The one that is known is asked alone, and everybody only if it is silent.
    my $known = $router_mac ne '' && $now - $router_at < ROUTER_LASTS / 2;
    ask($router, own_ip(), $known ? $router_mac : undef);
    $router_asked = $now;
}
sub router_known { my $now = shift; return $router ne $nobody && $router_mac ne '' && $now - $router_at < ROUTER_LASTS }

# What is known of the other Pi.
my ($hello_at, $alive_at, $alive_since, $peer_router, $peer_router_mac, $peer_is_in) = (0, 0, 0, $nobody, '', 0);
my ($lan_until, $peer_lan_until) = (0, 0);
# Since when there was no sign, how often we asked since then, and how often the other Pi said that it asked too.
my ($clear_since, $asked, $heard) = (uptime(), 0, 0);
my ($patience, $good_since) = (4, 0);

sub checksum { my $sum = unpack '%32n*', $_[0]; $sum = ($sum & 0xffff) + ($sum >> 16) while $sum >> 16; return ~$sum & 0xffff }
sub is_in { -e "/sys/class/net/$bridge/brif/$tunnel" ? 2 : 0 }
sub hello {
    my $now = shift;
    return unless $pings;
    my $said = ($now < $lan_until ? 1 : 0) | is_in();
    my $known = router_known($now);
    my $content = pack 'a8 C a4 a6', $mark, $said, $known ? $router : $nobody, $known ? $router_mac : '';
    my $message = pack 'C C n n n a*', ECHO, 0, 0, ID, 0, $content . ("\0" x (length($content) % 2));
    substr $message, 2, 2, pack 'n', checksum($message);
    send $pings, $message, 0 or ($pings, $vpn_index) = (undef, '');
}
sub hear_ping {
    my $now = shift;
    defined recv $pings, my $packet, 2048, 0 or return ($pings, $vpn_index) = (undef, '');
    my $message = substr $packet, 4 * (ord($packet) & 15);
    return if length $message < 8;
    my ($type, $id, $content) = unpack 'C x3 n x2 a*', $message;
    $alive_since = $now if $now - $alive_at > PEER_LASTS;
    $alive_at = $now;
    return if $type != ECHO || length $content < 19 || substr($content, 0, 8) ne $mark;
    (my $said, $peer_router, $peer_router_mac) = unpack 'x8 C a4 a6', $content;
    $hello_at = $now;
    $heard++;
    $peer_is_in = $said & 2;
    $peer_lan_until = $said & 1 ? $now + SIGN_LASTS / 2 : 0;
}
sub hear_beacon {
    my $now = shift;
    defined recv $beacons, my $frame, 2048, 0 or exit 1;
    $lan_until = $now + SIGN_LASTS if length $frame >= 26 && substr($frame, 14, 12) eq $mark . $remote_ip;
}
sub hear_answer {
    my $now = shift;
    defined recv $answers, my $frame, 2048, 0 or exit 1;
    return if length $frame < 42;
    my ($sender_mac, $sender) = unpack 'x22 a6 a4', $frame;
    $lan_until = $now + SIGN_LASTS if $sender eq $remote_ip;
    ($router_mac, $router_at) = ($sender_mac, $now) if $sender eq $router && $router ne $nobody;
}

sub judge {
    my $now = shift;
    return 'same-lan' if $now < $lan_until || $now < $peer_lan_until;
    my $alive = $alive_at && $now - $alive_at < PEER_LASTS;
    my $told = $hello_at && $now - $hello_at < PEER_LASTS;
    my $compared = 0;
    if ($told && router_known($now) && $peer_router ne $nobody) {
        return 'same-lan' if $router_mac eq $peer_router_mac;
        return 'same-router' if $router eq $peer_router;
        $compared = 1;
    }
    return 'blind' if $unsent >= 3;
    # Only a Pi that is there can say that it is not here: a silent LAN proves nothing while the other one is off.
    return 'silent' unless $alive;
    # Its kernel still answers, but nobody guards there.
    return is_in() ? 'alone' : 'checking' if $hello_at && !$told;
    # One of an earlier version answers and says nothing: with it, ARP alone must do.
    return 'checking' if $asked < 3 || $now - $clear_since < $patience || ($hello_at ? $heard < 3 : $now - $alive_since < PEER_LASTS);
    return 'checking' if !$compared && $hello_at && $now - $alive_since < WAIT_FOR_ROUTERS;
    return $peer_is_in || !$hello_at ? 'clear' : 'alone';
}

my ($word, $written, $asked_at, $said_at, $turn, $was_in) = ('', 0, 0, 0, 0, 0);
sub is_same { $_[0] =~ /^same-/ }
sub is_clear { $_[0] eq 'clear' || $_[0] eq 'alone' }
while (1) {
    my $now = uptime();
    exit 0 if getppid != $shell;
    open_pings();
    # Each question is a frame on somebody's LAN: one kind after the other where nothing is in a hurry.
    my $hurry = $word eq 'checking' || $word eq '';
    my $pause = $hurry ? 1 : is_same($word) ? 5 : 3;
    if ($now - $asked_at >= $pause) {
        my $kinds = is_same($word) ? 3 : 2;
        my $kind = $turn++ % $kinds;
        send_frame($everybody, BEACON, $mark . $local_ip) if $hurry || $kind == 0;
        ask($remote_ip, $nobody) if $hurry || $kind == 1;
        ask_router($now) if $kind == 2;
        ($asked_at, $asked) = ($now, $asked + 1);
    }
    if (!is_same($word)) {
        my $every = router_known($now) && $now - $router_at < ROUTER_LASTS / 2 ? ROUTER_LASTS / 2 : $hurry ? 2 : 10;
        ask_router($now) if $now - $router_asked >= $every;
    }
    if ($now - $said_at >= ($hurry ? 1 : 4) || is_in() != $was_in) { hello($now); $said_at = $now; $was_in = is_in() }

    my $wanted = '';
    vec($wanted, fileno $_, 1) = 1 for grep { $_ } $beacons, $answers, $pings;
    if (select(my $ready = $wanted, undef, undef, 0.5) > 0) {
        $now = uptime();
        hear_beacon($now) if vec $ready, fileno $beacons, 1;
        hear_answer($now) if vec $ready, fileno $answers, 1;
        hear_ping($now) if $pings && vec $ready, fileno $pings, 1;
    }

    my $new = judge($now);
    if ($new ne 'checking' && !is_clear($new)) { ($clear_since, $asked, $heard) = ($now, 0, 0) }
    if (is_clear($new)) {
        $good_since ||= $now;
        $patience = 4 if $now - $good_since > 600;
    } elsif (is_same($new)) {
        # Slower to close a loop again the more often there was one.
        $patience = $patience < 32 ? $patience * 2 : 32 if is_clear($word);
        $good_since = 0;
    }
    if ($new ne $word || $now - $written >= 4) {
        open my $f, '>', "$file.new" or exit 1;
        printf $f "%d %s\n", $now, $new;
        close $f and rename "$file.new", $file or exit 1;
        $written = $now;
    }
    if ($new ne $word) {
        $word = $new;
        kill 'USR1', $shell;
        hello($now);
    }
}
