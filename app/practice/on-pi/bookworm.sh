#!/bin/sh
# bookworm.sh   Makes this Pi, from its next boot on, one as Raspberry Pi OS 12 leaves it: NetworkManager in charge of the network with the
# profile that it makes by itself, "Wired connection 1"; neither dhcpcd nor ifupdown.
set -e
export DEBIAN_FRONTEND=noninteractive
# Nothing starts or stops now: two managers of one card would take this connection away.
printf '#!/bin/sh\nexit 101\n' > /usr/sbin/policy-rc.d
chmod 755 /usr/sbin/policy-rc.d
apt-get -qq update
apt-get -qq -y --no-install-recommends install network-manager
apt-get -qq -y purge dhcpcd5 dhcpcd dhcpcd-base ifupdown
rm -f /usr/sbin/policy-rc.d
sync
