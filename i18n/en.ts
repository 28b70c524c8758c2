<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>Devices</name>
    <message>
        <source>Other device</source>
        <comment>a device of the network that may be no Raspberry Pi</comment>
        <translation>Other device</translation>
    </message>
    <message>
        <source>Raspberry Pi</source>
        <comment>a device of the network, of an unknown model</comment>
        <translation>Raspberry Pi</translation>
    </message>
    <message>
        <source>Raspberry Pi 3 or older</source>
        <translation>Raspberry Pi 3 or older</translation>
    </message>
    <message>
        <source>Raspberry Pi 4 or 400</source>
        <translation>Raspberry Pi 4 or 400</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>a device of the network: what it is, its name</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>MAC address %1</source>
        <comment>of a device</comment>
        <translation>MAC address %1</translation>
    </message>
    <message>
        <source>SSH is off</source>
        <comment>of a device</comment>
        <translation>SSH is off</translation>
    </message>
    <message>
        <source>shared folders</source>
        <comment>what a device offers</comment>
        <translation>shared folders</translation>
    </message>
    <message>
        <source>Time Machine backups</source>
        <comment>what a device offers</comment>
        <translation>Time Machine backups</translation>
    </message>
    <message>
        <source>printer</source>
        <comment>what a device offers</comment>
        <translation>printer</translation>
    </message>
    <message>
        <source>web page</source>
        <comment>what a device offers</comment>
        <translation>web page</translation>
    </message>
    <message>
        <source>in one of the homes</source>
        <comment>where a device is</comment>
        <translation>in one of the homes</translation>
    </message>
    <message>
        <source>home A</source>
        <comment>where a device is</comment>
        <translation>home A</translation>
    </message>
    <message>
        <source>home B</source>
        <comment>where a device is</comment>
        <translation>home B</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between what a device offers</comment>
        <translation>, </translation>
    </message>
    <message>
        <source>Printer</source>
        <comment>a device of the other home</comment>
        <translation>Printer</translation>
    </message>
    <message>
        <source>NAS or computer</source>
        <comment>a device of the other home: it has shared folders</comment>
        <translation>NAS or computer</translation>
    </message>
    <message>
        <source>Device</source>
        <comment>of the other home, of an unknown kind</comment>
        <translation>Device</translation>
    </message>
</context>
<context>
    <name>DiagnosticWords</name>
    <message>
        <source>This PC → Pi A</source>
        <translation>This PC → Pi A</translation>
    </message>
    <message>
        <source>This PC → Pi B</source>
        <translation>This PC → Pi B</translation>
    </message>
    <message>
        <source>Pi A → Pi B (tunnel)</source>
        <translation>Pi A → Pi B (tunnel)</translation>
    </message>
    <message>
        <source>There is no bridge %1 on this Pi.</source>
        <translation>There is no bridge %1 on this Pi.</translation>
    </message>
    <message>
        <source>The bridge %1 has no port.</source>
        <translation>The bridge %1 has no port.</translation>
    </message>
    <message>
        <source>The bridge %1 holds %2.</source>
        <translation>The bridge %1 holds %2.</translation>
    </message>
    <message>
        <source>MTU %1, STP on.</source>
        <translation>MTU %1, STP on.</translation>
    </message>
    <message>
        <source>MTU %1, STP off.</source>
        <translation>MTU %1, STP off.</translation>
    </message>
    <message>
        <source>%1 has MTU %2: too small, at least %3 is needed.</source>
        <translation>%1 has MTU %2: too small, at least %3 is needed.</translation>
    </message>
    <message>
        <source>The tunnel is in the bridge.</source>
        <translation>The tunnel is in the bridge.</translation>
    </message>
    <message>
        <source>The tunnel is not in the bridge.</source>
        <translation>The tunnel is not in the bridge.</translation>
    </message>
    <message>
        <source>There is no tunnel.</source>
        <translation>There is no tunnel.</translation>
    </message>
    <message>
        <source>The filter is not loaded.</source>
        <translation>The filter is not loaded.</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>what was stopped, how many packets</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Stopped at the border: %1.</source>
        <translation>Stopped at the border: %1.</translation>
    </message>
    <message>
        <source>This PC → router B</source>
        <translation>This PC → router B</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between the parts of a list</comment>
        <translation>, </translation>
    </message>
    <message>
        <source>The tunnel runs in the ordinary way (GRE).</source>
        <translation>The tunnel runs in the ordinary way (GRE).</translation>
    </message>
    <message>
        <source>The tunnel runs in the UDP way (FOU), because your Tailscale account does not let the ordinary way pass. It is just as good.</source>
        <translation>The tunnel runs in the UDP way (FOU), because your Tailscale account does not let the ordinary way pass. It is just as good.</translation>
    </message>
    <message>
        <source>DHCP</source>
        <comment>a kind of traffic that was stopped</comment>
        <translation>DHCP</translation>
    </message>
    <message>
        <source>DHCPv6</source>
        <comment>a kind of traffic that was stopped</comment>
        <translation>DHCPv6</translation>
    </message>
    <message>
        <source>IPv6 router messages</source>
        <comment>a kind of traffic that was stopped</comment>
        <translation>IPv6 router messages</translation>
    </message>
    <message>
        <source>other router messages</source>
        <comment>a kind of traffic that was stopped</comment>
        <translation>other router messages</translation>
    </message>
    <message>
        <source>ARP for the own router</source>
        <comment>a kind of traffic that was stopped</comment>
        <translation>ARP for the own router</translation>
    </message>
    <message>
        <source>Tailscale probes</source>
        <comment>a kind of traffic that was stopped</comment>
        <translation>Tailscale probes</translation>
    </message>
    <message>
        <source>ARP for Tailscale addresses</source>
        <comment>a kind of traffic that was stopped</comment>
        <translation>ARP for Tailscale addresses</translation>
    </message>
    <message>
        <source>frames other than IP and ARP</source>
        <comment>a kind of traffic that was stopped</comment>
        <translation>frames other than IP and ARP</translation>
    </message>
    <message>
        <source>unreadable packets</source>
        <comment>a kind of traffic that was stopped</comment>
        <translation>unreadable packets</translation>
    </message>
    <message>
        <source>frames of a loop</source>
        <comment>a kind of traffic that was stopped</comment>
        <translation>frames of a loop</translation>
    </message>
    <message>
        <source>excess ARP and neighbour discovery</source>
        <comment>a kind of traffic that was stopped</comment>
        <translation>excess ARP and neighbour discovery</translation>
    </message>
    <message>
        <source>excess broadcasts</source>
        <comment>a kind of traffic that was stopped</comment>
        <translation>excess broadcasts</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <comment>milliseconds</comment>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>%1 % (%2 of %3)</source>
        <comment>loss: per cent, lost, sent</comment>
        <translation>%1 % (%2 of %3)</translation>
    </message>
    <message>
        <source>nothing passes</source>
        <comment>packets, on a path</comment>
        <translation>nothing passes</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>the largest packet: measured, expected</comment>
        <translation>%1 of %2</translation>
    </message>
</context>
<context>
    <name>Errors</name>
    <message>
        <source>No device named “%1” was found.</source>
        <translation>No device named “%1” was found.</translation>
    </message>
    <message>
        <source>The name is misspelled, or the Raspberry Pi is not in this network.</source>
        <translation>The name is misspelled, or the Raspberry Pi is not in this network.</translation>
    </message>
    <message>
        <source>Check the spelling, or type its address (four numbers) from your router&apos;s device list.</source>
        <translation>Check the spelling, or type its address (four numbers) from your router&apos;s device list.</translation>
    </message>
    <message>
        <source>%1 does not answer.</source>
        <translation>%1 does not answer.</translation>
    </message>
    <message>
        <source>The address is wrong, or the Raspberry Pi is off or not connected.</source>
        <translation>The address is wrong, or the Raspberry Pi is off or not connected.</translation>
    </message>
    <message>
        <source>Check its power and its LAN cable, wait a minute after switching on, and try again.</source>
        <translation>Check its power and its LAN cable, wait a minute after switching on, and try again.</translation>
    </message>
    <message>
        <source>%1 refused the connection.</source>
        <translation>%1 refused the connection.</translation>
    </message>
    <message>
        <source>Remote access (SSH) is turned off there, or uses another port.</source>
        <translation>Remote access (SSH) is turned off there, or uses another port.</translation>
    </message>
    <message>
        <source>Turn on SSH on the Raspberry Pi, or set the port under “Advanced”.</source>
        <translation>Turn on SSH on the Raspberry Pi, or set the port under “Advanced”.</translation>
    </message>
    <message>
        <source>Another kind of device answers at %1.</source>
        <translation>Another kind of device answers at %1.</translation>
    </message>
    <message>
        <source>This is probably not the Raspberry Pi, or the port is wrong.</source>
        <translation>This is probably not the Raspberry Pi, or the port is wrong.</translation>
    </message>
    <message>
        <source>Check the address and the port.</source>
        <translation>Check the address and the port.</translation>
    </message>
    <message>
        <source>First connection to this Raspberry Pi.</source>
        <translation>First connection to this Raspberry Pi.</translation>
    </message>
    <message>
        <source>TwinLAN will remember its fingerprint and warn you if it ever changes.</source>
        <translation>TwinLAN will remember its fingerprint and warn you if it ever changes.</translation>
    </message>
    <message>
        <source>If you have just set up this Raspberry Pi yourself, you can trust it.</source>
        <translation>If you have just set up this Raspberry Pi yourself, you can trust it.</translation>
    </message>
    <message>
        <source>Warning: this may not be the same Raspberry Pi.</source>
        <translation>Warning: this may not be the same Raspberry Pi.</translation>
    </message>
    <message>
        <source>Its fingerprint has changed. That is normal if you rewrote the SD card. If nobody did, another device may be impersonating it.</source>
        <translation>Its fingerprint has changed. That is normal if you rewrote the SD card. If nobody did, another device may be impersonating it.</translation>
    </message>
    <message>
        <source>Continue only if you rewrote the SD card.</source>
        <translation>Continue only if you rewrote the SD card.</translation>
    </message>
    <message>
        <source>The user name or the password is not right.</source>
        <translation>The user name or the password is not right.</translation>
    </message>
    <message>
        <source>The Raspberry Pi did not accept them.</source>
        <translation>The Raspberry Pi did not accept them.</translation>
    </message>
    <message>
        <source>Type the password again. It is the one that was chosen when the SD card was written.</source>
        <translation>Type the password again. It is the one that was chosen when the SD card was written.</translation>
    </message>
    <message>
        <source>The key file cannot be read.</source>
        <translation>The key file cannot be read.</translation>
    </message>
    <message>
        <source>It is missing, or it is not a private key.</source>
        <translation>It is missing, or it is not a private key.</translation>
    </message>
    <message>
        <source>Choose another file, or use the password.</source>
        <translation>Choose another file, or use the password.</translation>
    </message>
    <message>
        <source>The passphrase does not open the key file.</source>
        <translation>The passphrase does not open the key file.</translation>
    </message>
    <message>
        <source>The key file is protected, and this is not its passphrase.</source>
        <translation>The key file is protected, and this is not its passphrase.</translation>
    </message>
    <message>
        <source>Type the passphrase of the key file again.</source>
        <translation>Type the passphrase of the key file again.</translation>
    </message>
    <message>
        <source>The connection to %1 was lost.</source>
        <translation>The connection to %1 was lost.</translation>
    </message>
    <message>
        <source>The network or the Raspberry Pi was interrupted. No data is lost.</source>
        <translation>The network or the Raspberry Pi was interrupted. No data is lost.</translation>
    </message>
    <message>
        <source>Check cable and power, and try again.</source>
        <translation>Check cable and power, and try again.</translation>
    </message>
    <message>
        <source>%1 took too long.</source>
        <translation>%1 took too long.</translation>
    </message>
    <message>
        <source>The Raspberry Pi or the network is very slow at the moment.</source>
        <translation>The Raspberry Pi or the network is very slow at the moment.</translation>
    </message>
    <message>
        <source>Try again.</source>
        <translation>Try again.</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>Stopped.</translation>
    </message>
    <message>
        <source>Nothing is running any more.</source>
        <translation>Nothing is running any more.</translation>
    </message>
    <message>
        <source>You can start again at any time.</source>
        <translation>You can start again at any time.</translation>
    </message>
    <message>
        <source>This user may not change settings on the Raspberry Pi.</source>
        <translation>This user may not change settings on the Raspberry Pi.</translation>
    </message>
    <message>
        <source>Changing the network needs a user with administrator rights.</source>
        <translation>Changing the network needs a user with administrator rights.</translation>
    </message>
    <message>
        <source>The password for changing settings was not accepted.</source>
        <translation>The password for changing settings was not accepted.</translation>
    </message>
    <message>
        <source>The Raspberry Pi asks for the password again before it changes settings.</source>
        <translation>The Raspberry Pi asks for the password again before it changes settings.</translation>
    </message>
    <message>
        <source>Go back and connect again with this user&apos;s password.</source>
        <translation>Go back and connect again with this user&apos;s password.</translation>
    </message>
    <message>
        <source>A command on the Raspberry Pi failed.</source>
        <translation>A command on the Raspberry Pi failed.</translation>
    </message>
    <message>
        <source>The step could not be finished. The Raspberry Pi still works as before.</source>
        <translation>The step could not be finished. The Raspberry Pi still works as before.</translation>
    </message>
    <message>
        <source>Try again. If it fails again, show the details to somebody who knows Raspberry Pis.</source>
        <translation>Try again. If it fails again, show the details to somebody who knows Raspberry Pis.</translation>
    </message>
    <message>
        <source>A command on the Raspberry Pi was interrupted.</source>
        <translation>A command on the Raspberry Pi was interrupted.</translation>
    </message>
    <message>
        <source>Usually the memory was full, or the Raspberry Pi was shutting down.</source>
        <translation>Usually the memory was full, or the Raspberry Pi was shutting down.</translation>
    </message>
    <message>
        <source>Restart the Raspberry Pi and try again.</source>
        <translation>Restart the Raspberry Pi and try again.</translation>
    </message>
    <message>
        <source>TwinLAN does not understand the Raspberry Pi&apos;s answer.</source>
        <translation>TwinLAN does not understand the Raspberry Pi&apos;s answer.</translation>
    </message>
    <message>
        <source>It may not run Raspberry Pi OS, or its SD card may be damaged.</source>
        <translation>It may not run Raspberry Pi OS, or its SD card may be damaged.</translation>
    </message>
    <message>
        <source>Restart the Raspberry Pi and try again, or rewrite its SD card.</source>
        <translation>Restart the Raspberry Pi and try again, or rewrite its SD card.</translation>
    </message>
    <message>
        <source>The saved settings cannot be read.</source>
        <translation>The saved settings cannot be read.</translation>
    </message>
    <message>
        <source>The file is damaged or is not from TwinLAN.</source>
        <translation>The file is damaged or is not from TwinLAN.</translation>
    </message>
    <message>
        <source>Start a new setup. The Raspberry Pis are not affected.</source>
        <translation>Start a new setup. The Raspberry Pis are not affected.</translation>
    </message>
    <message>
        <source>The saved settings are from a newer TwinLAN.</source>
        <translation>The saved settings are from a newer TwinLAN.</translation>
    </message>
    <message>
        <source>This older version could misunderstand them.</source>
        <translation>This older version could misunderstand them.</translation>
    </message>
    <message>
        <source>Install the newest TwinLAN.</source>
        <translation>Install the newest TwinLAN.</translation>
    </message>
    <message>
        <source>The addresses in the settings do not fit together.</source>
        <translation>The addresses in the settings do not fit together.</translation>
    </message>
    <message>
        <source>With them both homes could lose their connection.</source>
        <translation>With them both homes could lose their connection.</translation>
    </message>
    <message>
        <source>Go back to “Routers” and use “Fix it”.</source>
        <translation>Go back to “Routers” and use “Fix it”.</translation>
    </message>
    <message>
        <source>The Raspberry Pi&apos;s SD card is full.</source>
        <translation>The Raspberry Pi&apos;s SD card is full.</translation>
    </message>
    <message>
        <source>There is no space for the backup and the required software.</source>
        <translation>There is no space for the backup and the required software.</translation>
    </message>
    <message>
        <source>Delete something there, or use a larger SD card.</source>
        <translation>Delete something there, or use a larger SD card.</translation>
    </message>
    <message>
        <source>The Raspberry Pi cannot download software.</source>
        <translation>The Raspberry Pi cannot download software.</translation>
    </message>
    <message>
        <source>It has no internet connection at the moment, or the download servers do not answer.</source>
        <translation>It has no internet connection at the moment, or the download servers do not answer.</translation>
    </message>
    <message>
        <source>Check that home&apos;s internet connection, and try again.</source>
        <translation>Check that home&apos;s internet connection, and try again.</translation>
    </message>
    <message>
        <source>The Raspberry Pi is busy installing something else.</source>
        <translation>The Raspberry Pi is busy installing something else.</translation>
    </message>
    <message>
        <source>After switching on it often updates itself for some minutes.</source>
        <translation>After switching on it often updates itself for some minutes.</translation>
    </message>
    <message>
        <source>Wait a few minutes, and try again.</source>
        <translation>Wait a few minutes, and try again.</translation>
    </message>
    <message>
        <source>An earlier installation on the Raspberry Pi was not finished.</source>
        <translation>An earlier installation on the Raspberry Pi was not finished.</translation>
    </message>
    <message>
        <source>Until that is fixed, nothing else can be installed.</source>
        <translation>Until that is fixed, nothing else can be installed.</translation>
    </message>
    <message>
        <source>Restart the Raspberry Pi and try again. If that doesn&apos;t help, rewrite its SD card.</source>
        <translation>Restart the Raspberry Pi and try again. If that doesn&apos;t help, rewrite its SD card.</translation>
    </message>
    <message>
        <source>Another TwinLAN is working on this Raspberry Pi.</source>
        <translation>Another TwinLAN is working on this Raspberry Pi.</translation>
    </message>
    <message>
        <source>Only one can work at a time.</source>
        <translation>Only one can work at a time.</translation>
    </message>
    <message>
        <source>A new setting was tested before it was applied, and failed.</source>
        <translation>A new setting was tested before it was applied, and failed.</translation>
    </message>
    <message>
        <source>It was not applied. The Raspberry Pi still works as before.</source>
        <translation>It was not applied. The Raspberry Pi still works as before.</translation>
    </message>
    <message>
        <source>Update the Raspberry Pi&apos;s system and try again.</source>
        <translation>Update the Raspberry Pi&apos;s system and try again.</translation>
    </message>
    <message>
        <source>This Raspberry Pi is connected by Wi-Fi.</source>
        <translation>This Raspberry Pi is connected by Wi-Fi.</translation>
    </message>
    <message>
        <source>Joining two homes works over a LAN cable only.</source>
        <translation>Joining two homes works over a LAN cable only.</translation>
    </message>
    <message>
        <source>Connect the Raspberry Pi to the router with a LAN cable, and try again.</source>
        <translation>Connect the Raspberry Pi to the router with a LAN cable, and try again.</translation>
    </message>
    <message>
        <source>The Raspberry Pi&apos;s system lacks a network feature.</source>
        <translation>The Raspberry Pi&apos;s system lacks a network feature.</translation>
    </message>
    <message>
        <source>Without it the two homes cannot be joined.</source>
        <translation>Without it the two homes cannot be joined.</translation>
    </message>
    <message>
        <source>Update the Raspberry Pi&apos;s system, restart it, and try again.</source>
        <translation>Update the Raspberry Pi&apos;s system, restart it, and try again.</translation>
    </message>
    <message>
        <source>Tailscale is not installed on the Raspberry Pi.</source>
        <translation>Tailscale is not installed on the Raspberry Pi.</translation>
    </message>
    <message>
        <source>Tailscale makes the secure link between the two homes.</source>
        <translation>Tailscale makes the secure link between the two homes.</translation>
    </message>
    <message>
        <source>Tailscale is not running on the Raspberry Pi.</source>
        <translation>Tailscale is not running on the Raspberry Pi.</translation>
    </message>
    <message>
        <source>Without it there is no link to the other home.</source>
        <translation>Without it there is no link to the other home.</translation>
    </message>
    <message>
        <source>Tailscale on the Raspberry Pi is too old.</source>
        <translation>Tailscale on the Raspberry Pi is too old.</translation>
    </message>
    <message>
        <source>Version 1.36 or newer is needed.</source>
        <translation>Version 1.36 or newer is needed.</translation>
    </message>
    <message>
        <source>The Raspberry Pi is not logged in to Tailscale.</source>
        <translation>The Raspberry Pi is not logged in to Tailscale.</translation>
    </message>
    <message>
        <source>Without a login there is no link to the other home.</source>
        <translation>Without a login there is no link to the other home.</translation>
    </message>
    <message>
        <source>Go back to “Tailscale” and log in.</source>
        <translation>Go back to “Tailscale” and log in.</translation>
    </message>
    <message>
        <source>The login timed out.</source>
        <translation>The login timed out.</translation>
    </message>
    <message>
        <source>The link for the login is no longer valid.</source>
        <translation>The link for the login is no longer valid.</translation>
    </message>
    <message>
        <source>The two Raspberry Pis are not connected in Tailscale.</source>
        <translation>The two Raspberry Pis are not connected in Tailscale.</translation>
    </message>
    <message>
        <source>The other one is off, offline, or logged in with another account.</source>
        <translation>The other one is off, offline, or logged in with another account.</translation>
    </message>
    <message>
        <source>Check that both are on and logged in with the same account.</source>
        <translation>Check that both are on and logged in with the same account.</translation>
    </message>
    <message>
        <source>Nothing passes between the two Raspberry Pis.</source>
        <translation>Nothing passes between the two Raspberry Pis.</translation>
    </message>
    <message>
        <source>The rules of your Tailscale account do not let them talk to each other.</source>
        <translation>The rules of your Tailscale account do not let them talk to each other.</translation>
    </message>
    <message>
        <source>Allow all connections between the two in Tailscale&apos;s access rules, and try again.</source>
        <translation>Allow all connections between the two in Tailscale&apos;s access rules, and try again.</translation>
    </message>
    <message>
        <source>The new network did not start.</source>
        <translation>The new network did not start.</translation>
    </message>
    <message>
        <source>The Raspberry Pi was restored and works as before.</source>
        <translation>The Raspberry Pi was restored and works as before.</translation>
    </message>
    <message>
        <source>The Raspberry Pi restored itself.</source>
        <translation>The Raspberry Pi restored itself.</translation>
    </message>
    <message>
        <source>It could not be reached in time, so the safety timer undid everything.</source>
        <translation>It could not be reached in time, so the safety timer undid everything.</translation>
    </message>
    <message>
        <source>Check cable and internet, and try again.</source>
        <translation>Check cable and internet, and try again.</translation>
    </message>
    <message>
        <source>Wait a minute, and try again.</source>
        <translation>Wait a minute, and try again.</translation>
    </message>
    <message>
        <source>Something unexpected happened in TwinLAN.</source>
        <translation>Something unexpected happened in TwinLAN.</translation>
    </message>
    <message>
        <source>This is a bug in TwinLAN. You did nothing wrong.</source>
        <translation>This is a bug in TwinLAN. You did nothing wrong.</translation>
    </message>
    <message>
        <source>Try again. If it happens again, please report it with the details.</source>
        <translation>Try again. If it happens again, please report it with the details.</translation>
    </message>
    <message>
        <source>The Raspberry Pi</source>
        <translation>The Raspberry Pi</translation>
    </message>
    <message>
        <source>Connect as the user that was chosen when the SD card was written.</source>
        <translation>Connect as the user that was chosen when the SD card was written.</translation>
    </message>
    <message>
        <source>A network was set up by hand on this Raspberry Pi.</source>
        <translation>A network was set up by hand on this Raspberry Pi.</translation>
    </message>
    <message>
        <source>It may come from an online guide or another program. TwinLAN leaves it alone.</source>
        <translation>It may come from an online guide or another program. TwinLAN leaves it alone.</translation>
    </message>
    <message>
        <source>Rewrite its SD card, use another Raspberry Pi, or ask whoever set it up to undo it. Then try again.</source>
        <translation>Rewrite its SD card, use another Raspberry Pi, or ask whoever set it up to undo it. Then try again.</translation>
    </message>
    <message>
        <source>A Raspberry Pi did not pass the test after the change, so it was restored.</source>
        <translation>A Raspberry Pi did not pass the test after the change, so it was restored.</translation>
    </message>
    <message>
        <source>It works as before. Until the test is passed, the two homes are not joined.</source>
        <translation>It works as before. Until the test is passed, the two homes are not joined.</translation>
    </message>
    <message>
        <source>TwinLAN can replace it. What is there now is kept, and comes back when you undo everything.</source>
        <translation>TwinLAN can replace it. What is there now is kept, and comes back when you undo everything.</translation>
    </message>
    <message>
        <source>If you want that, go back to “Check-up” and tick the box at the top. If not, use another Raspberry Pi.</source>
        <translation>If you want that, go back to “Check-up” and tick the box at the top. If not, use another Raspberry Pi.</translation>
    </message>
    <message>
        <source>The Raspberry Pi&apos;s SD card does not take any changes.</source>
        <translation>The Raspberry Pi&apos;s SD card does not take any changes.</translation>
    </message>
    <message>
        <source>A card that is worn out protects itself like this. Nothing was changed.</source>
        <translation>A card that is worn out protects itself like this. Nothing was changed.</translation>
    </message>
    <message>
        <source>Restart the Raspberry Pi and try again. If that doesn&apos;t help, use a new SD card.</source>
        <translation>Restart the Raspberry Pi and try again. If that doesn&apos;t help, use a new SD card.</translation>
    </message>
    <message>
        <source>A settings file of the Raspberry Pi is not where it should be.</source>
        <translation>A settings file of the Raspberry Pi is not where it should be.</translation>
    </message>
    <message>
        <source>The Raspberry Pi could not be restored completely.</source>
        <translation>The Raspberry Pi could not be restored completely.</translation>
    </message>
    <message>
        <source>Some of its settings are still those of the setup. Everything needed to bring the old ones back is kept on it, and it tries again at each restart.</source>
        <translation>Some of its settings are still those of the setup. Everything needed to bring the old ones back is kept on it, and it tries again at each restart.</translation>
    </message>
    <message>
        <source>If its SD card is full, delete something there. Then restart the Raspberry Pi, wait two minutes, and try again. If that doesn&apos;t help, the SD card may be worn out.</source>
        <translation>If its SD card is full, delete something there. Then restart the Raspberry Pi, wait two minutes, and try again. If that doesn&apos;t help, the SD card may be worn out.</translation>
    </message>
    <message>
        <source>This Raspberry Pi forgets every change when it restarts.</source>
        <translation>This Raspberry Pi forgets every change when it restarts.</translation>
    </message>
    <message>
        <source>Turn that off: in a terminal type “sudo raspi-config”, choose “Performance Options”, then “Overlay File System”. Restart the Raspberry Pi, and check again.</source>
        <translation>Turn that off: in a terminal type “sudo raspi-config”, choose “Performance Options”, then “Overlay File System”. Restart the Raspberry Pi, and check again.</translation>
    </message>
    <message>
        <source>A program on the Raspberry Pi would have to go.</source>
        <translation>A program on the Raspberry Pi would have to go.</translation>
    </message>
    <message>
        <source>TwinLAN needs a program that cannot be installed together with “%1”. It removes nothing that somebody else has installed.</source>
        <translation>TwinLAN needs a program that cannot be installed together with “%1”. It removes nothing that somebody else has installed.</translation>
    </message>
    <message>
        <source>If nobody needs it there, ask the person who installed it to remove “%1”. Then try again.</source>
        <translation>If nobody needs it there, ask the person who installed it to remove “%1”. Then try again.</translation>
    </message>
    <message>
        <source>After its next start, this Raspberry Pi could not be reached any more.</source>
        <translation>After its next start, this Raspberry Pi could not be reached any more.</translation>
    </message>
    <message>
        <source>Something that was set on it before would keep TwinLAN&apos;s network from coming up. Nothing was changed; it still works as before.</source>
        <translation>Something that was set on it before would keep TwinLAN&apos;s network from coming up. Nothing was changed; it still works as before.</translation>
    </message>
    <message>
        <source>“Show details” names the setting. Ask the person who made it to undo it, then try again.</source>
        <translation>“Show details” names the setting. Ask the person who made it to undo it, then try again.</translation>
    </message>
    <message>
        <source>Tailscale on %1 has no connection at the moment.</source>
        <translation>Tailscale on %1 has no connection at the moment.</translation>
    </message>
    <message>
        <source>It runs and is logged in, but it reaches neither its own servers nor the other home. That happens after a restart, even where the internet works.</source>
        <translation>It runs and is logged in, but it reaches neither its own servers nor the other home. That happens after a restart, even where the internet works.</translation>
    </message>
    <message>
        <source>Restart Tailscale there (in a terminal: “sudo systemctl restart tailscaled”) or that Raspberry Pi, wait a minute, and try again.</source>
        <translation>Restart Tailscale there (in a terminal: “sudo systemctl restart tailscaled”) or that Raspberry Pi, wait a minute, and try again.</translation>
    </message>
    <message>
        <source>Change the address of the router of %1 to %2, in the router&apos;s own settings. Then restart that router and the Raspberry Pi there, and try again.</source>
        <translation>Change the address of the router of %1 to %2, in the router&apos;s own settings. Then restart that router and the Raspberry Pi there, and try again.</translation>
    </message>
    <message>
        <source>Change the address of one of the two routers as planned on the page “Routers”. Then restart that router and the Raspberry Pi there, and try again.</source>
        <translation>Change the address of one of the two routers as planned on the page “Routers”. Then restart that router and the Raspberry Pi there, and try again.</translation>
    </message>
    <message>
        <source>The routers of both homes have the same address (%1).</source>
        <translation>The routers of both homes have the same address (%1).</translation>
    </message>
    <message>
        <source>The routers of both homes have the same address.</source>
        <translation>The routers of both homes have the same address.</translation>
    </message>
    <message>
        <source>In one network, each device would find two routers with that address, and lose its internet connection. So the homes are not joined.</source>
        <translation>In one network, each device would find two routers with that address, and lose its internet connection. So the homes are not joined.</translation>
    </message>
    <message>
        <source>Tailscale runs in a limited way.</source>
        <translation>Tailscale runs in a limited way.</translation>
    </message>
    <message>
        <source>It runs in userspace mode, without a network device of its own, so the homes cannot be joined.</source>
        <translation>It runs in userspace mode, without a network device of its own, so the homes cannot be joined.</translation>
    </message>
    <message>
        <source>Reinstall Tailscale in the usual way, and restart the Raspberry Pi.</source>
        <translation>Reinstall Tailscale in the usual way, and restart the Raspberry Pi.</translation>
    </message>
    <message>
        <source>Close that TwinLAN, or wait until it has finished, and try again.</source>
        <translation>Close that TwinLAN, or wait until it has finished, and try again.</translation>
    </message>
    <message>
        <source>Press “Get a new link”.</source>
        <translation>Press “Get a new link”.</translation>
    </message>
    <message>
        <source>What is changed does not stay on its SD card, so the setup would be gone after the next restart.</source>
        <translation>What is changed does not stay on its SD card, so the setup would be gone after the next restart.</translation>
    </message>
    <message>
        <source>In its place there is a pointer to something that is not there, or that is no file. Nothing was changed.</source>
        <translation>In its place there is a pointer to something that is not there, or that is no file. Nothing was changed.</translation>
    </message>
    <message>
        <source>“Show details” names the file. Ask whoever set up this Raspberry Pi to restore it, and try again.</source>
        <translation>“Show details” names the file. Ask whoever set up this Raspberry Pi to restore it, and try again.</translation>
    </message>
    <message>
        <source>TwinLAN cannot update Tailscale on this Raspberry Pi.</source>
        <translation>TwinLAN cannot update Tailscale on this Raspberry Pi.</translation>
    </message>
    <message>
        <source>It was not installed as a package, so a second one would get in its way.</source>
        <translation>It was not installed as a package, so a second one would get in its way.</translation>
    </message>
    <message>
        <source>Go back to where you log in to Tailscale. A button there installs it.</source>
        <translation>Go back to where you log in to Tailscale. A button there installs it.</translation>
    </message>
    <message>
        <source>Go back to where you log in to Tailscale. A button there updates it.</source>
        <translation>Go back to where you log in to Tailscale. A button there updates it.</translation>
    </message>
    <message>
        <source>Remove it in the way it was installed, or ask whoever did that. Then try again.</source>
        <translation>Remove it in the way it was installed, or ask whoever did that. Then try again.</translation>
    </message>
    <message>
        <source>The error was copied. You can paste it into a message.</source>
        <translation>The error was copied. You can paste it into a message.</translation>
    </message>
    <message>
        <source>Tailscale leads this home&apos;s network to another device.</source>
        <translation>Tailscale leads this home&apos;s network to another device.</translation>
    </message>
    <message>
        <source>Another device in your Tailscale network offers the addresses of this home (a “subnet router”). So the Raspberry Pi sends its answers there, and not into its own home.</source>
        <translation>Another device in your Tailscale network offers the addresses of this home (a “subnet router”). So the Raspberry Pi sends its answers there, and not into its own home.</translation>
    </message>
    <message>
        <source>On Tailscale&apos;s website open “Machines”, find the device marked “Subnets”, and switch that network off in its menu “…”. Then try again.</source>
        <translation>On Tailscale&apos;s website open “Machines”, find the device marked “Subnets”, and switch that network off in its menu “…”. Then try again.</translation>
    </message>
    <message>
        <source>Tailscale has to let the Raspberry Pi in first.</source>
        <translation>Tailscale has to let the Raspberry Pi in first.</translation>
    </message>
    <message>
        <source>You are logged in. But in your Tailscale network an administrator approves each new device, and until then it has no link to the other home.</source>
        <translation>You are logged in. But in your Tailscale network an administrator approves each new device, and until then it has no link to the other home.</translation>
    </message>
    <message>
        <source>On Tailscale&apos;s website open “Machines”, and choose “Approve” in the menu “…” of this Raspberry Pi. Then try again.</source>
        <translation>On Tailscale&apos;s website open “Machines”, and choose “Approve” in the menu “…” of this Raspberry Pi. Then try again.</translation>
    </message>
    <message>
        <source>Tailscale on the Raspberry Pi lets no connection in.</source>
        <translation>Tailscale on the Raspberry Pi lets no connection in.</translation>
    </message>
    <message>
        <source>It is set to block incoming connections (“shields up”), so the other home cannot reach it.</source>
        <translation>It is set to block incoming connections (“shields up”), so the other home cannot reach it.</translation>
    </message>
    <message>
        <source>Ask the person who set it up to allow them (in a terminal: “sudo tailscale set --shields-up=false”). Then check again.</source>
        <translation>Ask the person who set it up to allow them (in a terminal: “sudo tailscale set --shields-up=false”). Then check again.</translation>
    </message>
</context>
<context>
    <name>Findings</name>
    <message>
        <source>Connected by LAN cable</source>
        <translation>Connected by LAN cable</translation>
    </message>
    <message>
        <source>Not connected by LAN cable</source>
        <translation>Not connected by LAN cable</translation>
    </message>
    <message>
        <source>Joining two homes works over a LAN cable only, not over Wi-Fi.</source>
        <translation>Joining two homes works over a LAN cable only, not over Wi-Fi.</translation>
    </message>
    <message>
        <source>Connect the Raspberry Pi to the router with a LAN cable.</source>
        <translation>Connect the Raspberry Pi to the router with a LAN cable.</translation>
    </message>
    <message>
        <source>Fast LAN port</source>
        <translation>Fast LAN port</translation>
    </message>
    <message>
        <source>Slow LAN port (%1 Mb/s)</source>
        <translation>Slow LAN port (%1 Mb/s)</translation>
    </message>
    <message>
        <source>Everything works, but video and large backups are slow.</source>
        <translation>Everything works, but video and large backups are slow.</translation>
    </message>
    <message>
        <source>For more speed use a Raspberry Pi 4 or newer, or another cable.</source>
        <translation>For more speed use a Raspberry Pi 4 or newer, or another cable.</translation>
    </message>
    <message>
        <source>Everything works, but large transfers are slower.</source>
        <translation>Everything works, but large transfers are slower.</translation>
    </message>
    <message>
        <source>For more speed write the 64-bit system onto the SD card.</source>
        <translation>For more speed write the 64-bit system onto the SD card.</translation>
    </message>
    <message>
        <source>All required network features are available</source>
        <translation>All required network features are available</translation>
    </message>
    <message>
        <source>Without it the two homes cannot be joined.</source>
        <translation>Without it the two homes cannot be joined.</translation>
    </message>
    <message>
        <source>Update the Raspberry Pi&apos;s system and restart it.</source>
        <translation>Update the Raspberry Pi&apos;s system and restart it.</translation>
    </message>
    <message>
        <source>Enough space on the SD card</source>
        <translation>Enough space on the SD card</translation>
    </message>
    <message>
        <source>Little space on the SD card (%1 MB free)</source>
        <translation>Little space on the SD card (%1 MB free)</translation>
    </message>
    <message>
        <source>The software and the backup need some space.</source>
        <translation>The software and the backup need some space.</translation>
    </message>
    <message>
        <source>Delete something there, or use a larger SD card.</source>
        <translation>Delete something there, or use a larger SD card.</translation>
    </message>
    <message>
        <source>The clock is right</source>
        <translation>The clock is right</translation>
    </message>
    <message>
        <source>The clock is wrong by %1 min</source>
        <translation>The clock is wrong by %1 min</translation>
    </message>
    <message>
        <source>Downloads and logins fail when the clock is far off.</source>
        <translation>Downloads and logins fail when the clock is far off.</translation>
    </message>
    <message>
        <source>Connect it to the internet and wait some minutes; it then sets its clock by itself.</source>
        <translation>Connect it to the internet and wait some minutes; it then sets its clock by itself.</translation>
    </message>
    <message>
        <source>No manual network setup found</source>
        <translation>No manual network setup found</translation>
    </message>
    <message>
        <source>Another TwinLAN is working on it</source>
        <translation>Another TwinLAN is working on it</translation>
    </message>
    <message>
        <source>A setup was interrupted here</source>
        <translation>A setup was interrupted here</translation>
    </message>
    <message>
        <source>Nobody has checked yet that it works. The Raspberry Pi restores itself in %1 seconds.</source>
        <translation>Nobody has checked yet that it works. The Raspberry Pi restores itself in %1 seconds.</translation>
    </message>
    <message>
        <source>Continue: the unfinished changes are undone first, then setup starts over.</source>
        <translation>Continue: the unfinished changes are undone first, then setup starts over.</translation>
    </message>
    <message>
        <source>Tailscale is installed (%1)</source>
        <translation>Tailscale is installed (%1)</translation>
    </message>
    <message>
        <source>Tailscale is missing or too old</source>
        <translation>Tailscale is missing or too old</translation>
    </message>
    <message>
        <source>Version 1.36 or newer is needed.</source>
        <translation>Version 1.36 or newer is needed.</translation>
    </message>
    <message>
        <source>Tailscale works as it should</source>
        <translation>Tailscale works as it should</translation>
    </message>
    <message>
        <source>Logged in to Tailscale</source>
        <translation>Logged in to Tailscale</translation>
    </message>
    <message>
        <source>Not logged in to Tailscale</source>
        <translation>Not logged in to Tailscale</translation>
    </message>
    <message>
        <source>Without a login there is no link to the other home.</source>
        <translation>Without a login there is no link to the other home.</translation>
    </message>
    <message>
        <source>Go back and log in.</source>
        <translation>Go back and log in.</translation>
    </message>
    <message>
        <source>The login does not expire</source>
        <translation>The login does not expire</translation>
    </message>
    <message>
        <source>The login has expired (%1)</source>
        <translation>The login has expired (%1)</translation>
    </message>
    <message>
        <source>The login expires on %1</source>
        <translation>The login expires on %1</translation>
    </message>
    <message>
        <source>After that, the homes are disconnected until someone logs in again.</source>
        <translation>After that, the homes are disconnected until someone logs in again.</translation>
    </message>
    <message>
        <source>On Tailscale&apos;s website open “Machines”, and choose “Disable key expiry” in the menu “…” of this Raspberry Pi.</source>
        <translation>On Tailscale&apos;s website open “Machines”, and choose “Disable key expiry” in the menu “…” of this Raspberry Pi.</translation>
    </message>
    <message>
        <source>The two are connected in Tailscale</source>
        <translation>The two are connected in Tailscale</translation>
    </message>
    <message>
        <source>Tailscale says that Raspberry Pi B is offline</source>
        <translation>Tailscale says that Raspberry Pi B is offline</translation>
    </message>
    <message>
        <source>Sometimes this is only shown late.</source>
        <translation>Sometimes this is only shown late.</translation>
    </message>
    <message>
        <source>If the next steps fail, restart Raspberry Pi B.</source>
        <translation>If the next steps fail, restart Raspberry Pi B.</translation>
    </message>
    <message>
        <source>The two are not connected in Tailscale</source>
        <translation>The two are not connected in Tailscale</translation>
    </message>
    <message>
        <source>They are logged in with two different accounts.</source>
        <translation>They are logged in with two different accounts.</translation>
    </message>
    <message>
        <source>Log in on both with the same Tailscale account.</source>
        <translation>Log in on both with the same Tailscale account.</translation>
    </message>
    <message>
        <source>Two different Raspberry Pis</source>
        <translation>Two different Raspberry Pis</translation>
    </message>
    <message>
        <source>This is the same Raspberry Pi twice</source>
        <translation>This is the same Raspberry Pi twice</translation>
    </message>
    <message>
        <source>Each home needs a Raspberry Pi of its own.</source>
        <translation>Each home needs a Raspberry Pi of its own.</translation>
    </message>
    <message>
        <source>Go back to “Raspberry Pi B” and choose the other one.</source>
        <translation>Go back to “Raspberry Pi B” and choose the other one.</translation>
    </message>
    <message>
        <source>The router has the planned address</source>
        <translation>The router has the planned address</translation>
    </message>
    <message>
        <source>The router is %1, not as planned</source>
        <translation>The router is %1, not as planned</translation>
    </message>
    <message>
        <source>If the homes are joined like this, addresses may collide, and devices may lose their connection.</source>
        <translation>If the homes are joined like this, addresses may collide, and devices may lose their connection.</translation>
    </message>
    <message>
        <source>Change the router&apos;s address, or go back to “Routers” and type the real one.</source>
        <translation>Change the router&apos;s address, or go back to “Routers” and type the real one.</translation>
    </message>
    <message>
        <source>The Raspberry Pis and the routers have different addresses</source>
        <translation>The Raspberry Pis and the routers have different addresses</translation>
    </message>
    <message>
        <source>The address %1 is used twice</source>
        <translation>The address %1 is used twice</translation>
    </message>
    <message>
        <source>Two devices with one address lose their connection.</source>
        <translation>Two devices with one address lose their connection.</translation>
    </message>
    <message>
        <source>Change the DHCP range of one router and restart that Raspberry Pi.</source>
        <translation>Change the DHCP range of one router and restart that Raspberry Pi.</translation>
    </message>
    <message>
        <source>The other Raspberry Pi is set up, this one is not</source>
        <translation>The other Raspberry Pi is set up, this one is not</translation>
    </message>
    <message>
        <source>Either a setup did not finish, or this Raspberry Pi is new.</source>
        <translation>Either a setup did not finish, or this Raspberry Pi is new.</translation>
    </message>
    <message>
        <source>Continue, and the setup is finished. To undo everything instead, go back to the first page.</source>
        <translation>Continue, and the setup is finished. To undo everything instead, go back to the first page.</translation>
    </message>
    <message>
        <source>The removal did not finish (%1)</source>
        <translation>The removal did not finish (%1)</translation>
    </message>
    <message>
        <source>One of the Raspberry Pis may still be set up.</source>
        <translation>One of the Raspberry Pis may still be set up.</translation>
    </message>
    <message>
        <source>Press “Remove TwinLAN…” to finish it.</source>
        <translation>Press “Remove TwinLAN…” to finish it.</translation>
    </message>
    <message>
        <source>The last setup did not finish (%1)</source>
        <translation>The last setup did not finish (%1)</translation>
    </message>
    <message>
        <source>A Raspberry Pi that was being changed has restored itself after about two minutes.</source>
        <translation>A Raspberry Pi that was being changed has restored itself after about two minutes.</translation>
    </message>
    <message>
        <source>Finish the setup, or undo everything.</source>
        <translation>Finish the setup, or undo everything.</translation>
    </message>
    <message>
        <source>It may come from an online guide or another program. TwinLAN leaves it alone.</source>
        <translation>It may come from an online guide or another program. TwinLAN leaves it alone.</translation>
    </message>
    <message>
        <source>Rewrite its SD card, use another Raspberry Pi, or ask whoever set it up to undo it. Then check again.</source>
        <translation>Rewrite its SD card, use another Raspberry Pi, or ask whoever set it up to undo it. Then check again.</translation>
    </message>
    <message>
        <source>They belong to other programs, for example Docker. They stay as they are, beside TwinLAN.</source>
        <translation>They belong to other programs, for example Docker. They stay as they are, beside TwinLAN.</translation>
    </message>
    <message>
        <source>There is nothing to do.</source>
        <translation>There is nothing to do.</translation>
    </message>
    <message>
        <source>TwinLAN can replace it. What is there now is kept, and comes back when you undo everything.</source>
        <translation>TwinLAN can replace it. What is there now is kept, and comes back when you undo everything.</translation>
    </message>
    <message>
        <source>If you want that, tick the box at the top. If not, use another Raspberry Pi.</source>
        <translation>If you want that, tick the box at the top. If not, use another Raspberry Pi.</translation>
    </message>
    <message>
        <source>TwinLAN replaces it. What is there now is kept. When you undo everything, it comes back and the Raspberry Pi restarts.</source>
        <translation>TwinLAN replaces it. What is there now is kept. When you undo everything, it comes back and the Raspberry Pi restarts.</translation>
    </message>
    <message>
        <source>No conflicting software</source>
        <translation>No conflicting software</translation>
    </message>
    <message>
        <source>Changes survive a restart</source>
        <translation>Changes survive a restart</translation>
    </message>
    <message>
        <source>At one of its starts, TwinLAN&apos;s network did not come up here</source>
        <translation>At one of its starts, TwinLAN&apos;s network did not come up here</translation>
    </message>
    <message>
        <source>So that it can be reached, the Raspberry Pi has gone back to the network it had before the setup. The homes are not joined.</source>
        <translation>So that it can be reached, the Raspberry Pi has gone back to the network it had before the setup. The homes are not joined.</translation>
    </message>
    <message>
        <source>Continue, and it is set up again. To undo everything instead, go back to the first page.</source>
        <translation>Continue, and it is set up again. To undo everything instead, go back to the first page.</translation>
    </message>
    <message>
        <source>Tailscale has a connection</source>
        <translation>Tailscale has a connection</translation>
    </message>
    <message>
        <source>Tailscale itself says: “%1”</source>
        <translation>Tailscale itself says: “%1”</translation>
    </message>
    <message>
        <source>Close that TwinLAN, or wait until it has finished.</source>
        <translation>Close that TwinLAN, or wait until it has finished.</translation>
    </message>
    <message>
        <source>A network feature is missing</source>
        <translation>A network feature is missing</translation>
    </message>
    <message>
        <source>A network was set up here by hand</source>
        <translation>A network was set up here by hand</translation>
    </message>
    <message>
        <source>Other networks found</source>
        <translation>Other networks found</translation>
    </message>
    <message>
        <source>A firewall here has rules for the LAN port</source>
        <translation>A firewall here has rules for the LAN port</translation>
    </message>
    <message>
        <source>After the setup they no longer apply. If that shuts you out, the Raspberry Pi restores itself after two minutes.</source>
        <translation>After the setup they no longer apply. If that shuts you out, the Raspberry Pi restores itself after two minutes.</translation>
    </message>
    <message>
        <source>Ask the person who made the rules to change them as “Show details” says.</source>
        <translation>Ask the person who made the rules to change them as “Show details” says.</translation>
    </message>
    <message>
        <source>Rules for %1: after the setup the LAN is at “br_lan”. Allow the same there.</source>
        <translation>Rules for %1: after the setup the LAN is at “br_lan”. Allow the same there.</translation>
    </message>
    <message>
        <source>Some programs here serve the LAN port by its name</source>
        <translation>Some programs here serve the LAN port by its name</translation>
    </message>
    <message>
        <source>After the setup they no longer answer in your LAN. With Pi-hole, for example, no web address would be found any more.</source>
        <translation>After the setup they no longer answer in your LAN. With Pi-hole, for example, no web address would be found any more.</translation>
    </message>
    <message>
        <source>After the setup, ask the person who set them up to change them as “Show details” says.</source>
        <translation>After the setup, ask the person who set them up to change them as “Show details” says.</translation>
    </message>
    <message>
        <source>%1: after the setup, write “br_lan” in place of the LAN port&apos;s name, and restart this Raspberry Pi.</source>
        <translation>%1: after the setup, write “br_lan” in place of the LAN port&apos;s name, and restart this Raspberry Pi.</translation>
    </message>
    <message>
        <source>Only one can work at a time.</source>
        <translation>Only one can work at a time.</translation>
    </message>
    <message>
        <source>Supported system</source>
        <comment>the operating system, in the check-up</comment>
        <translation>Supported system</translation>
    </message>
    <message>
        <source>64-bit system</source>
        <comment>the operating system, in the check-up</comment>
        <translation>64-bit system</translation>
    </message>
    <message>
        <source>32-bit system</source>
        <comment>the operating system, in the check-up</comment>
        <translation>32-bit system</translation>
    </message>
    <message>
        <source>This computer and the Raspberry Pi have different routers (%1)</source>
        <translation>This computer and the Raspberry Pi have different routers (%1)</translation>
    </message>
    <message>
        <source>There are probably two routers in this home, one behind the other. Only devices behind the Raspberry Pi&apos;s router join the other home.</source>
        <translation>There are probably two routers in this home, one behind the other. Only devices behind the Raspberry Pi&apos;s router join the other home.</translation>
    </message>
    <message>
        <source>Plug the Raspberry Pi into the router that your devices use, or switch the second router to access point mode (AP or bridge). If this computer is not in that home, there is nothing to do.</source>
        <translation>Plug the Raspberry Pi into the router that your devices use, or switch the second router to access point mode (AP or bridge). If this computer is not in that home, there is nothing to do.</translation>
    </message>
    <message>
        <source>Go back to where you log in to Tailscale. A button there installs it.</source>
        <translation>Go back to where you log in to Tailscale. A button there installs it.</translation>
    </message>
    <message>
        <source>The internet of this Raspberry Pi goes through another device (an exit node)</source>
        <translation>The internet of this Raspberry Pi goes through another device (an exit node)</translation>
    </message>
    <message>
        <source>The homes can be joined like this. But without that device this Raspberry Pi has no internet, and the homes are disconnected.</source>
        <translation>The homes can be joined like this. But without that device this Raspberry Pi has no internet, and the homes are disconnected.</translation>
    </message>
    <message>
        <source>If you do not need it, switch the exit node off in Tailscale.</source>
        <translation>If you do not need it, switch the exit node off in Tailscale.</translation>
    </message>
    <message>
        <source>The router has given %1 to the Raspberry Pi, which is not in its DHCP range</source>
        <translation>The router has given %1 to the Raspberry Pi, which is not in its DHCP range</translation>
    </message>
    <message>
        <source>The router probably still uses its old DHCP range. Then two devices may get one address and lose their connection.</source>
        <translation>The router probably still uses its old DHCP range. Then two devices may get one address and lose their connection.</translation>
    </message>
    <message>
        <source>Set the DHCP range of this router as the page “Routers” says, then restart the Raspberry Pi. If the router is set to always give this address to the Raspberry Pi, there is nothing to do.</source>
        <translation>Set the DHCP range of this router as the page “Routers” says, then restart the Raspberry Pi. If the router is set to always give this address to the Raspberry Pi, there is nothing to do.</translation>
    </message>
</context>
<context>
    <name>Headless</name>
    <message>
        <source>Answer in JSON, one object a line.</source>
        <translation>Answer in JSON, one object a line.</translation>
    </message>
    <message>
        <source>Language of the answers: ja or en.</source>
        <translation>Language of the answers: ja or en.</translation>
    </message>
    <message>
        <source>User on both Raspberry Pis.</source>
        <translation>User on both Raspberry Pis.</translation>
    </message>
    <message>
        <source>SSH port of both Raspberry Pis.</source>
        <translation>SSH port of both Raspberry Pis.</translation>
    </message>
    <message>
        <source>Read the passwords from standard input: one line for A, one for B (missing: the same).</source>
        <translation>Read the passwords from standard input: one line for A, one for B (missing: the same).</translation>
    </message>
    <message>
        <source>Private key file for both Raspberry Pis.</source>
        <translation>Private key file for both Raspberry Pis.</translation>
    </message>
    <message>
        <source>File of the known host keys (default: the window&apos;s own).</source>
        <translation>File of the known host keys (default: the window&apos;s own).</translation>
    </message>
    <message>
        <source>Trust a Raspberry Pi that is met for the first time. A changed key is refused all the same.</source>
        <translation>Trust a Raspberry Pi that is met for the first time. A changed key is refused all the same.</translation>
    </message>
    <message>
        <source>The plan (default: the settings that the window saved).</source>
        <translation>The plan (default: the settings that the window saved).</translation>
    </message>
    <message>
        <source>There are no saved settings; name a file.</source>
        <translation>There are no saved settings; name a file.</translation>
    </message>
    <message>
        <source>The port is a number from 1 to 65535.</source>
        <translation>The port is a number from 1 to 65535.</translation>
    </message>
    <message>
        <source>The plan does not say where %1 is (lanHost or tailnetAddress).</source>
        <translation>The plan does not say where %1 is (lanHost or tailnetAddress).</translation>
    </message>
    <message>
        <source>Nothing to do. Tunnel: A %1, B %2 (%3).</source>
        <translation>Nothing to do. Tunnel: A %1, B %2 (%3).</translation>
    </message>
    <message numerus="yes">
        <source>Done, %n step(s). Tunnel: A %1, B %2 (%3).</source>
        <translation>
            <numerusform>Done, %n step. Tunnel: A %1, B %2 (%3).</numerusform>
            <numerusform>Done, %n steps. Tunnel: A %1, B %2 (%3).</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing to do.</source>
        <translation>Nothing to do.</translation>
    </message>
    <message>
        <source>%1  %2  LAN %3  Tailscale %4 (%5)  setup: %6  tunnel: %7</source>
        <translation>%1  %2  LAN %3  Tailscale %4 (%5)  setup: %6  tunnel: %7</translation>
    </message>
    <message>
        <source>Both Raspberry Pis are as they were before the first setup.</source>
        <translation>Both Raspberry Pis are as they were before the first setup.</translation>
    </message>
    <message>
        <source>undo: also remove the packages that the setup installed, where nothing else needs them.</source>
        <translation>undo: also remove the packages that the setup installed, where nothing else needs them.</translation>
    </message>
    <message>
        <source>undo: Raspberry Pi B is gone; undo Raspberry Pi A only.</source>
        <translation>undo: Raspberry Pi B is gone; undo Raspberry Pi A only.</translation>
    </message>
    <message>
        <source>Raspberry Pi A is as it was before the first setup.</source>
        <translation>Raspberry Pi A is as it was before the first setup.</translation>
    </message>
    <message>
        <source>apply, check: replace a network that was set up by hand. It is kept, and undo brings it back.</source>
        <translation>apply, check: replace a network that was set up by hand. It is kept, and undo brings it back.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a Raspberry Pi, and how its tunnel is</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Cannot read %1: %2</source>
        <comment>a file, and why</comment>
        <translation>Cannot read %1: %2</translation>
    </message>
    <message>
        <source>sets both Raspberry Pis up as the plan says; does nothing where it is so already</source>
        <translation>sets both Raspberry Pis up as the plan says; does nothing where it is so already</translation>
    </message>
    <message>
        <source>says what is in the way and which steps apply would run; changes nothing</source>
        <translation>says what is in the way and which steps apply would run; changes nothing</translation>
    </message>
    <message>
        <source>says how both Raspberry Pis are doing</source>
        <translation>says how both Raspberry Pis are doing</translation>
    </message>
    <message>
        <source>restores both to how they were before the first setup</source>
        <translation>restores both to how they were before the first setup</translation>
    </message>
    <message>
        <source>Joins two homes into one Ethernet segment. Without a command: opens the window.</source>
        <translation>Joins two homes into one Ethernet segment. Without a command: opens the window.</translation>
    </message>
    <message>
        <source>Raspberry Pi A is found at pis.a.lanHost of the plan; Raspberry Pi B at pis.b.tailnetAddress through A, or at pis.b.lanHost.</source>
        <translation>Raspberry Pi A is found at pis.a.lanHost of the plan; Raspberry Pi B at pis.b.tailnetAddress through A, or at pis.b.lanHost.</translation>
    </message>
    <message>
        <source>done or nothing to do</source>
        <translation>done or nothing to do</translation>
    </message>
    <message>
        <source>check: something to do</source>
        <translation>check: something to do</translation>
    </message>
    <message>
        <source>stopped</source>
        <comment>what the program ended with</comment>
        <translation>stopped</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between exit codes</comment>
        <translation>, </translation>
    </message>
    <message>
        <source>Show this help.</source>
        <translation>Show this help.</translation>
    </message>
    <message>
        <source>Show the version.</source>
        <translation>Show the version.</translation>
    </message>
    <message>
        <source>failed</source>
        <comment>what the program ended with</comment>
        <translation>failed</translation>
    </message>
    <message>
        <source>usage</source>
        <comment>what the program ended with: the command line makes no sense</comment>
        <translation>usage</translation>
    </message>
    <message>
        <source>Commands:</source>
        <comment>before the list of them</comment>
        <translation>Commands:</translation>
    </message>
    <message>
        <source>Exit codes: %1</source>
        <comment>a list: 0 done, 1 failed</comment>
        <translation>Exit codes: %1</translation>
    </message>
    <message>
        <source>Open the window:</source>
        <translation>Open the window:</translation>
    </message>
    <message>
        <source>What is in the way, and which steps would run:</source>
        <translation>What is in the way, and which steps would run:</translation>
    </message>
    <message>
        <source>Set both Raspberry Pis up; both passwords come from a file:</source>
        <translation>Set both Raspberry Pis up; both passwords come from a file:</translation>
    </message>
    <message>
        <source>The smallest plan:</source>
        <translation>The smallest plan:</translation>
    </message>
    <message>
        <source>User Commands</source>
        <comment>kind of manual pages</comment>
        <translation>User Commands</translation>
    </message>
    <message>
        <source>NAME</source>
        <comment>title of a part of the manual page</comment>
        <translation>NAME</translation>
    </message>
    <message>
        <source>join two homes into one network</source>
        <translation>join two homes into one network</translation>
    </message>
    <message>
        <source>SYNOPSIS</source>
        <comment>title of a part of the manual page</comment>
        <translation>SYNOPSIS</translation>
    </message>
    <message>
        <source>options</source>
        <comment>in the manual page, after a command</comment>
        <translation>options</translation>
    </message>
    <message>
        <source>DESCRIPTION</source>
        <comment>title of a part of the manual page</comment>
        <translation>DESCRIPTION</translation>
    </message>
    <message>
        <source>COMMANDS</source>
        <comment>title of a part of the manual page</comment>
        <translation>COMMANDS</translation>
    </message>
    <message>
        <source>OPTIONS</source>
        <comment>title of a part of the manual page</comment>
        <translation>OPTIONS</translation>
    </message>
    <message>
        <source>EXIT STATUS</source>
        <comment>title of a part of the manual page</comment>
        <translation>EXIT STATUS</translation>
    </message>
    <message>
        <source>FILES</source>
        <comment>title of a part of the manual page</comment>
        <translation>FILES</translation>
    </message>
    <message>
        <source>The settings that the window saved. It holds no password.</source>
        <translation>The settings that the window saved. It holds no password.</translation>
    </message>
    <message>
        <source>The host keys by which the Raspberry Pis are recognised.</source>
        <translation>The host keys by which the Raspberry Pis are recognised.</translation>
    </message>
    <message>
        <source>EXAMPLES</source>
        <comment>title of a part of the manual page</comment>
        <translation>EXAMPLES</translation>
    </message>
</context>
<context>
    <name>Homes</name>
    <message>
        <source>The way to it leads through Raspberry Pi A, which cannot be reached now.</source>
        <translation>The way to it leads through Raspberry Pi A, which cannot be reached now.</translation>
    </message>
    <message>
        <source>%1 does not answer. Is it on, and connected to its router?</source>
        <translation>%1 does not answer. Is it on, and connected to its router?</translation>
    </message>
    <message>
        <source>TwinLAN does not remember this Raspberry Pi. “Check it” asks for its password.</source>
        <translation>TwinLAN does not remember this Raspberry Pi. “Check it” asks for its password.</translation>
    </message>
    <message>
        <source>This desktop&apos;s password store did not open. “Check it” asks for the password.</source>
        <translation>This desktop&apos;s password store did not open. “Check it” asks for the password.</translation>
    </message>
    <message>
        <source>%1 answers (%2).</source>
        <comment>a Raspberry Pi, and the time of day when it did</comment>
        <translation>%1 answers (%2).</translation>
    </message>
    <message>
        <source>“Check it” shows what to do.</source>
        <translation>“Check it” shows what to do.</translation>
    </message>
    <message>
        <source>This Raspberry Pi does not take TwinLAN&apos;s key any more. “Check it” asks for the password.</source>
        <translation>This Raspberry Pi does not take TwinLAN&apos;s key any more. “Check it” asks for the password.</translation>
    </message>
    <message>
        <source>The two homes are one network</source>
        <translation>The two homes are one network</translation>
    </message>
    <message>
        <source>Your two homes</source>
        <translation>Your two homes</translation>
    </message>
    <message>
        <source>TwinLAN does not remember the Raspberry Pis, so it does not know yet whether the homes are joined. “Check it” asks for the passwords.</source>
        <translation>TwinLAN does not remember the Raspberry Pis, so it does not know yet whether the homes are joined. “Check it” asks for the passwords.</translation>
    </message>
    <message>
        <source>Whether they are joined is not known at the moment.</source>
        <translation>Whether they are joined is not known at the moment.</translation>
    </message>
    <message>
        <source>Last seen: %1</source>
        <comment>when a Raspberry Pi answered</comment>
        <translation>Last seen: %1</translation>
    </message>
    <message>
        <source>TwinLAN is not set up on it any more.</source>
        <translation>TwinLAN is not set up on it any more.</translation>
    </message>
    <message>
        <source>“Check it” leads to where it is set up again.</source>
        <translation>“Check it” leads to where it is set up again.</translation>
    </message>
    <message>
        <source>The two homes are not joined now</source>
        <translation>The two homes are not joined now</translation>
    </message>
    <message>
        <source>%1.</source>
        <comment>what the check-up finds, as a sentence</comment>
        <translation>%1.</translation>
    </message>
    <message>
        <source>Asking %1…</source>
        <comment>a Raspberry Pi, how it is</comment>
        <translation>Asking %1…</translation>
    </message>
    <message>
        <source>Checking the two homes…</source>
        <translation>Checking the two homes…</translation>
    </message>
</context>
<context>
    <name>Networks</name>
    <message>
        <source>The network of this Raspberry Pi cannot be set up yet.</source>
        <translation>The network of this Raspberry Pi cannot be set up yet.</translation>
    </message>
    <message>
        <source>TwinLAN does not support the way it is managed yet. It supports Raspberry Pi OS 11, 12 and 13, and servers of Debian 12.</source>
        <translation>TwinLAN does not support the way it is managed yet. It supports Raspberry Pi OS 11, 12 and 13, and servers of Debian 12.</translation>
    </message>
    <message>
        <source>Use an SD card to which Raspberry Pi Imager has written Raspberry Pi OS, or another Raspberry Pi.</source>
        <translation>Use an SD card to which Raspberry Pi Imager has written Raspberry Pi OS, or another Raspberry Pi.</translation>
    </message>
    <message>
        <source>Two programs manage the network of this Raspberry Pi.</source>
        <translation>Two programs manage the network of this Raspberry Pi.</translation>
    </message>
    <message>
        <source>Ask the person who set it up to turn one of them off and restart the Raspberry Pi. Then check again.</source>
        <translation>Ask the person who set it up to turn one of them off and restart the Raspberry Pi. Then check again.</translation>
    </message>
    <message>
        <source>The network settings of the LAN port are not saved on this Raspberry Pi.</source>
        <translation>The network settings of the LAN port are not saved on this Raspberry Pi.</translation>
    </message>
    <message>
        <source>Restart the Raspberry Pi, and check again. If that doesn&apos;t help, use an SD card to which Raspberry Pi Imager has written Raspberry Pi OS.</source>
        <translation>Restart the Raspberry Pi, and check again. If that doesn&apos;t help, use an SD card to which Raspberry Pi Imager has written Raspberry Pi OS.</translation>
    </message>
    <message>
        <source>The LAN port of this Raspberry Pi has a special setting.</source>
        <translation>The LAN port of this Raspberry Pi has a special setting.</translation>
    </message>
    <message>
        <source>The LAN of this Raspberry Pi does not come from the LAN port directly.</source>
        <translation>The LAN of this Raspberry Pi does not come from the LAN port directly.</translation>
    </message>
    <message>
        <source>Ask the person who set it up to use the LAN port directly, or use another Raspberry Pi. Then check again.</source>
        <translation>Ask the person who set it up to use the LAN port directly, or use another Raspberry Pi. Then check again.</translation>
    </message>
    <message>
        <source>Something else has the LAN port of this Raspberry Pi for itself.</source>
        <translation>Something else has the LAN port of this Raspberry Pi for itself.</translation>
    </message>
    <message>
        <source>Both manage the LAN port, and TwinLAN cannot tell which of them to take over from.</source>
        <translation>Both manage the LAN port, and TwinLAN cannot tell which of them to take over from.</translation>
    </message>
    <message>
        <source>It uses what another program has set for the moment. There would be nothing to go back to.</source>
        <translation>It uses what another program has set for the moment. There would be nothing to go back to.</translation>
    </message>
    <message>
        <source>TwinLAN cannot take it along to the joined network, so it would be lost.</source>
        <translation>TwinLAN cannot take it along to the joined network, so it would be lost.</translation>
    </message>
    <message>
        <source>“Show details” names the setting. Ask the person who made it to remove it, or use another Raspberry Pi. Then check again.</source>
        <translation>“Show details” names the setting. Ask the person who made it to remove it, or use another Raspberry Pi. Then check again.</translation>
    </message>
    <message>
        <source>It may be a container with an address of its own in your LAN. Beside it the LAN port cannot be joined to the other home.</source>
        <translation>It may be a container with an address of its own in your LAN. Beside it the LAN port cannot be joined to the other home.</translation>
    </message>
    <message>
        <source>Ask the person who set it up to remove it, then check again. After the setup it can be made again, as “Show details” says.</source>
        <translation>Ask the person who set it up to remove it, then check again. After the setup it can be made again, as “Show details” says.</translation>
    </message>
    <message>
        <source>%1: after the setup the LAN is at “br_lan”; it can be made again there.</source>
        <translation>%1: after the setup the LAN is at “br_lan”; it can be made again there.</translation>
    </message>
    <message>
        <source>Something lies between, for example a VLAN, or several ports used as one. TwinLAN can only set up a LAN port that is used directly.</source>
        <translation>Something lies between, for example a VLAN, or several ports used as one. TwinLAN can only set up a LAN port that is used directly.</translation>
    </message>
</context>
<context>
    <name>Sheet</name>
    <message>
        <source>TwinLAN %1, %2. There is no password on this page.</source>
        <comment>version, date</comment>
        <translation>TwinLAN %1, %2. There is no password on this page.</translation>
    </message>
</context>
<context>
    <name>SummarySheet</name>
    <message>
        <source>not known</source>
        <comment>in the table of the summary</comment>
        <translation>not known</translation>
    </message>
    <message>
        <source>never</source>
        <comment>in the table of the summary: when a login ends</comment>
        <translation>never</translation>
    </message>
    <message>
        <source>Home A</source>
        <comment>a column of the summary</comment>
        <translation>Home A</translation>
    </message>
    <message>
        <source>Home B</source>
        <comment>a column of the summary</comment>
        <translation>Home B</translation>
    </message>
    <message>
        <source>Router&apos;s IP address</source>
        <translation>Router&apos;s IP address</translation>
    </message>
    <message>
        <source>DHCP range of the router</source>
        <translation>DHCP range of the router</translation>
    </message>
    <message>
        <source>%1–%2 (%3 addresses)</source>
        <comment>a DHCP range</comment>
        <translation>%1–%2 (%3 addresses)</translation>
    </message>
    <message>
        <source>Name of the Raspberry Pi</source>
        <translation>Name of the Raspberry Pi</translation>
    </message>
    <message>
        <source>Its IP address at home</source>
        <translation>Its IP address at home</translation>
    </message>
    <message>
        <source>Its Tailscale address</source>
        <translation>Its Tailscale address</translation>
    </message>
    <message>
        <source>Its Tailscale login ends</source>
        <translation>Its Tailscale login ends</translation>
    </message>
    <message>
        <source>Two homes, one network</source>
        <translation>Two homes, one network</translation>
    </message>
    <message>
        <source>TwinLAN has joined these two homes through the internet. They join again by themselves after a power cut.</source>
        <translation>TwinLAN has joined these two homes through the internet. They join again by themselves after a power cut.</translation>
    </message>
    <message>
        <source>Where TwinLAN is</source>
        <translation>Where TwinLAN is</translation>
    </message>
    <message>
        <source>On the computer “%1” in home A. Open it among the programs of its desktop.</source>
        <translation>On the computer “%1” in home A. Open it among the programs of its desktop.</translation>
    </message>
    <message>
        <source>Check</source>
        <comment>a heading of the summary: whether it works</comment>
        <translation>Check</translation>
    </message>
    <message>
        <source>Change</source>
        <comment>a heading of the summary: the setup</comment>
        <translation>Change</translation>
    </message>
    <message>
        <source>Press “Change settings” on the first page of TwinLAN. A new router gets the values of this page before anything else.</source>
        <translation>Press “Change settings” on the first page of TwinLAN. A new router gets the values of this page before anything else.</translation>
    </message>
    <message>
        <source>Undo</source>
        <comment>a heading of the summary: the whole setup</comment>
        <translation>Undo</translation>
    </message>
    <message>
        <source>Press “Remove TwinLAN…” on the first page of TwinLAN: both Raspberry Pis are as before then. Without it, in a terminal of each Raspberry Pi:</source>
        <translation>Press “Remove TwinLAN…” on the first page of TwinLAN: both Raspberry Pis are as before then. Without it, in a terminal of each Raspberry Pi:</translation>
    </message>
    <message>
        <source>The routers keep their values. They may stay.</source>
        <translation>The routers keep their values. They may stay.</translation>
    </message>
    <message>
        <source>When a login ends, the homes are disconnected. Before that, choose “Disable key expiry” for both Raspberry Pis at https://login.tailscale.com/admin/machines, or log in again with TwinLAN.</source>
        <translation>When a login ends, the homes are disconnected. Before that, choose “Disable key expiry” for both Raspberry Pis at https://login.tailscale.com/admin/machines, or log in again with TwinLAN.</translation>
    </message>
    <message>
        <source>Press “Check it” on the first page of TwinLAN. Without it, look whether the internet works in both homes, and whether both Raspberry Pis are on and plugged into their routers.</source>
        <translation>Press “Check it” on the first page of TwinLAN. Without it, look whether the internet works in both homes, and whether both Raspberry Pis are on and plugged into their routers.</translation>
    </message>
    <message>
        <source>Tailscale logins</source>
        <comment>a heading of the summary</comment>
        <translation>Tailscale logins</translation>
    </message>
    <message>
        <source>When a login ends, the homes are disconnected. Log in again with TwinLAN before that.</source>
        <translation>When a login ends, the homes are disconnected. Log in again with TwinLAN before that.</translation>
    </message>
</context>
<context>
    <name>TakeAlongSheet</name>
    <message>
        <source>Router&apos;s IP address</source>
        <translation>Router&apos;s IP address</translation>
    </message>
    <message>
        <source>DHCP range, first address</source>
        <translation>DHCP range, first address</translation>
    </message>
    <message>
        <source>DHCP range, last address</source>
        <translation>DHCP range, last address</translation>
    </message>
    <message>
        <source>Number of addresses (devices)</source>
        <translation>Number of addresses (devices)</translation>
    </message>
    <message>
        <source>1. Set the router of the other home</source>
        <translation>1. Set the router of the other home</translation>
    </message>
    <message>
        <source>With a phone or computer there, open the %1. Its address is often on a label of the router. %2</source>
        <translation>With a phone or computer there, open the %1. Its address is often on a label of the router. %2</translation>
    </message>
    <message>
        <source>With a phone or computer there, open the %1: http://%2/ in a web browser, unless somebody has changed that. %3</source>
        <translation>With a phone or computer there, open the %1: http://%2/ in a web browser, unless somebody has changed that. %3</translation>
    </message>
    <message>
        <source>Menu: %1</source>
        <comment>the way through the menu of a router</comment>
        <translation>Menu: %1</translation>
    </message>
    <message>
        <source>Save them. While the router restarts, the internet there is away for some minutes.</source>
        <translation>Save them. While the router restarts, the internet there is away for some minutes.</translation>
    </message>
    <message>
        <source>TwinLAN: what to do in the other home</source>
        <translation>TwinLAN: what to do in the other home</translation>
    </message>
    <message>
        <source>Unplug Raspberry Pi B here. Take it along with its power supply and its LAN cable.</source>
        <translation>Unplug Raspberry Pi B here. Take it along with its power supply and its LAN cable.</translation>
    </message>
    <message>
        <source>2. Plug in Raspberry Pi B</source>
        <translation>2. Plug in Raspberry Pi B</translation>
    </message>
    <message>
        <source>With its LAN cable, into a LAN port of this router. Wi-Fi is not enough.</source>
        <translation>With its LAN cable, into a LAN port of this router. Wi-Fi is not enough.</translation>
    </message>
    <message>
        <source>3. Switch it on</source>
        <translation>3. Switch it on</translation>
    </message>
    <message>
        <source>Plug in its power supply. The lights at its LAN port come on or blink.</source>
        <translation>Plug in its power supply. The lights at its LAN port come on or blink.</translation>
    </message>
    <message>
        <source>Did it work?</source>
        <translation>Did it work?</translation>
    </message>
    <message>
        <source>After about a minute the homes are joined. In home A, TwinLAN says so when you press “Check again” on its last page.</source>
        <translation>After about a minute the homes are joined. In home A, TwinLAN says so when you press “Check again” on its last page.</translation>
    </message>
    <message>
        <source>If it did not</source>
        <translation>If it did not</translation>
    </message>
    <message>
        <source>• Is the LAN cable in the router whose values you have set, and do the lights at the LAN port of Raspberry Pi B blink?</source>
        <translation>• Is the LAN cable in the router whose values you have set, and do the lights at the LAN port of Raspberry Pi B blink?</translation>
    </message>
    <message>
        <source>• Does the router really have these values? Look once more.</source>
        <translation>• Does the router really have these values? Look once more.</translation>
    </message>
    <message>
        <source>• Does the internet work there? Open any web page.</source>
        <translation>• Does the internet work there? Open any web page.</translation>
    </message>
    <message>
        <source>• Unplug Raspberry Pi B for ten seconds, plug it in again, and wait three minutes. Then press “Check again” in TwinLAN: it says what is missing.</source>
        <translation>• Unplug Raspberry Pi B for ten seconds, plug it in again, and wait three minutes. Then press “Check again” in TwinLAN: it says what is missing.</translation>
    </message>
    <message>
        <source>TwinLAN, in the other home:</source>
        <comment>a note on a phone</comment>
        <translation>TwinLAN, in the other home:</translation>
    </message>
    <message>
        <source>1. Router: IP address %1, DHCP range %2–%3 (%4 addresses)</source>
        <comment>a note on a phone</comment>
        <translation>1. Router: IP address %1, DHCP range %2–%3 (%4 addresses)</translation>
    </message>
    <message>
        <source>No internet while it restarts.</source>
        <comment>a note on a phone</comment>
        <translation>No internet while it restarts.</translation>
    </message>
    <message>
        <source>2. Raspberry Pi B: LAN cable into the router</source>
        <comment>a note on a phone</comment>
        <translation>2. Raspberry Pi B: LAN cable into the router</translation>
    </message>
    <message>
        <source>3. Plug in its power</source>
        <comment>a note on a phone</comment>
        <translation>3. Plug in its power</translation>
    </message>
    <message>
        <source>Joined after about 1 minute.</source>
        <comment>a note on a phone</comment>
        <translation>Joined after about 1 minute.</translation>
    </message>
    <message>
        <source>If not: check cable, values and internet, unplug it for 10 s, wait 3 minutes.</source>
        <comment>a note on a phone</comment>
        <translation>If not: check cable, values and internet, unplug it for 10 s, wait 3 minutes.</translation>
    </message>
    <message>
        <source>on its page: %1</source>
        <comment>what a router calls a value</comment>
        <translation>on its page: %1</translation>
    </message>
</context>
<context>
    <name>Tunnel</name>
    <message>
        <source>The homes are joined.</source>
        <translation>The homes are joined.</translation>
    </message>
    <message>
        <source>Not joined: the routers of both homes have the same address. Give one of them another address, as planned on the page “Routers”.</source>
        <translation>Not joined: the routers of both homes have the same address. Give one of them another address, as planned on the page “Routers”.</translation>
    </message>
    <message>
        <source>Not joined: Tailscale is not connected.</source>
        <translation>Not joined: Tailscale is not connected.</translation>
    </message>
    <message>
        <source>Not joined: the filter is not loaded.</source>
        <translation>Not joined: the filter is not loaded.</translation>
    </message>
    <message>
        <source>Not joined: the bridge is not ready.</source>
        <translation>Not joined: the bridge is not ready.</translation>
    </message>
    <message>
        <source>About to join.</source>
        <translation>About to join.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a Raspberry Pi, and how its tunnel is</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>The way between them is direct: as fast as both internet lines allow.</source>
        <translation>The way between them is direct: as fast as both internet lines allow.</translation>
    </message>
    <message>
        <source>The way between them leads through a relay, which makes it slow. It often becomes direct when UPnP is turned on in one of the routers, or when both homes have IPv6.</source>
        <translation>The way between them leads through a relay, which makes it slow. It often becomes direct when UPnP is turned on in one of the routers, or when both homes have IPv6.</translation>
    </message>
    <message>
        <source>Ready, but the other Raspberry Pi is not: look there for the reason.</source>
        <translation>Ready, but the other Raspberry Pi is not: look there for the reason.</translation>
    </message>
    <message>
        <source>Not joined: both Raspberry Pis are in the same home, or another cable joins the homes. The tunnel would make a loop.</source>
        <translation>Not joined: both Raspberry Pis are in the same home, or another cable joins the homes. The tunnel would make a loop.</translation>
    </message>
    <message>
        <source>Not joined: the other Raspberry Pi does not answer over Tailscale.</source>
        <translation>Not joined: the other Raspberry Pi does not answer over Tailscale.</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>%1 is not an address for a home network.</source>
        <translation>%1 is not an address for a home network.</translation>
    </message>
    <message>
        <source>Home routers use addresses that begin with 192.168, 10, or 172.16 to 172.31.</source>
        <translation>Home routers use addresses that begin with 192.168, 10, or 172.16 to 172.31.</translation>
    </message>
    <message>
        <source>Look at the router&apos;s settings page and type its address, for example 192.168.1.1.</source>
        <translation>Look at the router&apos;s settings page and type its address, for example 192.168.1.1.</translation>
    </message>
    <message>
        <source>The two routers are in different networks (%1).</source>
        <translation>The two routers are in different networks (%1).</translation>
    </message>
    <message>
        <source>Both homes become one network, so the first three numbers must be the same.</source>
        <translation>Both homes become one network, so the first three numbers must be the same.</translation>
    </message>
    <message>
        <source>Give this router an address with the same first three numbers as the other one.</source>
        <translation>Give this router an address with the same first three numbers as the other one.</translation>
    </message>
    <message>
        <source>Both routers have the address %1.</source>
        <translation>Both routers have the address %1.</translation>
    </message>
    <message>
        <source>In one network each device needs an address of its own.</source>
        <translation>In one network each device needs an address of its own.</translation>
    </message>
    <message>
        <source>Give one of the routers another address, for example one that ends in 100.</source>
        <translation>Give one of the routers another address, for example one that ends in 100.</translation>
    </message>
    <message>
        <source>The first address is higher than the last.</source>
        <translation>The first address is higher than the last.</translation>
    </message>
    <message>
        <source>The router cannot assign any address from this range.</source>
        <translation>The router cannot assign any address from this range.</translation>
    </message>
    <message>
        <source>Swap the two addresses.</source>
        <translation>Swap the two addresses.</translation>
    </message>
    <message>
        <source>%1 is not in the router&apos;s network.</source>
        <translation>%1 is not in the router&apos;s network.</translation>
    </message>
    <message>
        <source>A router can only assign addresses that begin with its own first three numbers.</source>
        <translation>A router can only assign addresses that begin with its own first three numbers.</translation>
    </message>
    <message>
        <source>Use the same first three numbers as the router.</source>
        <translation>Use the same first three numbers as the router.</translation>
    </message>
    <message>
        <source>No device may have the address %1.</source>
        <translation>No device may have the address %1.</translation>
    </message>
    <message>
        <source>The numbers 0 and 255 at the end are reserved.</source>
        <translation>The numbers 0 and 255 at the end are reserved.</translation>
    </message>
    <message>
        <source>Use numbers from 1 to 254 at the end.</source>
        <translation>Use numbers from 1 to 254 at the end.</translation>
    </message>
    <message>
        <source>A router cannot have the address %1.</source>
        <translation>A router cannot have the address %1.</translation>
    </message>
    <message>
        <source>Use a number from 1 to 254 at the end.</source>
        <translation>Use a number from 1 to 254 at the end.</translation>
    </message>
    <message>
        <source>%1 is in the DHCP ranges of both routers.</source>
        <translation>%1 is in the DHCP ranges of both routers.</translation>
    </message>
    <message>
        <source>Two devices could get the same address and lose their connection.</source>
        <translation>Two devices could get the same address and lose their connection.</translation>
    </message>
    <message>
        <source>Make sure that the two ranges do not overlap.</source>
        <translation>Make sure that the two ranges do not overlap.</translation>
    </message>
    <message>
        <source>The router&apos;s own address %1 is inside its range.</source>
        <translation>The router&apos;s own address %1 is inside its range.</translation>
    </message>
    <message>
        <source>The router could assign its own address to another device.</source>
        <translation>The router could assign its own address to another device.</translation>
    </message>
    <message>
        <source>Leave the router&apos;s address out of the range.</source>
        <translation>Leave the router&apos;s address out of the range.</translation>
    </message>
    <message>
        <source>The router&apos;s address %1 is inside the other home&apos;s range.</source>
        <translation>The router&apos;s address %1 is inside the other home&apos;s range.</translation>
    </message>
    <message>
        <source>A device in the other home could get the router&apos;s address.</source>
        <translation>A device in the other home could get the router&apos;s address.</translation>
    </message>
    <message>
        <source>Change the range or the router&apos;s address so that they do not overlap.</source>
        <translation>Change the range or the router&apos;s address so that they do not overlap.</translation>
    </message>
    <message>
        <source>The address %1 is used twice.</source>
        <translation>The address %1 is used twice.</translation>
    </message>
    <message>
        <source>A Raspberry Pi has the same address as another device of the two homes.</source>
        <translation>A Raspberry Pi has the same address as another device of the two homes.</translation>
    </message>
    <message>
        <source>Give the Raspberry Pi another address in its router&apos;s settings.</source>
        <translation>Give the Raspberry Pi another address in its router&apos;s settings.</translation>
    </message>
    <message>
        <source>Fix the addresses above to continue.</source>
        <translation>Fix the addresses above to continue.</translation>
    </message>
    <message>
        <source>Connect to the Raspberry Pi to continue.</source>
        <translation>Connect to the Raspberry Pi to continue.</translation>
    </message>
    <message>
        <source>Answer the question above to continue.</source>
        <translation>Answer the question above to continue.</translation>
    </message>
    <message>
        <source>Raspberry Pi B has to be logged in to Tailscale, too.</source>
        <translation>Raspberry Pi B has to be logged in to Tailscale, too.</translation>
    </message>
    <message>
        <source>Checking both Raspberry Pis…</source>
        <translation>Checking both Raspberry Pis…</translation>
    </message>
    <message>
        <source>Resolve the items marked “Must be fixed” to continue.</source>
        <translation>Resolve the items marked “Must be fixed” to continue.</translation>
    </message>
    <message>
        <source>Keep a backup</source>
        <translation>Keep a backup</translation>
    </message>
    <message>
        <source>Install the required software</source>
        <translation>Install the required software</translation>
    </message>
    <message>
        <source>Turn on network features</source>
        <translation>Turn on network features</translation>
    </message>
    <message>
        <source>Prepare the settings</source>
        <translation>Prepare the settings</translation>
    </message>
    <message>
        <source>Test the path over the internet</source>
        <translation>Test the path over the internet</translation>
    </message>
    <message>
        <source>Start the safety timer</source>
        <translation>Start the safety timer</translation>
    </message>
    <message>
        <source>Switch to the new network</source>
        <translation>Switch to the new network</translation>
    </message>
    <message>
        <source>Check that it still responds</source>
        <translation>Check that it still responds</translation>
    </message>
    <message>
        <source>Keep the new network</source>
        <translation>Keep the new network</translation>
    </message>
    <message>
        <source>Check the link to the other home</source>
        <translation>Check the link to the other home</translation>
    </message>
    <message>
        <source>Raspberry Pi A</source>
        <translation>Raspberry Pi A</translation>
    </message>
    <message>
        <source>Raspberry Pi B</source>
        <translation>Raspberry Pi B</translation>
    </message>
    <message>
        <source>Home A (where you are)</source>
        <translation>Home A (where you are)</translation>
    </message>
    <message>
        <source>Home B (the other home)</source>
        <translation>Home B (the other home)</translation>
    </message>
    <message>
        <source>Log in to Tailscale to continue.</source>
        <translation>Log in to Tailscale to continue.</translation>
    </message>
    <message>
        <source>Press “Check again” to continue.</source>
        <translation>Press “Check again” to continue.</translation>
    </message>
    <message>
        <source>Check the next start in advance</source>
        <translation>Check the next start in advance</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <comment>why Next cannot be pressed yet</comment>
        <translation>Connecting…</translation>
    </message>
    <message>
        <source>Waiting</source>
        <comment>how far a step of the setup is</comment>
        <translation>Waiting</translation>
    </message>
    <message>
        <source>In progress</source>
        <comment>how far a step of the setup is</comment>
        <translation>In progress</translation>
    </message>
    <message>
        <source>Already done</source>
        <comment>how far a step of the setup is</comment>
        <translation>Already done</translation>
    </message>
    <message>
        <source>Done</source>
        <comment>how far a step of the setup is</comment>
        <translation>Done</translation>
    </message>
    <message>
        <source>Failed</source>
        <comment>how far a step of the setup is</comment>
        <translation>Failed</translation>
    </message>
    <message>
        <source>Undone</source>
        <comment>how far a step of the setup is</comment>
        <translation>Undone</translation>
    </message>
    <message>
        <source>All right</source>
        <comment>a line of the check-up</comment>
        <translation>All right</translation>
    </message>
    <message>
        <source>Good to know</source>
        <comment>a line of the check-up</comment>
        <translation>Good to know</translation>
    </message>
    <message>
        <source>Must be fixed</source>
        <comment>a line of the check-up</comment>
        <translation>Must be fixed</translation>
    </message>
    <message>
        <source>Welcome</source>
        <comment>a step of the wizard, in the list at the side</comment>
        <translation>Welcome</translation>
    </message>
    <message>
        <source>Routers</source>
        <comment>a step of the wizard, in the list at the side</comment>
        <translation>Routers</translation>
    </message>
    <message>
        <source>Tailscale</source>
        <comment>a step of the wizard, in the list at the side</comment>
        <translation>Tailscale</translation>
    </message>
    <message>
        <source>Check-up</source>
        <comment>a step of the wizard, in the list at the side</comment>
        <translation>Check-up</translation>
    </message>
    <message>
        <source>Review</source>
        <comment>a step of the wizard, in the list at the side</comment>
        <translation>Review</translation>
    </message>
    <message>
        <source>Set up</source>
        <comment>a step of the wizard, in the list at the side</comment>
        <translation>Set up</translation>
    </message>
    <message>
        <source>Result</source>
        <comment>a step of the wizard, in the list at the side</comment>
        <translation>Result</translation>
    </message>
    <message>
        <source>%1 s</source>
        <comment>seconds</comment>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <comment>minutes and seconds</comment>
        <translation>%1 min %2 s</translation>
    </message>
    <message>
        <source>Undo</source>
        <comment>a step of the wizard, in the list at the side</comment>
        <translation>Undo</translation>
    </message>
    <message>
        <source>SD cards</source>
        <comment>a step of the wizard, in the list at the side</comment>
        <translation>SD cards</translation>
    </message>
    <message>
        <source>It takes longer than usual.</source>
        <translation>It takes longer than usual.</translation>
    </message>
    <message>
        <source>It takes longer than usual: about %1 min left.</source>
        <translation>It takes longer than usual: about %1 min left.</translation>
    </message>
    <message>
        <source>Less than a minute left.</source>
        <translation>Less than a minute left.</translation>
    </message>
    <message>
        <source>About %1 min left.</source>
        <translation>About %1 min left.</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>a date and a time of day</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>two sentences, one after the other</comment>
        <translation>%1 %2</translation>
    </message>
</context>
<context>
    <name>twinlan::AboutBox</name>
    <message>
        <source>Saved: %1</source>
        <comment>a file</comment>
        <translation>Saved: %1</translation>
    </message>
    <message>
        <source>The support file could not be saved (%1). Choose another folder.</source>
        <translation>The support file could not be saved (%1). Choose another folder.</translation>
    </message>
    <message>
        <source>The details were copied. You can paste them into a message.</source>
        <translation>The details were copied. You can paste them into a message.</translation>
    </message>
    <message>
        <source>About TwinLAN</source>
        <comment>title of the box about the program</comment>
        <translation>About TwinLAN</translation>
    </message>
    <message>
        <source>TwinLAN %1</source>
        <comment>its name and version</comment>
        <translation>TwinLAN %1</translation>
    </message>
    <message>
        <source>Joins two homes into one network with two Raspberry Pis. TwinLAN is free software under the GNU General Public License, version 3 or later: you may use it, pass it on and change it, and it comes without any warranty.</source>
        <translation>Joins two homes into one network with two Raspberry Pis. TwinLAN is free software under the GNU General Public License, version 3 or later: you may use it, pass it on and change it, and it comes without any warranty.</translation>
    </message>
    <message>
        <source>Made with: Qt %1 (LGPL 3), Qt Charts (GPL 3), libssh %2 (LGPL 2.1), libqrencode %3 (LGPL 2.1 or later), and for Japanese text, where the desktop has none, the Noto CJK fonts (SIL Open Font License 1.1). On the Raspberry Pis it uses Tailscale (BSD 3-clause) and packages of Debian, each under its own licence.</source>
        <translation>Made with: Qt %1 (LGPL 3), Qt Charts (GPL 3), libssh %2 (LGPL 2.1), libqrencode %3 (LGPL 2.1 or later), and for Japanese text, where the desktop has none, the Noto CJK fonts (SIL Open Font License 1.1). On the Raspberry Pis it uses Tailscale (BSD 3-clause) and packages of Debian, each under its own licence.</translation>
    </message>
    <message>
        <source>Somebody who helps you will ask for these details. The support file also has your settings, how far the setup is, and the last errors. There are no passwords, keys or login links in it.</source>
        <translation>Somebody who helps you will ask for these details. The support file also has your settings, how far the setup is, and the last errors. There are no passwords, keys or login links in it.</translation>
    </message>
    <message>
        <source>&amp;Copy details</source>
        <comment>a button of the box about the program</comment>
        <translation>&amp;Copy details</translation>
    </message>
    <message>
        <source>&amp;Save support file…</source>
        <translation>&amp;Save support file…</translation>
    </message>
    <message>
        <source>Cl&amp;ose</source>
        <comment>a button: the box about the program goes</comment>
        <translation>Cl&amp;ose</translation>
    </message>
</context>
<context>
    <name>twinlan::AddressesPage</name>
    <message>
        <source>Keep the addresses of the two routers apart</source>
        <translation>Keep the addresses of the two routers apart</translation>
    </message>
    <message>
        <source>%1: address of the router</source>
        <translation>%1: address of the router</translation>
    </message>
    <message>
        <source>%1: first address of the DHCP range</source>
        <translation>%1: first address of the DHCP range</translation>
    </message>
    <message>
        <source>%1: last address of the DHCP range</source>
        <translation>%1: last address of the DHCP range</translation>
    </message>
    <message>
        <source>One of these addresses is incomplete or not valid.</source>
        <translation>One of these addresses is incomplete or not valid.</translation>
    </message>
    <message>
        <source>Type four numbers from 0 to 255, with dots between them.</source>
        <translation>Type four numbers from 0 to 255, with dots between them.</translation>
    </message>
    <message>
        <source>Solid: this home&apos;s range. Striped: the other home&apos;s range.</source>
        <translation>Solid: this home&apos;s range. Striped: the other home&apos;s range.</translation>
    </message>
    <message>
        <source>Each router assigns addresses to the devices in its home. The two ranges must not overlap. Set router A to the values under Home A, and router B to those under Home B.</source>
        <translation>Each router assigns addresses to the devices in its home. The two ranges must not overlap. Set router A to the values under Home A, and router B to those under Home B.</translation>
    </message>
    <message>
        <source>Use the suggested &amp;values</source>
        <translation>Use the suggested &amp;values</translation>
    </message>
    <message>
        <source>Router</source>
        <comment>before the field of its address</comment>
        <translation>Router</translation>
    </message>
    <message>
        <source>DHCP range</source>
        <comment>before the fields of its ends</comment>
        <translation>DHCP range</translation>
    </message>
    <message>
        <source>to</source>
        <comment>between the two ends of a range</comment>
        <translation>to</translation>
    </message>
    <message>
        <source>Fi&amp;x it</source>
        <comment>a button: TwinLAN changes the addresses</comment>
        <translation>Fi&amp;x it</translation>
    </message>
    <message>
        <source>For example: 192.168.1.1</source>
        <comment>an address</comment>
        <translation>For example: 192.168.1.1</translation>
    </message>
    <message>
        <source>I have set this router</source>
        <translation>I have set this router</translation>
    </message>
    <message>
        <source>%1: I have set this router</source>
        <translation>%1: I have set this router</translation>
    </message>
    <message>
        <source>%1: how do I set the router?</source>
        <translation>%1: how do I set the router?</translation>
    </message>
    <message>
        <source>Its address is as planned.</source>
        <comment>a router that somebody has set</comment>
        <translation>Its address is as planned.</translation>
    </message>
    <message>
        <source>Keep its address. Set only the DHCP range.</source>
        <comment>of a router</comment>
        <translation>Keep its address. Set only the DHCP range.</translation>
    </message>
    <message>
        <source>You have set it.</source>
        <comment>a router that nobody has seen yet</comment>
        <translation>You have set it.</translation>
    </message>
    <message>
        <source>Change its address to %1, and set the DHCP range.</source>
        <comment>of a router</comment>
        <translation>Change its address to %1, and set the DHCP range.</translation>
    </message>
    <message>
        <source>This router could not be checked: %1 does not answer.</source>
        <translation>This router could not be checked: %1 does not answer.</translation>
    </message>
    <message>
        <source>This router is not checked yet. That is done when Raspberry Pi B is in the other home.</source>
        <translation>This router is not checked yet. That is done when Raspberry Pi B is in the other home.</translation>
    </message>
    <message>
        <source>This router is not checked yet.</source>
        <translation>This router is not checked yet.</translation>
    </message>
    <message>
        <source>this computer</source>
        <comment>who has seen a router</comment>
        <translation>this computer</translation>
    </message>
    <message>
        <source>The router is still %1 (seen by %2).</source>
        <translation>The router is still %1 (seen by %2).</translation>
    </message>
    <message>
        <source>The router is %1 now (seen by %2).</source>
        <translation>The router is %1 now (seen by %2).</translation>
    </message>
    <message>
        <source>Set its address to %1, and the DHCP range.</source>
        <comment>of a router</comment>
        <translation>Set its address to %1, and the DHCP range.</translation>
    </message>
</context>
<context>
    <name>twinlan::ApplyPage</name>
    <message>
        <source>Setting up both Raspberry Pis. Keep the cables in and this computer awake. (%1 elapsed)</source>
        <translation>Setting up both Raspberry Pis. Keep the cables in and this computer awake. (%1 elapsed)</translation>
    </message>
    <message>
        <source>Undoing all changes…</source>
        <translation>Undoing all changes…</translation>
    </message>
    <message>
        <source>Stopped. Both Raspberry Pis are as they were before.</source>
        <translation>Stopped. Both Raspberry Pis are as they were before.</translation>
    </message>
    <message>
        <source>Stopped. Both Raspberry Pis work; you can start again at any time.</source>
        <translation>Stopped. Both Raspberry Pis work; you can start again at any time.</translation>
    </message>
    <message>
        <source>✓ Done. Both Raspberry Pis are as they were before the first setup. You can close this window.</source>
        <translation>✓ Done. Both Raspberry Pis are as they were before the first setup. You can close this window.</translation>
    </message>
    <message>
        <source>✓ Done in %1.</source>
        <translation>✓ Done in %1.</translation>
    </message>
    <message>
        <source>Setup didn&apos;t finish</source>
        <translation>Setup didn&apos;t finish</translation>
    </message>
    <message>
        <source>You can try again, or undo everything.</source>
        <translation>You can try again, or undo everything.</translation>
    </message>
    <message>
        <source>No data is lost. You can try again.</source>
        <translation>No data is lost. You can try again.</translation>
    </message>
    <message>
        <source>%1 could not finish “%2”. You can try again, or undo everything.</source>
        <translation>%1 could not finish “%2”. You can try again, or undo everything.</translation>
    </message>
    <message>
        <source>✓ Done. Raspberry Pi A is as it was before the first setup. You can close this window.</source>
        <translation>✓ Done. Raspberry Pi A is as it was before the first setup. You can close this window.</translation>
    </message>
    <message>
        <source>Removal didn&apos;t finish</source>
        <translation>Removal didn&apos;t finish</translation>
    </message>
    <message>
        <source>TwinLAN is removed</source>
        <translation>TwinLAN is removed</translation>
    </message>
    <message>
        <source>&amp;Try again</source>
        <comment>a button</comment>
        <translation>&amp;Try again</translation>
    </message>
    <message>
        <source>Progress</source>
        <comment>the bar, for a screen reader</comment>
        <translation>Progress</translation>
    </message>
    <message>
        <source>Undoing everything</source>
        <comment>heading</comment>
        <translation>Undoing everything</translation>
    </message>
    <message>
        <source>Setting up</source>
        <comment>heading</comment>
        <translation>Setting up</translation>
    </message>
    <message>
        <source>Stopping</source>
        <comment>heading</comment>
        <translation>Stopping</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <comment>sentence below the heading</comment>
        <translation>Stopping…</translation>
    </message>
    <message>
        <source>Stopped</source>
        <comment>heading</comment>
        <translation>Stopped</translation>
    </message>
    <message>
        <source>&amp;Stop and undo</source>
        <comment>a button</comment>
        <translation>&amp;Stop and undo</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <comment>a button</comment>
        <translation>&amp;Stop</translation>
    </message>
    <message>
        <source>&amp;Undo everything</source>
        <comment>a button</comment>
        <translation>&amp;Undo everything</translation>
    </message>
    <message>
        <source>&amp;Go to “%1”</source>
        <comment>a button: a step of the wizard</comment>
        <translation>&amp;Go to “%1”</translation>
    </message>
</context>
<context>
    <name>twinlan::CheckUpPage</name>
    <message>
        <source>Is everything ready?</source>
        <translation>Is everything ready?</translation>
    </message>
    <message>
        <source>Checking both Raspberry Pis. Nothing is changed.</source>
        <translation>Checking both Raspberry Pis. Nothing is changed.</translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) must be fixed before the setup can start.</source>
        <translation>
            <numerusform>One thing must be fixed before the setup can start.</numerusform>
            <numerusform>%n things must be fixed before the setup can start.</numerusform>
        </translation>
    </message>
    <message>
        <source>The check-up could not be finished.</source>
        <translation>The check-up could not be finished.</translation>
    </message>
    <message numerus="yes">
        <source>Everything needed is in order. %n thing(s) are good to know.</source>
        <translation>
            <numerusform>Everything needed is in order. One thing is good to know.</numerusform>
            <numerusform>Everything needed is in order. %n things are good to know.</numerusform>
        </translation>
    </message>
    <message>
        <source>Everything is in order.</source>
        <translation>Everything is in order.</translation>
    </message>
    <message>
        <source>Both Raspberry Pis</source>
        <translation>Both Raspberry Pis</translation>
    </message>
    <message>
        <source>&amp;Replace the manual setup with TwinLAN</source>
        <translation>&amp;Replace the manual setup with TwinLAN</translation>
    </message>
    <message>
        <source>Chec&amp;k again</source>
        <comment>a button</comment>
        <translation>Chec&amp;k again</translation>
    </message>
    <message>
        <source>Checking</source>
        <comment>the bar, for a screen reader</comment>
        <translation>Checking</translation>
    </message>
</context>
<context>
    <name>twinlan::DiagnosticsPanel</name>
    <message>
        <source>Not connected to this Pi.</source>
        <translation>Not connected to this Pi.</translation>
    </message>
    <message>
        <source>The filter&apos;s counters may not be read with this account.</source>
        <translation>The filter&apos;s counters may not be read with this account.</translation>
    </message>
    <message>
        <source>Trying again.</source>
        <translation>Trying again.</translation>
    </message>
    <message>
        <source>Paths and their round-trip times</source>
        <translation>Paths and their round-trip times</translation>
    </message>
    <message>
        <source>Chart of the round-trip times of the last five minutes</source>
        <translation>Chart of the round-trip times of the last five minutes</translation>
    </message>
    <message>
        <source>Round-trip times of the last five minutes. A triangle is a lost ping.</source>
        <translation>Round-trip times of the last five minutes. A triangle is a lost ping.</translation>
    </message>
    <message>
        <source>Connect to it in “Setup” to see how it is doing.</source>
        <translation>Connect to it in “Setup” to see how it is doing.</translation>
    </message>
    <message>
        <source>The numbers appear here as soon as there is something to measure.</source>
        <translation>The numbers appear here as soon as there is something to measure.</translation>
    </message>
    <message>
        <source>Asking…</source>
        <comment>a Raspberry Pi, how it is</comment>
        <translation>Asking…</translation>
    </message>
    <message>
        <source>Diagnostics</source>
        <comment>the panel, for a screen reader</comment>
        <translation>Diagnostics</translation>
    </message>
    <message>
        <source>Show detai&amp;ls</source>
        <comment>a button</comment>
        <translation>Show detai&amp;ls</translation>
    </message>
</context>
<context>
    <name>twinlan::ErrorBox</name>
    <message>
        <source>Show detai&amp;ls</source>
        <comment>a button</comment>
        <translation>Show detai&amp;ls</translation>
    </message>
</context>
<context>
    <name>twinlan::FindingList</name>
    <message>
        <source>%1: %2</source>
        <comment>how bad, and what</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Show detai&amp;ls</source>
        <comment>a button</comment>
        <translation>Show detai&amp;ls</translation>
    </message>
</context>
<context>
    <name>twinlan::HelpWindow</name>
    <message>
        <source>TwinLAN help</source>
        <comment>title of the window with the help for a page</comment>
        <translation>TwinLAN help</translation>
    </message>
    <message>
        <source>Help for this page</source>
        <translation>Help for this page</translation>
    </message>
    <message>
        <source>Cl&amp;ose</source>
        <comment>a button: the help goes</comment>
        <translation>Cl&amp;ose</translation>
    </message>
</context>
<context>
    <name>twinlan::HomesPanel</name>
    <message>
        <source>Check &amp;again</source>
        <comment>a button: how the homes are doing</comment>
        <translation>Check &amp;again</translation>
    </message>
</context>
<context>
    <name>twinlan::HomesPicture</name>
    <message>
        <source>Picture: two homes, joined through the internet like one network</source>
        <translation>Picture: two homes, joined through the internet like one network</translation>
    </message>
    <message>
        <source>Raspberry Pi B</source>
        <translation>Raspberry Pi B</translation>
    </message>
    <message>
        <source>Raspberry Pi A and B</source>
        <translation>Raspberry Pi A and B</translation>
    </message>
    <message>
        <source>Raspberry Pi A</source>
        <translation>Raspberry Pi A</translation>
    </message>
    <message>
        <source>Home B</source>
        <comment>in the picture</comment>
        <translation>Home B</translation>
    </message>
    <message>
        <source>Home A</source>
        <comment>in the picture</comment>
        <translation>Home A</translation>
    </message>
    <message>
        <source>Router</source>
        <comment>in the picture</comment>
        <translation>Router</translation>
    </message>
    <message>
        <source>(goes here)</source>
        <comment>in the picture, in the place of Raspberry Pi B</comment>
        <translation>(goes here)</translation>
    </message>
    <message>
        <source>one network</source>
        <comment>in the picture, over the line between the homes</comment>
        <translation>one network</translation>
    </message>
    <message>
        <source>not joined</source>
        <comment>in the picture, over the line between the homes</comment>
        <translation>not joined</translation>
    </message>
    <message>
        <source>internet</source>
        <comment>in the picture, below the line between the homes</comment>
        <translation>internet</translation>
    </message>
    <message>
        <source>Picture: two homes, each with a router and a Raspberry Pi</source>
        <translation>Picture: two homes, each with a router and a Raspberry Pi</translation>
    </message>
    <message>
        <source>Picture: two homes that are not joined</source>
        <translation>Picture: two homes that are not joined</translation>
    </message>
</context>
<context>
    <name>twinlan::ImagerSteps</name>
    <message>
        <source>Device</source>
        <comment>a step of Raspberry Pi Imager</comment>
        <translation>Device</translation>
    </message>
    <message>
        <source>Your model. It is printed on the board, for example “Raspberry Pi 4”.</source>
        <translation>Your model. It is printed on the board, for example “Raspberry Pi 4”.</translation>
    </message>
    <message>
        <source>OS</source>
        <comment>a step of Raspberry Pi Imager</comment>
        <translation>OS</translation>
    </message>
    <message>
        <source>“Raspberry Pi OS (64-bit)”, the first one. “Lite” works as well.</source>
        <translation>“Raspberry Pi OS (64-bit)”, the first one. “Lite” works as well.</translation>
    </message>
    <message>
        <source>Storage</source>
        <comment>a step of Raspberry Pi Imager</comment>
        <translation>Storage</translation>
    </message>
    <message>
        <source>The SD card. Everything on it is erased.</source>
        <translation>The SD card. Everything on it is erased.</translation>
    </message>
    <message>
        <source>Hostname</source>
        <comment>a step of Raspberry Pi Imager</comment>
        <translation>Hostname</translation>
    </message>
    <message>
        <source>First card: twinlan-a. Second card: twinlan-b.</source>
        <translation>First card: twinlan-a. Second card: twinlan-b.</translation>
    </message>
    <message>
        <source>Localisation</source>
        <comment>a step of Raspberry Pi Imager</comment>
        <translation>Localisation</translation>
    </message>
    <message>
        <source>The capital of your country, for example “Tokyo (Japan)”.</source>
        <translation>The capital of your country, for example “Tokyo (Japan)”.</translation>
    </message>
    <message>
        <source>User</source>
        <comment>a step of Raspberry Pi Imager</comment>
        <translation>User</translation>
    </message>
    <message>
        <source>A user name and a password of your choice. Write them down: TwinLAN asks for them.</source>
        <translation>A user name and a password of your choice. Write them down: TwinLAN asks for them.</translation>
    </message>
    <message>
        <source>Wi‑Fi</source>
        <comment>a step of Raspberry Pi Imager</comment>
        <translation>Wi‑Fi</translation>
    </message>
    <message>
        <source>Leave it empty: the LAN cable is used.</source>
        <translation>Leave it empty: the LAN cable is used.</translation>
    </message>
    <message>
        <source>Remote access</source>
        <comment>a step of Raspberry Pi Imager</comment>
        <translation>Remote access</translation>
    </message>
    <message>
        <source>Turn on “Enable SSH” and choose “Use password authentication”. Without it TwinLAN gets no answer.</source>
        <translation>Turn on “Enable SSH” and choose “Use password authentication”. Without it TwinLAN gets no answer.</translation>
    </message>
    <message>
        <source>Writing</source>
        <comment>a step of Raspberry Pi Imager</comment>
        <translation>Writing</translation>
    </message>
    <message>
        <source>“Write”. Leave what was not mentioned as it is.</source>
        <translation>“Write”. Leave what was not mentioned as it is.</translation>
    </message>
    <message>
        <source>Copy %1</source>
        <comment>a button: a host name to the clipboard</comment>
        <translation>Copy %1</translation>
    </message>
    <message>
        <source>Copy the host name %1</source>
        <translation>Copy the host name %1</translation>
    </message>
</context>
<context>
    <name>twinlan::MainWindow</name>
    <message>
        <source>Setup and Diagnostics</source>
        <translation>Setup and Diagnostics</translation>
    </message>
    <message>
        <source>The Raspberry Pis are still being set up.</source>
        <translation>The Raspberry Pis are still being set up.</translation>
    </message>
    <message>
        <source>If you stop now, the unfinished changes are undone. That takes a moment; then the window closes.</source>
        <translation>If you stop now, the unfinished changes are undone. That takes a moment; then the window closes.</translation>
    </message>
    <message>
        <source>If you stop now, both Raspberry Pis go back to how they were. That takes a moment; then the window closes.</source>
        <translation>If you stop now, both Raspberry Pis go back to how they were. That takes a moment; then the window closes.</translation>
    </message>
    <message>
        <source>&amp;Stop and close</source>
        <translation>&amp;Stop and close</translation>
    </message>
    <message>
        <source>TwinLAN</source>
        <comment>title of the window</comment>
        <translation>TwinLAN</translation>
    </message>
    <message>
        <source>S&amp;etup</source>
        <comment>a tab</comment>
        <translation>S&amp;etup</translation>
    </message>
    <message>
        <source>&amp;Diagnostics</source>
        <comment>a tab</comment>
        <translation>&amp;Diagnostics</translation>
    </message>
    <message>
        <source>&amp;Keep going</source>
        <comment>a button: the setup is not stopped</comment>
        <translation>&amp;Keep going</translation>
    </message>
    <message>
        <source>TwinLAN – %1 %2 %</source>
        <comment>title of the window: a step of the wizard, per cent</comment>
        <translation>TwinLAN – %1 %2 %</translation>
    </message>
    <message>
        <source>TwinLAN – %1</source>
        <comment>title of the window: a step of the wizard</comment>
        <translation>TwinLAN – %1</translation>
    </message>
    <message>
        <source>This cannot be stopped half way. The window can close by itself when it is done.</source>
        <translation>This cannot be stopped half way. The window can close by itself when it is done.</translation>
    </message>
    <message>
        <source>&amp;Leave it open</source>
        <comment>a button: the window</comment>
        <translation>&amp;Leave it open</translation>
    </message>
    <message>
        <source>&amp;Close when done</source>
        <comment>a button: the window</comment>
        <translation>&amp;Close when done</translation>
    </message>
    <message>
        <source>The changes on the Raspberry Pis are still being undone.</source>
        <translation>The changes on the Raspberry Pis are still being undone.</translation>
    </message>
    <message>
        <source>About</source>
        <comment>a button: what this program is</comment>
        <translation>About</translation>
    </message>
    <message>
        <source>About TwinLAN</source>
        <comment>a button, as a screen reader says it</comment>
        <translation>About TwinLAN</translation>
    </message>
    <message>
        <source>Help</source>
        <comment>a button: for the page that is shown</comment>
        <translation>Help</translation>
    </message>
    <message>
        <source>Help for this page</source>
        <translation>Help for this page</translation>
    </message>
    <message>
        <source>Help for this page (F1)</source>
        <translation>Help for this page (F1)</translation>
    </message>
</context>
<context>
    <name>twinlan::MenuPath</name>
    <message>
        <source>Picture: the way through the menu: %1</source>
        <translation>Picture: the way through the menu: %1</translation>
    </message>
</context>
<context>
    <name>twinlan::OfferCard</name>
    <message>
        <source>&amp;Open folders</source>
        <comment>a button</comment>
        <translation>&amp;Open folders</translation>
    </message>
    <message>
        <source>Open &amp;web page</source>
        <comment>a button: of a device</comment>
        <translation>Open &amp;web page</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a device, and what a button of it does</comment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>twinlan::OfferList</name>
    <message>
        <source>What you can use in the other home</source>
        <translation>What you can use in the other home</translation>
    </message>
    <message>
        <source>Sea&amp;rch again</source>
        <comment>a button: the network</comment>
        <translation>Sea&amp;rch again</translation>
    </message>
    <message>
        <source>Searching the other home for devices to use…</source>
        <translation>Searching the other home for devices to use…</translation>
    </message>
    <message>
        <source>This computer is not in the joined network. Connect it to the router of this home by LAN cable or Wi-Fi, then search again.</source>
        <translation>This computer is not in the joined network. Connect it to the router of this home by LAN cable or Wi-Fi, then search again.</translation>
    </message>
    <message>
        <source>No device of the other home has been found yet. Check these, then search again:
• Is the NAS or the printer there switched on? After switching on it may need a few minutes.
• Is it connected to the router there? A guest Wi-Fi is kept apart.
• Some devices do not show themselves. They open by their IP address all the same.</source>
        <translation>No device of the other home has been found yet. Check these, then search again:
• Is the NAS or the printer there switched on? After switching on it may need a few minutes.
• Is it connected to the router there? A guest Wi-Fi is kept apart.
• Some devices do not show themselves. They open by their IP address all the same.</translation>
    </message>
    <message>
        <source>This computer could not open it. Type this address into a file manager or a web browser: %1</source>
        <translation>This computer could not open it. Type this address into a file manager or a web browser: %1</translation>
    </message>
    <message>
        <source>Still searching…</source>
        <comment>for devices of the other home</comment>
        <translation>Still searching…</translation>
    </message>
</context>
<context>
    <name>twinlan::PathTable</name>
    <message>
        <source>Round-trip time of the newest ping</source>
        <translation>Round-trip time of the newest ping</translation>
    </message>
    <message>
        <source>p50: half of the last 60 answers were faster than this</source>
        <translation>p50: half of the last 60 answers were faster than this</translation>
    </message>
    <message>
        <source>p95: 95 % of the last 60 answers were faster than this</source>
        <translation>p95: 95 % of the last 60 answers were faster than this</translation>
    </message>
    <message>
        <source>How much the round-trip time changes from one answer to the next (RFC 3550)</source>
        <translation>How much the round-trip time changes from one answer to the next (RFC 3550)</translation>
    </message>
    <message>
        <source>Pings without an answer, of the last 60</source>
        <translation>Pings without an answer, of the last 60</translation>
    </message>
    <message>
        <source>Path MTU: the largest IP packet that passes in one piece (with DF). 1500 is expected.</source>
        <translation>Path MTU: the largest IP packet that passes in one piece (with DF). 1500 is expected.</translation>
    </message>
    <message>
        <source>The largest IP packet that passes when it may be cut up (without DF). Larger than %1 is not tried.</source>
        <translation>The largest IP packet that passes when it may be cut up (without DF). Larger than %1 is not tried.</translation>
    </message>
    <message>
        <source>Trying again.</source>
        <translation>Trying again.</translation>
    </message>
    <message>
        <source>Path</source>
        <comment>the head of a column</comment>
        <translation>Path</translation>
    </message>
    <message>
        <source>Now</source>
        <comment>the head of a column: the newest round-trip time</comment>
        <translation>Now</translation>
    </message>
    <message>
        <source>Typical</source>
        <comment>the head of a column: the median round-trip time</comment>
        <translation>Typical</translation>
    </message>
    <message>
        <source>Slow</source>
        <comment>the head of a column: the 95th percentile of the round-trip time</comment>
        <translation>Slow</translation>
    </message>
    <message>
        <source>Jitter</source>
        <comment>the head of a column</comment>
        <translation>Jitter</translation>
    </message>
    <message>
        <source>Loss</source>
        <comment>the head of a column</comment>
        <translation>Loss</translation>
    </message>
    <message>
        <source>Largest, unsplit</source>
        <comment>the head of a column: a packet</comment>
        <translation>Largest, unsplit</translation>
    </message>
    <message>
        <source>Largest, split</source>
        <comment>the head of a column: a packet</comment>
        <translation>Largest, split</translation>
    </message>
    <message>
        <source>connecting…</source>
        <comment>in place of a round-trip time</comment>
        <translation>connecting…</translation>
    </message>
    <message>
        <source>no answer</source>
        <comment>in place of a round-trip time</comment>
        <translation>no answer</translation>
    </message>
    <message>
        <source>interrupted</source>
        <comment>in place of a round-trip time</comment>
        <translation>interrupted</translation>
    </message>
</context>
<context>
    <name>twinlan::PiAPage</name>
    <message>
        <source>Connect to the Raspberry Pi in this home</source>
        <translation>Connect to the Raspberry Pi in this home</translation>
    </message>
    <message>
        <source>Raspberry Pi A: address or name</source>
        <translation>Raspberry Pi A: address or name</translation>
    </message>
    <message>
        <source>Try raspberrypi.local first (or the host name that you chose, with .local). If that fails, look for the Raspberry Pi in your router&apos;s device list.</source>
        <translation>Try raspberrypi.local first (or the host name that you chose, with .local). If that fails, look for the Raspberry Pi in your router&apos;s device list.</translation>
    </message>
    <message>
        <source>• Is a lamp of the Raspberry Pi on (red or green)? After switching on it needs about a minute.
• Is the LAN cable in the Raspberry Pi and in the router? Wi-Fi is not enough.
• Is this computer connected to the same router?
• When the SD card was written with Raspberry Pi Imager, a user, a password and “SSH” were chosen in its settings. If SSH was left off, rewrite the card and turn it on there.</source>
        <translation>• Is a lamp of the Raspberry Pi on (red or green)? After switching on it needs about a minute.
• Is the LAN cable in the Raspberry Pi and in the router? Wi-Fi is not enough.
• Is this computer connected to the same router?
• When the SD card was written with Raspberry Pi Imager, a user, a password and “SSH” were chosen in its settings. If SSH was left off, rewrite the card and turn it on there.</translation>
    </message>
    <message>
        <source>&amp;Address or name</source>
        <translation>&amp;Address or name</translation>
    </message>
    <message>
        <source>Connect Raspberry Pi A to this home&apos;s router with a LAN cable and switch it on. TwinLAN finds it in the network.</source>
        <translation>Connect Raspberry Pi A to this home&apos;s router with a LAN cable and switch it on. TwinLAN finds it in the network.</translation>
    </message>
    <message>
        <source>Can&apos;t find it, or for&amp;got the password?</source>
        <translation>Can&apos;t find it, or for&amp;got the password?</translation>
    </message>
</context>
<context>
    <name>twinlan::PiBPage</name>
    <message>
        <source>The Raspberry Pi of the other home</source>
        <translation>The Raspberry Pi of the other home</translation>
    </message>
    <message>
        <source>Where is Raspberry Pi B at the moment?</source>
        <translation>Where is Raspberry Pi B at the moment?</translation>
    </message>
    <message>
        <source>Raspberry Pi B: address or name</source>
        <translation>Raspberry Pi B: address or name</translation>
    </message>
    <message>
        <source>Raspberry Pi B: choose from your Tailscale devices</source>
        <translation>Raspberry Pi B: choose from your Tailscale devices</translation>
    </message>
    <message>
        <source>Not in the list: type its address</source>
        <translation>Not in the list: type its address</translation>
    </message>
    <message>
        <source>Raspberry Pi A will reach it through Tailscale.</source>
        <translation>Raspberry Pi A will reach it through Tailscale.</translation>
    </message>
    <message>
        <source>Connect it to this home&apos;s router with a second LAN cable. The homes are joined after you have carried it to the other home.</source>
        <translation>Connect it to this home&apos;s router with a second LAN cable. The homes are joined after you have carried it to the other home.</translation>
    </message>
    <message>
        <source>It is already in the &amp;other home (and logged in to Tailscale)</source>
        <translation>It is already in the &amp;other home (and logged in to Tailscale)</translation>
    </message>
    <message>
        <source>It is here with &amp;me; I&apos;ll take it to the other home later</source>
        <translation>It is here with &amp;me; I&apos;ll take it to the other home later</translation>
    </message>
    <message>
        <source>&amp;Which one is it?</source>
        <translation>&amp;Which one is it?</translation>
    </message>
    <message>
        <source>Raspberry Pi B is &amp;gone; undo Raspberry Pi A only</source>
        <translation>Raspberry Pi B is &amp;gone; undo Raspberry Pi A only</translation>
    </message>
    <message>
        <source>Its Tailscale &amp;address</source>
        <translation>Its Tailscale &amp;address</translation>
    </message>
    <message>
        <source>&amp;Address or name</source>
        <translation>&amp;Address or name</translation>
    </message>
    <message>
        <source>&amp;Refresh</source>
        <comment>a button: the list of devices</comment>
        <translation>&amp;Refresh</translation>
    </message>
    <message>
        <source>online</source>
        <comment>a device of the tailnet</comment>
        <translation>online</translation>
    </message>
    <message>
        <source>offline</source>
        <comment>a device of the tailnet</comment>
        <translation>offline</translation>
    </message>
    <message>
        <source>%1   %2   (%3)</source>
        <comment>a device of the tailnet: name, address, online or offline</comment>
        <translation>%1   %2   (%3)</translation>
    </message>
</context>
<context>
    <name>twinlan::PiChecklist</name>
    <message>
        <source>Is it plugged in?</source>
        <translation>Is it plugged in?</translation>
    </message>
    <message>
        <source>Is the LAN cable in the Raspberry Pi and in the router? Wi-Fi is not enough.</source>
        <translation>Is the LAN cable in the Raspberry Pi and in the router? Wi-Fi is not enough.</translation>
    </message>
    <message>
        <source>Is a lamp lit on the Raspberry Pi (red or green), and one on its LAN port?</source>
        <translation>Is a lamp lit on the Raspberry Pi (red or green), and one on its LAN port?</translation>
    </message>
    <message>
        <source>Is this computer connected to the same router? A guest Wi-Fi is kept apart.</source>
        <translation>Is this computer connected to the same router? A guest Wi-Fi is kept apart.</translation>
    </message>
    <message>
        <source>Switched on just now? Wait 2 minutes: the first start takes that long.</source>
        <translation>Switched on just now? Wait 2 minutes: the first start takes that long.</translation>
    </message>
    <message>
        <source>Was “SSH” turned on in Raspberry Pi Imager? If not, rewrite the SD card.</source>
        <translation>Was “SSH” turned on in Raspberry Pi Imager? If not, rewrite the SD card.</translation>
    </message>
</context>
<context>
    <name>twinlan::PiChooser</name>
    <message>
        <source>T&amp;ype the address instead</source>
        <translation>T&amp;ype the address instead</translation>
    </message>
    <message>
        <source>%1: type the address instead</source>
        <translation>%1: type the address instead</translation>
    </message>
    <message>
        <source>How far the search is</source>
        <translation>How far the search is</translation>
    </message>
    <message>
        <source>Choose your Raspberry Pi. Still searching…</source>
        <translation>Choose your Raspberry Pi. Still searching…</translation>
    </message>
    <message>
        <source>Searching this home&apos;s network for your Raspberry Pi…</source>
        <translation>Searching this home&apos;s network for your Raspberry Pi…</translation>
    </message>
    <message>
        <source>This computer is not connected to a home network. Connect it to the router by LAN cable or Wi-Fi, then search again.</source>
        <translation>This computer is not connected to a home network. Connect it to the router by LAN cable or Wi-Fi, then search again.</translation>
    </message>
    <message>
        <source>Choose your Raspberry Pi:</source>
        <translation>Choose your Raspberry Pi:</translation>
    </message>
    <message>
        <source>No Raspberry Pi was found. Check these, then search again:</source>
        <translation>No Raspberry Pi was found. Check these, then search again:</translation>
    </message>
    <message>
        <source>No Raspberry Pi was found.</source>
        <translation>No Raspberry Pi was found.</translation>
    </message>
    <message>
        <source>The search was stopped.</source>
        <translation>The search was stopped.</translation>
    </message>
    <message>
        <source>Two Raspberry Pis have the same name. To tell them apart, unplug one of them and search again.</source>
        <translation>Two Raspberry Pis have the same name. To tell them apart, unplug one of them and search again.</translation>
    </message>
    <message>
        <source>Where SSH is off, nobody can sign in: rewrite the SD card and turn on “SSH” in Raspberry Pi Imager.</source>
        <translation>Where SSH is off, nobody can sign in: rewrite the SD card and turn on “SSH” in Raspberry Pi Imager.</translation>
    </message>
    <message>
        <source>Stop sea&amp;rching</source>
        <comment>a button</comment>
        <translation>Stop sea&amp;rching</translation>
    </message>
    <message>
        <source>Sea&amp;rch the network</source>
        <comment>a button</comment>
        <translation>Sea&amp;rch the network</translation>
    </message>
    <message>
        <source>Sea&amp;rch again</source>
        <comment>a button: the network</comment>
        <translation>Sea&amp;rch again</translation>
    </message>
    <message>
        <source>&amp;Further devices (%1)</source>
        <comment>a button: those that may be no Raspberry Pi, and how many</comment>
        <translation>&amp;Further devices (%1)</translation>
    </message>
</context>
<context>
    <name>twinlan::RangeBar</name>
    <message>
        <source>Router %1, DHCP range %2–%3</source>
        <translation>Router %1, DHCP range %2–%3</translation>
    </message>
    <message>
        <source>router %1</source>
        <comment>in the drawing of a range: its address</comment>
        <translation>router %1</translation>
    </message>
</context>
<context>
    <name>twinlan::RememberRow</name>
    <message>
        <source>Remember this Ra&amp;spberry Pi</source>
        <translation>Remember this Ra&amp;spberry Pi</translation>
    </message>
    <message>
        <source>Then no password is asked next time: TwinLAN makes a key of its own and puts one half on the Raspberry Pi, the other into this desktop&apos;s password store. No password is kept in a file.</source>
        <translation>Then no password is asked next time: TwinLAN makes a key of its own and puts one half on the Raspberry Pi, the other into this desktop&apos;s password store. No password is kept in a file.</translation>
    </message>
    <message>
        <source>Forget %1</source>
        <comment>a button, for a screen reader</comment>
        <translation>Forget %1</translation>
    </message>
    <message>
        <source>Looking for TwinLAN&apos;s key in this desktop&apos;s password store…</source>
        <translation>Looking for TwinLAN&apos;s key in this desktop&apos;s password store…</translation>
    </message>
    <message>
        <source>TwinLAN&apos;s key is being put on this Raspberry Pi…</source>
        <translation>TwinLAN&apos;s key is being put on this Raspberry Pi…</translation>
    </message>
    <message>
        <source>TwinLAN remembers this Raspberry Pi: no password is asked next time.</source>
        <translation>TwinLAN remembers this Raspberry Pi: no password is asked next time.</translation>
    </message>
    <message>
        <source>This desktop keeps no passwords, so the password is asked again next time.</source>
        <translation>This desktop keeps no passwords, so the password is asked again next time.</translation>
    </message>
    <message>
        <source>This desktop&apos;s password store did not open. Please enter the password.</source>
        <translation>This desktop&apos;s password store did not open. Please enter the password.</translation>
    </message>
    <message>
        <source>This Raspberry Pi does not take TwinLAN&apos;s key, so the password is asked again next time.</source>
        <translation>This Raspberry Pi does not take TwinLAN&apos;s key, so the password is asked again next time.</translation>
    </message>
    <message>
        <source>This Raspberry Pi does not take TwinLAN&apos;s key any more. Please enter the password.</source>
        <translation>This Raspberry Pi does not take TwinLAN&apos;s key any more. Please enter the password.</translation>
    </message>
    <message>
        <source>TwinLAN&apos;s key is being taken off this Raspberry Pi…</source>
        <translation>TwinLAN&apos;s key is being taken off this Raspberry Pi…</translation>
    </message>
    <message>
        <source>This computer has forgotten the Raspberry Pi. TwinLAN&apos;s key is still on it, because it could not be reached.</source>
        <translation>This computer has forgotten the Raspberry Pi. TwinLAN&apos;s key is still on it, because it could not be reached.</translation>
    </message>
    <message>
        <source>Forge&amp;t this Raspberry Pi</source>
        <translation>Forge&amp;t this Raspberry Pi</translation>
    </message>
</context>
<context>
    <name>twinlan::ResultPage</name>
    <message>
        <source>Everything is set up, but the homes are not joined yet. Is Raspberry Pi B on and connected to the internet? They join by themselves as soon as both are ready.</source>
        <translation>Everything is set up, but the homes are not joined yet. Is Raspberry Pi B on and connected to the internet? They join by themselves as soon as both are ready.</translation>
    </message>
    <message>
        <source>%1: router %2, DHCP range %3–%4</source>
        <translation>%1: router %2, DHCP range %3–%4</translation>
    </message>
    <message>
        <source>Set up, but not joined yet</source>
        <translation>Set up, but not joined yet</translation>
    </message>
    <message>
        <source>Almost done: carry Raspberry Pi B to the other home</source>
        <translation>Almost done: carry Raspberry Pi B to the other home</translation>
    </message>
    <message>
        <source>Chec&amp;k again</source>
        <comment>a button</comment>
        <translation>Chec&amp;k again</translation>
    </message>
    <message>
        <source>The Tailscale login of %1 expires on %2. The homes are disconnected from then on.</source>
        <translation>The Tailscale login of %1 expires on %2. The homes are disconnected from then on.</translation>
    </message>
    <message>
        <source>Show the n&amp;umbers</source>
        <comment>a button: opens Diagnostics</comment>
        <translation>Show the n&amp;umbers</translation>
    </message>
    <message>
        <source>They join again by themselves after a power cut. You can close this window.</source>
        <translation>They join again by themselves after a power cut. You can close this window.</translation>
    </message>
    <message>
        <source>The two homes are one network</source>
        <translation>The two homes are one network</translation>
    </message>
    <message>
        <source>S&amp;ave or print this setup…</source>
        <comment>a button</comment>
        <translation>S&amp;ave or print this setup…</translation>
    </message>
    <message>
        <source>Both Raspberry Pis are ready. Take these three steps along to the other home.</source>
        <translation>Both Raspberry Pis are ready. Take these three steps along to the other home.</translation>
    </message>
</context>
<context>
    <name>twinlan::ReviewPage</name>
    <message>
        <source>Undo everything?</source>
        <translation>Undo everything?</translation>
    </message>
    <message>
        <source>This is what will be done</source>
        <translation>This is what will be done</translation>
    </message>
    <message>
        <source>File to be written</source>
        <translation>File to be written</translation>
    </message>
    <message>
        <source>Content of the file</source>
        <translation>Content of the file</translation>
    </message>
    <message>
        <source>Both Raspberry Pis will be restored to how they were before the first setup.</source>
        <translation>Both Raspberry Pis will be restored to how they were before the first setup.</translation>
    </message>
    <message>
        <source>The two homes are two networks again. The devices of the other home no longer appear.</source>
        <translation>The two homes are two networks again. The devices of the other home no longer appear.</translation>
    </message>
    <message>
        <source>The routers are not changed. You can leave their settings as they are.</source>
        <translation>The routers are not changed. You can leave their settings as they are.</translation>
    </message>
    <message>
        <source>Checking what needs to change…</source>
        <translation>Checking what needs to change…</translation>
    </message>
    <message>
        <source>Everything is set up already. Nothing will be changed.</source>
        <translation>Everything is set up already. Nothing will be changed.</translation>
    </message>
    <message>
        <source>First, the unfinished changes of an interrupted setup are undone.</source>
        <translation>First, the unfinished changes of an interrupted setup are undone.</translation>
    </message>
    <message>
        <source>A backup of the settings is kept on both Raspberry Pis. With it everything can be undone at any time.</source>
        <translation>A backup of the settings is kept on both Raspberry Pis. With it everything can be undone at any time.</translation>
    </message>
    <message>
        <source>The required software and network features are installed on them.</source>
        <translation>The required software and network features are installed on them.</translation>
    </message>
    <message>
        <source>Each Raspberry Pi connects its LAN to the secure link (B first, then A). Their addresses do not change.</source>
        <translation>Each Raspberry Pi connects its LAN to the secure link (B first, then A). Their addresses do not change.</translation>
    </message>
    <message>
        <source>Each home keeps its own internet; each router keeps assigning addresses only in its own home.</source>
        <translation>Each home keeps its own internet; each router keeps assigning addresses only in its own home.</translation>
    </message>
    <message>
        <source>If a Raspberry Pi cannot be reached after its switch, it restores itself within two minutes.</source>
        <translation>If a Raspberry Pi cannot be reached after its switch, it restores itself within two minutes.</translation>
    </message>
    <message>
        <source>Afterwards you carry Raspberry Pi B to the other home. Only there the homes are joined.</source>
        <translation>Afterwards you carry Raspberry Pi B to the other home. Only there the homes are joined.</translation>
    </message>
    <message>
        <source>%1: router %2, DHCP range %3–%4</source>
        <translation>%1: router %2, DHCP range %3–%4</translation>
    </message>
    <message>
        <source>There is nothing to do</source>
        <translation>There is nothing to do</translation>
    </message>
    <message>
        <source>Raspberry Pi A will be restored to how it was before the first setup. Raspberry Pi B is left alone.</source>
        <translation>Raspberry Pi A will be restored to how it was before the first setup. Raspberry Pi B is left alone.</translation>
    </message>
    <message>
        <source>Set the router of each home like this (you do this yourself)</source>
        <translation>Set the router of each home like this (you do this yourself)</translation>
    </message>
    <message>
        <source>First, set your two routers like this (you do this yourself)</source>
        <translation>First, set your two routers like this (you do this yourself)</translation>
    </message>
    <message>
        <source>On %1 what was set up by hand before comes back. It restarts for that, and may have another address then.</source>
        <translation>On %1 what was set up by hand before comes back. It restarts for that, and may have another address then.</translation>
    </message>
    <message>
        <source>On %1 TwinLAN replaces what was set up by hand.</source>
        <translation>On %1 TwinLAN replaces what was set up by hand.</translation>
    </message>
    <message>
        <source>Also &amp;remove the software that the setup installed (if nothing else uses it)</source>
        <translation>Also &amp;remove the software that the setup installed (if nothing else uses it)</translation>
    </message>
    <message>
        <source>Show detai&amp;ls</source>
        <comment>a button</comment>
        <translation>Show detai&amp;ls</translation>
    </message>
    <message>
        <source>%1. </source>
        <comment>the number of a sentence</comment>
        <translation>%1. </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a Raspberry Pi, and a file on it</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>If TwinLAN installed Tailscale, it goes too: Raspberry Pi B can then only be reached in the other home.</source>
        <translation>If TwinLAN installed Tailscale, it goes too: Raspberry Pi B can then only be reached in the other home.</translation>
    </message>
</context>
<context>
    <name>twinlan::RouterGuidePanel</name>
    <message>
        <source>Maker of the router:</source>
        <translation>Maker of the router:</translation>
    </message>
    <message>
        <source>%1: maker of the router</source>
        <translation>%1: maker of the router</translation>
    </message>
    <message>
        <source>Open the setup page</source>
        <translation>Open the setup page</translation>
    </message>
    <message>
        <source>%1: open the setup page of the router</source>
        <translation>%1: open the setup page of the router</translation>
    </message>
    <message>
        <source>There are two boxes: a home gateway and a Wi-Fi router</source>
        <translation>There are two boxes: a home gateway and a Wi-Fi router</translation>
    </message>
    <message>
        <source>First correct the addresses above: then the steps for this router stand here.</source>
        <translation>First correct the addresses above: then the steps for this router stand here.</translation>
    </message>
    <message>
        <source>Set the one that assigns addresses to your devices. If the Wi-Fi router works as a router too, plug both the Raspberry Pi and your devices into it.</source>
        <translation>Set the one that assigns addresses to your devices. If the Wi-Fi router works as a router too, plug both the Raspberry Pi and your devices into it.</translation>
    </message>
    <message>
        <source>So it seems to be here: this computer and Raspberry Pi A have different routers.</source>
        <translation>So it seems to be here: this computer and Raspberry Pi A have different routers.</translation>
    </message>
    <message>
        <source>Copied</source>
        <comment>button: a value is in the clipboard</comment>
        <translation>Copied</translation>
    </message>
    <message>
        <source>Copy</source>
        <comment>button: a value to the clipboard</comment>
        <translation>Copy</translation>
    </message>
    <message>
        <source>In the other home, open the %1 with a computer or phone there: %2 in a web browser. %3</source>
        <translation>In the other home, open the %1 with a computer or phone there: %2 in a web browser. %3</translation>
    </message>
    <message>
        <source>In the other home, open the %1 with a computer or phone there. Its address is often on a label of the router. %2</source>
        <translation>In the other home, open the %1 with a computer or phone there. Its address is often on a label of the router. %2</translation>
    </message>
    <message>
        <source>Press “Open the setup page”: the %1 opens (%2). %3</source>
        <translation>Press “Open the setup page”: the %1 opens (%2). %3</translation>
    </message>
    <message>
        <source>Open the %1 in a web browser. Its address is often on a label of the router. %2</source>
        <translation>Open the %1 in a web browser. Its address is often on a label of the router. %2</translation>
    </message>
    <message>
        <source>The router restarts by itself. The internet is away for some minutes.</source>
        <translation>The router restarts by itself. The internet is away for some minutes.</translation>
    </message>
    <message>
        <source>If it asks for a restart, restart it. The internet is then away for some minutes.</source>
        <translation>If it asks for a restart, restart it. The internet is then away for some minutes.</translation>
    </message>
    <message>
        <source>Restart the router. The internet is away for some minutes.</source>
        <translation>Restart the router. The internet is away for some minutes.</translation>
    </message>
    <message>
        <source>Turn Wi-Fi off and on again on your computers and phones, so that they get their new addresses. The setup page is at %1 from then on.</source>
        <translation>Turn Wi-Fi off and on again on your computers and phones, so that they get their new addresses. The setup page is at %1 from then on.</translation>
    </message>
    <message>
        <source>A value that is there already stays as it is. Names in the menu can differ a little from model to model.</source>
        <translation>A value that is there already stays as it is. Names in the menu can differ a little from model to model.</translation>
    </message>
    <message>
        <source>%1: copy %2, %3</source>
        <comment>a button: home, what the router calls the value, value</comment>
        <translation>%1: copy %2, %3</translation>
    </message>
</context>
<context>
    <name>twinlan::SdCardsPage</name>
    <message>
        <source>Prepare the two SD cards</source>
        <translation>Prepare the two SD cards</translation>
    </message>
    <message>
        <source>Write both cards with Raspberry Pi Imager, with the answers below. Are they written already, with SSH on? Then continue.</source>
        <translation>Write both cards with Raspberry Pi Imager, with the answers below. Are they written already, with SSH on? Then continue.</translation>
    </message>
    <message>
        <source>&amp;Get Raspberry Pi Imager</source>
        <comment>a button: opens its web page</comment>
        <translation>&amp;Get Raspberry Pi Imager</translation>
    </message>
    <message>
        <source>Then put each card into its Raspberry Pi, connect it to the router with a LAN cable, and switch it on. The first start takes about 2 minutes.</source>
        <translation>Then put each card into its Raspberry Pi, connect it to the router with a LAN cable, and switch it on. The first start takes about 2 minutes.</translation>
    </message>
    <message>
        <source>What to buy: which Raspberry Pi is en&amp;ough?</source>
        <translation>What to buy: which Raspberry Pi is en&amp;ough?</translation>
    </message>
    <message>
        <source>• Two Raspberry Pi 4 or 5; 1 GB of memory is enough. A Raspberry Pi 3 works too, but slower: its LAN port is. A Raspberry Pi Zero has no LAN port.
• Two microSD cards of 16 GB or more, and a card reader if this computer has none
• Two power supplies made for that model: with a weak one a Raspberry Pi stops now and then
• Two LAN cables</source>
        <translation>• Two Raspberry Pi 4 or 5; 1 GB of memory is enough. A Raspberry Pi 3 works too, but slower: its LAN port is. A Raspberry Pi Zero has no LAN port.
• Two microSD cards of 16 GB or more, and a card reader if this computer has none
• Two power supplies made for that model: with a weak one a Raspberry Pi stops now and then
• Two LAN cables</translation>
    </message>
</context>
<context>
    <name>twinlan::SetupView</name>
    <message>
        <source>Steps of the setup</source>
        <translation>Steps of the setup</translation>
    </message>
    <message>
        <source>&amp;Start the setup</source>
        <translation>&amp;Start the setup</translation>
    </message>
    <message>
        <source>&amp;Undo now</source>
        <comment>a button</comment>
        <translation>&amp;Undo now</translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <comment>a button</comment>
        <translation>&amp;Next</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <comment>a button</comment>
        <translation>&amp;Back</translation>
    </message>
    <message>
        <source>&amp;Finish</source>
        <comment>a button: the window closes</comment>
        <translation>&amp;Finish</translation>
    </message>
</context>
<context>
    <name>twinlan::SheetActions</name>
    <message>
        <source>&amp;Print…</source>
        <comment>a button: a page of paper</comment>
        <translation>&amp;Print…</translation>
    </message>
    <message>
        <source>&amp;Save as PDF…</source>
        <comment>a button</comment>
        <translation>&amp;Save as PDF…</translation>
    </message>
    <message>
        <source>Save as p&amp;icture…</source>
        <comment>a button</comment>
        <translation>Save as p&amp;icture…</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <comment>a file</comment>
        <translation>Saved: %1</translation>
    </message>
    <message>
        <source>The page could not be printed.</source>
        <translation>The page could not be printed.</translation>
    </message>
    <message>
        <source>The printer did not take it. Nothing was printed.</source>
        <translation>The printer did not take it. Nothing was printed.</translation>
    </message>
    <message>
        <source>Look whether the printer is on and has paper, or save the page as PDF and print that later.</source>
        <translation>Look whether the printer is on and has paper, or save the page as PDF and print that later.</translation>
    </message>
    <message>
        <source>The file could not be saved.</source>
        <translation>The file could not be saved.</translation>
    </message>
    <message>
        <source>The folder takes no files, or the disk is full. Nothing was written.</source>
        <translation>The folder takes no files, or the disk is full. Nothing was written.</translation>
    </message>
    <message>
        <source>Save it in another folder, for example in “Documents”.</source>
        <translation>Save it in another folder, for example in “Documents”.</translation>
    </message>
</context>
<context>
    <name>twinlan::SignInForm</name>
    <message>
        <source>its passphrase, if any</source>
        <translation>its passphrase, if any</translation>
    </message>
    <message>
        <source>Choose the key file</source>
        <translation>Choose the key file</translation>
    </message>
    <message>
        <source>Use a &amp;key file</source>
        <translation>Use a &amp;key file</translation>
    </message>
    <message>
        <source>I &amp;rewrote this SD card</source>
        <translation>I &amp;rewrote this SD card</translation>
    </message>
    <message>
        <source>Accept ne&amp;w fingerprint</source>
        <translation>Accept ne&amp;w fingerprint</translation>
    </message>
    <message>
        <source>Trust and cont&amp;inue</source>
        <translation>Trust and cont&amp;inue</translation>
    </message>
    <message>
        <source>Do no&amp;t connect</source>
        <translation>Do no&amp;t connect</translation>
    </message>
    <message>
        <source>&amp;User</source>
        <comment>before the field of the user name</comment>
        <translation>&amp;User</translation>
    </message>
    <message>
        <source>&amp;Password</source>
        <comment>before its field</comment>
        <translation>&amp;Password</translation>
    </message>
    <message>
        <source>&amp;Connect</source>
        <comment>a button: over SSH</comment>
        <translation>&amp;Connect</translation>
    </message>
    <message>
        <source>Ad&amp;vanced</source>
        <comment>a button</comment>
        <translation>Ad&amp;vanced</translation>
    </message>
    <message>
        <source>SSH p&amp;ort</source>
        <comment>before its field</comment>
        <translation>SSH p&amp;ort</translation>
    </message>
    <message>
        <source>key file</source>
        <comment>in its empty field</comment>
        <translation>key file</translation>
    </message>
    <message>
        <source>C&amp;hoose…</source>
        <comment>a button: a file</comment>
        <translation>C&amp;hoose…</translation>
    </message>
    <message>
        <source>%1: user</source>
        <comment>a field, for a screen reader</comment>
        <translation>%1: user</translation>
    </message>
    <message>
        <source>%1: password</source>
        <comment>a field, for a screen reader</comment>
        <translation>%1: password</translation>
    </message>
    <message>
        <source>Connect to %1</source>
        <comment>a button, for a screen reader</comment>
        <translation>Connect to %1</translation>
    </message>
    <message>
        <source>%1: SSH port</source>
        <comment>a field, for a screen reader</comment>
        <translation>%1: SSH port</translation>
    </message>
    <message>
        <source>%1: key file</source>
        <comment>a field, for a screen reader</comment>
        <translation>%1: key file</translation>
    </message>
    <message>
        <source>%1: passphrase of the key file</source>
        <comment>a field, for a screen reader</comment>
        <translation>%1: passphrase of the key file</translation>
    </message>
    <message>
        <source>Connecting to %1…</source>
        <comment>an address or a name</comment>
        <translation>Connecting to %1…</translation>
    </message>
    <message>
        <source>✓ Connected: %1</source>
        <comment>host name</comment>
        <translation>✓ Connected: %1</translation>
    </message>
    <message>
        <source>✓ Connected: %1 (%2)</source>
        <comment>host name and model</comment>
        <translation>✓ Connected: %1 (%2)</translation>
    </message>
    <message>
        <source>The user and the password are those that you chose in Raspberry Pi Imager when you wrote the SD card.</source>
        <translation>The user and the password are those that you chose in Raspberry Pi Imager when you wrote the SD card.</translation>
    </message>
    <message>
        <source>%1: show the password</source>
        <translation>%1: show the password</translation>
    </message>
    <message>
        <source>%1: show the passphrase</source>
        <translation>%1: show the passphrase</translation>
    </message>
</context>
<context>
    <name>twinlan::StepColumn</name>
    <message>
        <source>Safety timer: reverts in %1 s unless the connection is confirmed.</source>
        <translation>Safety timer: reverts in %1 s unless the connection is confirmed.</translation>
    </message>
    <message>
        <source>Show detai&amp;ls</source>
        <comment>a button</comment>
        <translation>Show detai&amp;ls</translation>
    </message>
</context>
<context>
    <name>twinlan::SummaryBox</name>
    <message>
        <source>Save or print this setup</source>
        <comment>title of a box</comment>
        <translation>Save or print this setup</translation>
    </message>
    <message>
        <source>Picture: the page as it will be printed</source>
        <translation>Picture: the page as it will be printed</translation>
    </message>
    <message>
        <source>One page for the drawer: the addresses of both homes, and how to check, change and remove the setup. There is no password on it.</source>
        <translation>One page for the drawer: the addresses of both homes, and how to check, change and remove the setup. There is no password on it.</translation>
    </message>
    <message>
        <source>Cl&amp;ose</source>
        <comment>a button: the box with the page goes</comment>
        <translation>Cl&amp;ose</translation>
    </message>
</context>
<context>
    <name>twinlan::TailscalePage</name>
    <message>
        <source>Log in to Tailscale</source>
        <translation>Log in to Tailscale</translation>
    </message>
    <message>
        <source>Tailscale links the two homes with encryption, free of charge. Log in once to add Raspberry Pi A.</source>
        <translation>Tailscale links the two homes with encryption, free of charge. Log in once to add Raspberry Pi A.</translation>
    </message>
</context>
<context>
    <name>twinlan::TailscalePanel</name>
    <message>
        <source>✓ %1 is logged in to Tailscale.</source>
        <translation>✓ %1 is logged in to Tailscale.</translation>
    </message>
    <message>
        <source>✓ %1 is logged in to Tailscale. Its address there is %2.</source>
        <translation>✓ %1 is logged in to Tailscale. Its address there is %2.</translation>
    </message>
    <message>
        <source>empty: Tailscale&apos;s own</source>
        <translation>empty: Tailscale&apos;s own</translation>
    </message>
    <message>
        <source>Address of the login server</source>
        <translation>Address of the login server</translation>
    </message>
    <message>
        <source>QR code of the login page</source>
        <translation>QR code of the login page</translation>
    </message>
    <message>
        <source>Waiting for your login…</source>
        <translation>Waiting for your login…</translation>
    </message>
    <message>
        <source>Getting the login page ready…</source>
        <translation>Getting the login page ready…</translation>
    </message>
    <message>
        <source>As it is, the homes are disconnected on %1, when this login expires. To prevent that, open “Machines” on Tailscale&apos;s website, and choose “Disable key expiry” in the menu “…” of this Raspberry Pi.</source>
        <translation>As it is, the homes are disconnected on %1, when this login expires. To prevent that, open “Machines” on Tailscale&apos;s website, and choose “Disable key expiry” in the menu “…” of this Raspberry Pi.</translation>
    </message>
    <message>
        <source>This login does not expire.</source>
        <translation>This login does not expire.</translation>
    </message>
    <message>
        <source>Open the login page, or scan the code with your phone. Sign in (Google, Apple, Microsoft…), then press “Connect”. This page updates by itself. You can ignore whatever the site asks after that.</source>
        <translation>Open the login page, or scan the code with your phone. Sign in (Google, Apple, Microsoft…), then press “Connect”. This page updates by itself. You can ignore whatever the site asks after that.</translation>
    </message>
    <message>
        <source>Open the &amp;login page</source>
        <translation>Open the &amp;login page</translation>
    </message>
    <message>
        <source>&amp;Get a new link</source>
        <translation>&amp;Get a new link</translation>
    </message>
    <message>
        <source>Ad&amp;vanced</source>
        <comment>a button</comment>
        <translation>Ad&amp;vanced</translation>
    </message>
    <message>
        <source>Log&amp;in server</source>
        <comment>before its field</comment>
        <translation>Log&amp;in server</translation>
    </message>
    <message>
        <source>Waiting</source>
        <comment>the bar, for a screen reader</comment>
        <translation>Waiting</translation>
    </message>
    <message>
        <source>Waiting until the Raspberry Pi has finished its own updates…</source>
        <translation>Waiting until the Raspberry Pi has finished its own updates…</translation>
    </message>
    <message>
        <source>Tailscale on %1 is too old (version %2).</source>
        <translation>Tailscale on %1 is too old (version %2).</translation>
    </message>
    <message>
        <source>Tailscale is not installed on %1 yet.</source>
        <translation>Tailscale is not installed on %1 yet.</translation>
    </message>
    <message>
        <source>Installing Tailscale… %1%</source>
        <comment>how much is done</comment>
        <translation>Installing Tailscale… %1%</translation>
    </message>
    <message>
        <source>TwinLAN gets it from Tailscale&apos;s own server. This takes a few minutes.</source>
        <translation>TwinLAN gets it from Tailscale&apos;s own server. This takes a few minutes.</translation>
    </message>
    <message>
        <source>Installing Tailscale…</source>
        <comment>before it is known how much is done</comment>
        <translation>Installing Tailscale…</translation>
    </message>
    <message>
        <source>&amp;Install Tailscale</source>
        <comment>a button</comment>
        <translation>&amp;Install Tailscale</translation>
    </message>
    <message>
        <source>Open “Machine&amp;s”</source>
        <comment>a page of Tailscale&apos;s website</comment>
        <translation>Open “Machine&amp;s”</translation>
    </message>
    <message>
        <source>Chec&amp;k again</source>
        <comment>a button</comment>
        <translation>Chec&amp;k again</translation>
    </message>
    <message>
        <source>U&amp;se this server</source>
        <translation>U&amp;se this server</translation>
    </message>
    <message>
        <source>Update &amp;Tailscale</source>
        <comment>a button</comment>
        <translation>Update &amp;Tailscale</translation>
    </message>
</context>
<context>
    <name>twinlan::TakeAlongCard</name>
    <message>
        <source>QR code: the steps for your phone</source>
        <translation>QR code: the steps for your phone</translation>
    </message>
    <message>
        <source>For your phone: read this with its camera.</source>
        <translation>For your phone: read this with its camera.</translation>
    </message>
</context>
<context>
    <name>twinlan::TwoRoutersPicture</name>
    <message>
        <source>Picture: if the Wi-Fi router is in access point mode, set the home gateway. If it works as a router, set the Wi-Fi router, and plug the Raspberry Pi into it.</source>
        <translation>Picture: if the Wi-Fi router is in access point mode, set the home gateway. If it works as a router, set the Wi-Fi router, and plug the Raspberry Pi into it.</translation>
    </message>
    <message>
        <source>set this one</source>
        <comment>picture: below the name of a router</comment>
        <translation>set this one</translation>
    </message>
    <message>
        <source>The Wi-Fi router works as a router</source>
        <translation>The Wi-Fi router works as a router</translation>
    </message>
    <message>
        <source>The Wi-Fi router is in access point mode (AP, bridge)</source>
        <translation>The Wi-Fi router is in access point mode (AP, bridge)</translation>
    </message>
    <message>
        <source>Computer</source>
        <comment>picture: this computer</comment>
        <translation>Computer</translation>
    </message>
    <message>
        <source>Home gateway</source>
        <comment>picture: a device</comment>
        <translation>Home gateway</translation>
    </message>
    <message>
        <source>Wi-Fi router</source>
        <comment>picture: a device</comment>
        <translation>Wi-Fi router</translation>
    </message>
    <message>
        <source>Raspberry Pi</source>
        <comment>picture: a device</comment>
        <translation>Raspberry Pi</translation>
    </message>
</context>
<context>
    <name>twinlan::UseGuides</name>
    <message>
        <source>Back up a Mac (&amp;Time Machine)</source>
        <comment>a button</comment>
        <translation>Back up a Mac (&amp;Time Machine)</translation>
    </message>
    <message>
        <source>1. On the NAS, turn on Time Machine for a shared folder.
2. On the Mac, open “System Settings” &gt; “General” &gt; “Time Machine”, press “Add Backup Disk” and choose the NAS.
The first backup takes long: %1 GB need about %2 hours at %3 Mb/s, about %4 hours at %5 Mb/s (the upload of the Mac&apos;s home counts). If you can, make the first one with the Mac in the home of the NAS. After that, only what has changed is sent.</source>
        <translation>1. On the NAS, turn on Time Machine for a shared folder.
2. On the Mac, open “System Settings” &gt; “General” &gt; “Time Machine”, press “Add Backup Disk” and choose the NAS.
The first backup takes long: %1 GB need about %2 hours at %3 Mb/s, about %4 hours at %5 Mb/s (the upload of the Mac&apos;s home counts). If you can, make the first one with the Mac in the home of the NAS. After that, only what has changed is sent.</translation>
    </message>
    <message>
        <source>&amp;Print in the other home</source>
        <comment>a button</comment>
        <translation>&amp;Print in the other home</translation>
    </message>
    <message>
        <source>Windows does not s&amp;how the other home&apos;s devices</source>
        <comment>a button</comment>
        <translation>Windows does not s&amp;how the other home&apos;s devices</translation>
    </message>
    <message>
        <source>1. Add the printer as if it were in this home: open “Settings” (on a Mac “System Settings”), search there for “printers”, and add it.
2. If it is not in the list, add it by its IP address.
3. Scanning needs the maker&apos;s app, and the IP address in it.</source>
        <translation>1. Add the printer as if it were in this home: open “Settings” (on a Mac “System Settings”), search there for “printers”, and add it.
2. If it is not in the list, add it by its IP address.
3. Scanning needs the maker&apos;s app, and the IP address in it.</translation>
    </message>
    <message>
        <source>1. Search in “Settings” for “Wi-Fi properties” or “Ethernet properties”, and choose “Private network” there.
2. Search in “Settings” for “Advanced sharing settings”, and turn on “Network discovery” there.
3. If the NAS still is not there: press the Windows key and R, type \\ and its IP address (for example \\192.168.1.150), and press Enter.</source>
        <translation>1. Search in “Settings” for “Wi-Fi properties” or “Ethernet properties”, and choose “Private network” there.
2. Search in “Settings” for “Advanced sharing settings”, and turn on “Network discovery” there.
3. If the NAS still is not there: press the Windows key and R, type \\ and its IP address (for example \\192.168.1.150), and press Enter.</translation>
    </message>
</context>
<context>
    <name>twinlan::WelcomePage</name>
    <message>
        <source>Join two homes into one network</source>
        <translation>Join two homes into one network</translation>
    </message>
    <message>
        <source>Use the other home&apos;s NAS, backups and printers as if they were here. Each home keeps its own internet connection.</source>
        <translation>Use the other home&apos;s NAS, backups and printers as if they were here. Each home keeps its own internet connection.</translation>
    </message>
    <message>
        <source>What you need</source>
        <translation>What you need</translation>
    </message>
    <message>
        <source>• Two Raspberry Pis with Raspberry Pi OS, one for each home
• Two LAN cables, to connect each Raspberry Pi to its router
• A free Tailscale account (it makes the secure link between the homes)
It takes about 20 minutes once the SD cards are ready. If you stop, both Raspberry Pis go back to how they were. (The routers do not.)</source>
        <translation>• Two Raspberry Pis with Raspberry Pi OS, one for each home
• Two LAN cables, to connect each Raspberry Pi to its router
• A free Tailscale account (it makes the secure link between the homes)
It takes about 20 minutes once the SD cards are ready. If you stop, both Raspberry Pis go back to how they were. (The routers do not.)</translation>
    </message>
    <message>
        <source>It stopped before the first step.</source>
        <translation>It stopped before the first step.</translation>
    </message>
    <message>
        <source>&amp;Finish the setup</source>
        <translation>&amp;Finish the setup</translation>
    </message>
    <message>
        <source>&amp;Remove TwinLAN…</source>
        <comment>a button</comment>
        <translation>&amp;Remove TwinLAN…</translation>
    </message>
    <message>
        <source>%1: stopped at “%2”</source>
        <comment>a Raspberry Pi, and a step of the setup</comment>
        <translation>%1: stopped at “%2”</translation>
    </message>
    <message>
        <source>Chec&amp;k it</source>
        <comment>a button: whether it works</comment>
        <translation>Chec&amp;k it</translation>
    </message>
    <message>
        <source>&amp;Change settings</source>
        <comment>a button</comment>
        <translation>&amp;Change settings</translation>
    </message>
    <message>
        <source>&amp;Continue</source>
        <comment>a button: a setup that was begun</comment>
        <translation>&amp;Continue</translation>
    </message>
    <message>
        <source>&amp;Start</source>
        <comment>a button: a first setup</comment>
        <translation>&amp;Start</translation>
    </message>
</context>
</TS>
