<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja" sourcelanguage="en">
<context>
    <name>Devices</name>
    <message>
        <source>Other device</source>
        <comment>a device of the network that may be no Raspberry Pi</comment>
        <translation>ほかの機器</translation>
    </message>
    <message>
        <source>Raspberry Pi</source>
        <comment>a device of the network, of an unknown model</comment>
        <translation>Raspberry Pi</translation>
    </message>
    <message>
        <source>Raspberry Pi 3 or older</source>
        <translation>Raspberry Pi 3以前</translation>
    </message>
    <message>
        <source>Raspberry Pi 4 or 400</source>
        <translation>Raspberry Pi 4／400</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>a device of the network: what it is, its name</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>MAC address %1</source>
        <comment>of a device</comment>
        <translation>MACアドレス：%1</translation>
    </message>
    <message>
        <source>SSH is off</source>
        <comment>of a device</comment>
        <translation>SSHがオフです</translation>
    </message>
    <message>
        <source>shared folders</source>
        <comment>what a device offers</comment>
        <translation>共有フォルダー</translation>
    </message>
    <message>
        <source>Time Machine backups</source>
        <comment>what a device offers</comment>
        <translation>Time Machine</translation>
    </message>
    <message>
        <source>printer</source>
        <comment>what a device offers</comment>
        <translation>プリンター</translation>
    </message>
    <message>
        <source>web page</source>
        <comment>what a device offers</comment>
        <translation>ウェブページ</translation>
    </message>
    <message>
        <source>in one of the homes</source>
        <comment>where a device is</comment>
        <translation>どちらかの家</translation>
    </message>
    <message>
        <source>home A</source>
        <comment>where a device is</comment>
        <translation>家A</translation>
    </message>
    <message>
        <source>home B</source>
        <comment>where a device is</comment>
        <translation>家B</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between what a device offers</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>Printer</source>
        <comment>a device of the other home</comment>
        <translation>プリンター</translation>
    </message>
    <message>
        <source>NAS or computer</source>
        <comment>a device of the other home: it has shared folders</comment>
        <translation>NASまたはパソコン</translation>
    </message>
    <message>
        <source>Device</source>
        <comment>of the other home, of an unknown kind</comment>
        <translation>機器</translation>
    </message>
</context>
<context>
    <name>DiagnosticWords</name>
    <message>
        <source>This PC → Pi A</source>
        <translation>このパソコン → Pi A</translation>
    </message>
    <message>
        <source>This PC → Pi B</source>
        <translation>このパソコン → Pi B</translation>
    </message>
    <message>
        <source>Pi A → Pi B (tunnel)</source>
        <translation>Pi A → Pi B（トンネル）</translation>
    </message>
    <message>
        <source>There is no bridge %1 on this Pi.</source>
        <translation>このPiにブリッジ%1がありません。</translation>
    </message>
    <message>
        <source>The bridge %1 has no port.</source>
        <translation>ブリッジ%1に何もつながっていません。</translation>
    </message>
    <message>
        <source>The bridge %1 holds %2.</source>
        <translation>ブリッジ%1に%2がつながっています。</translation>
    </message>
    <message>
        <source>MTU %1, STP on.</source>
        <translation>MTU %1、STPオン。</translation>
    </message>
    <message>
        <source>MTU %1, STP off.</source>
        <translation>MTU %1、STPオフ。</translation>
    </message>
    <message>
        <source>%1 has MTU %2: too small, at least %3 is needed.</source>
        <translation>%1のMTUは%2で、小さすぎます。%3以上が必要です。</translation>
    </message>
    <message>
        <source>The tunnel is in the bridge.</source>
        <translation>トンネルはブリッジにつながっています。</translation>
    </message>
    <message>
        <source>The tunnel is not in the bridge.</source>
        <translation>トンネルはブリッジにつながっていません。</translation>
    </message>
    <message>
        <source>There is no tunnel.</source>
        <translation>トンネルがありません。</translation>
    </message>
    <message>
        <source>The filter is not loaded.</source>
        <translation>フィルターが動いていません。</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>what was stopped, how many packets</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Stopped at the border: %1.</source>
        <translation>家の間で止めた通信：%1。</translation>
    </message>
    <message>
        <source>This PC → router B</source>
        <translation>このパソコン → 家Bのルーター</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between the parts of a list</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>The tunnel runs in the ordinary way (GRE).</source>
        <translation>トンネルは通常の方式（GRE）で動いています。</translation>
    </message>
    <message>
        <source>The tunnel runs in the UDP way (FOU), because your Tailscale account does not let the ordinary way pass. It is just as good.</source>
        <translation>お使いのTailscaleアカウントでは通常の方式が通らないため、トンネルはUDP方式（FOU）で動いています。使い心地は変わりません。</translation>
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
        <translation>IPv6のルーター通知</translation>
    </message>
    <message>
        <source>other router messages</source>
        <comment>a kind of traffic that was stopped</comment>
        <translation>その他のルーター通知</translation>
    </message>
    <message>
        <source>ARP for the own router</source>
        <comment>a kind of traffic that was stopped</comment>
        <translation>自宅のルーターのARP</translation>
    </message>
    <message>
        <source>Tailscale probes</source>
        <comment>a kind of traffic that was stopped</comment>
        <translation>Tailscaleの探索通信</translation>
    </message>
    <message>
        <source>ARP for Tailscale addresses</source>
        <comment>a kind of traffic that was stopped</comment>
        <translation>TailscaleアドレスのARP</translation>
    </message>
    <message>
        <source>frames other than IP and ARP</source>
        <comment>a kind of traffic that was stopped</comment>
        <translation>IPとARP以外のフレーム</translation>
    </message>
    <message>
        <source>unreadable packets</source>
        <comment>a kind of traffic that was stopped</comment>
        <translation>読み取れないパケット</translation>
    </message>
    <message>
        <source>frames of a loop</source>
        <comment>a kind of traffic that was stopped</comment>
        <translation>ループで戻ってきたフレーム</translation>
    </message>
    <message>
        <source>excess ARP and neighbour discovery</source>
        <comment>a kind of traffic that was stopped</comment>
        <translation>多すぎるARP・近隣探索</translation>
    </message>
    <message>
        <source>excess broadcasts</source>
        <comment>a kind of traffic that was stopped</comment>
        <translation>多すぎるブロードキャスト</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <comment>milliseconds</comment>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>%1 % (%2 of %3)</source>
        <comment>loss: per cent, lost, sent</comment>
        <translation>%1%（%3回中%2回）</translation>
    </message>
    <message>
        <source>nothing passes</source>
        <comment>packets, on a path</comment>
        <translation>通りません</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>the largest packet: measured, expected</comment>
        <translation>%1（期待値%2）</translation>
    </message>
</context>
<context>
    <name>Errors</name>
    <message>
        <source>No device named “%1” was found.</source>
        <translation>「%1」という名前の機器が見つかりません。</translation>
    </message>
    <message>
        <source>The name is misspelled, or the Raspberry Pi is not in this network.</source>
        <translation>名前が間違っているか、Raspberry Piがこのネットワークにつながっていません。</translation>
    </message>
    <message>
        <source>Check the spelling, or type its address (four numbers) from your router&apos;s device list.</source>
        <translation>名前を確かめるか、ルーターの機器一覧にあるIPアドレス（4つの数字）を入力してください。</translation>
    </message>
    <message>
        <source>%1 does not answer.</source>
        <translation>%1から応答がありません。</translation>
    </message>
    <message>
        <source>The address is wrong, or the Raspberry Pi is off or not connected.</source>
        <translation>IPアドレスが違うか、Raspberry Piの電源が入っていないか、ネットワークにつながっていません。</translation>
    </message>
    <message>
        <source>Check its power and its LAN cable, wait a minute after switching on, and try again.</source>
        <translation>電源とLANケーブルを確かめ、電源を入れてから1分ほど待って、もう一度お試しください。</translation>
    </message>
    <message>
        <source>%1 refused the connection.</source>
        <translation>%1は見つかりましたが、接続を受け付けていません。</translation>
    </message>
    <message>
        <source>Remote access (SSH) is turned off there, or uses another port.</source>
        <translation>遠隔操作（SSH）がオフになっているか、別のポートを使っています。</translation>
    </message>
    <message>
        <source>Turn on SSH on the Raspberry Pi, or set the port under “Advanced”.</source>
        <translation>Raspberry PiでSSHをオンにするか、「詳細設定」でポートを変更してください。</translation>
    </message>
    <message>
        <source>Another kind of device answers at %1.</source>
        <translation>%1では、別の種類の機器が応答しています。</translation>
    </message>
    <message>
        <source>This is probably not the Raspberry Pi, or the port is wrong.</source>
        <translation>Raspberry Piではないか、ポートが違うようです。</translation>
    </message>
    <message>
        <source>Check the address and the port.</source>
        <translation>入力したアドレスとポートを確かめてください。</translation>
    </message>
    <message>
        <source>First connection to this Raspberry Pi.</source>
        <translation>このRaspberry Piに初めて接続します。</translation>
    </message>
    <message>
        <source>TwinLAN will remember its fingerprint and warn you if it ever changes.</source>
        <translation>1台ごとに異なる識別情報を覚えておき、次回から同じRaspberry Piかどうかを自動的に確かめます。</translation>
    </message>
    <message>
        <source>If you have just set up this Raspberry Pi yourself, you can trust it.</source>
        <translation>ご自分で用意したRaspberry Piであれば、そのまま接続してください。</translation>
    </message>
    <message>
        <source>Warning: this may not be the same Raspberry Pi.</source>
        <translation>警告：前回とは別のRaspberry Piかもしれません。</translation>
    </message>
    <message>
        <source>Its fingerprint has changed. That is normal if you rewrote the SD card. If nobody did, another device may be impersonating it.</source>
        <translation>識別情報が前回と違います。SDカードを作り直したあとは、これで正常です。心当たりがない場合は、別の機器がなりすましているおそれがあります。</translation>
    </message>
    <message>
        <source>Continue only if you rewrote the SD card.</source>
        <translation>SDカードを作り直した場合だけ、接続してください。</translation>
    </message>
    <message>
        <source>The user name or the password is not right.</source>
        <translation>ユーザー名またはパスワードが違います。</translation>
    </message>
    <message>
        <source>The Raspberry Pi did not accept them.</source>
        <translation>Raspberry Piに受け付けられませんでした。</translation>
    </message>
    <message>
        <source>Type the password again. It is the one that was chosen when the SD card was written.</source>
        <translation>パスワードをもう一度入力してください。SDカードを作ったときに決めたパスワードです。</translation>
    </message>
    <message>
        <source>The key file cannot be read.</source>
        <translation>鍵ファイルを読み込めません。</translation>
    </message>
    <message>
        <source>It is missing, or it is not a private key.</source>
        <translation>ファイルがないか、秘密鍵ではありません。</translation>
    </message>
    <message>
        <source>Choose another file, or use the password.</source>
        <translation>別のファイルを選ぶか、パスワードをお使いください。</translation>
    </message>
    <message>
        <source>The passphrase does not open the key file.</source>
        <translation>鍵ファイルのパスフレーズが違います。</translation>
    </message>
    <message>
        <source>The key file is protected, and this is not its passphrase.</source>
        <translation>鍵ファイルは保護されていて、このパスフレーズでは開けません。</translation>
    </message>
    <message>
        <source>Type the passphrase of the key file again.</source>
        <translation>鍵ファイルのパスフレーズをもう一度入力してください。</translation>
    </message>
    <message>
        <source>The connection to %1 was lost.</source>
        <translation>%1との接続が途中で切れました。</translation>
    </message>
    <message>
        <source>The network or the Raspberry Pi was interrupted. No data is lost.</source>
        <translation>ネットワークまたはRaspberry Piの電源が一時的に切れました。データは失われていません。</translation>
    </message>
    <message>
        <source>Check cable and power, and try again.</source>
        <translation>ケーブルと電源を確かめて、もう一度お試しください。</translation>
    </message>
    <message>
        <source>%1 took too long.</source>
        <translation>%1の応答に時間がかかりすぎています。</translation>
    </message>
    <message>
        <source>The Raspberry Pi or the network is very slow at the moment.</source>
        <translation>Raspberry Piかネットワークが、いまとても遅くなっています。</translation>
    </message>
    <message>
        <source>Try again.</source>
        <translation>もう一度お試しください。</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>中止しました。</translation>
    </message>
    <message>
        <source>Nothing is running any more.</source>
        <translation>いま動いている作業はありません。</translation>
    </message>
    <message>
        <source>You can start again at any time.</source>
        <translation>いつでも最初から始められます。</translation>
    </message>
    <message>
        <source>This user may not change settings on the Raspberry Pi.</source>
        <translation>このユーザーは、Raspberry Piの設定を変更できません。</translation>
    </message>
    <message>
        <source>Changing the network needs a user with administrator rights.</source>
        <translation>ネットワークの変更には、管理者の権限を持つユーザーが必要です。</translation>
    </message>
    <message>
        <source>The password for changing settings was not accepted.</source>
        <translation>設定変更のためのパスワードが受け付けられませんでした。</translation>
    </message>
    <message>
        <source>The Raspberry Pi asks for the password again before it changes settings.</source>
        <translation>Raspberry Piは、設定を変える前にもう一度パスワードを求めます。</translation>
    </message>
    <message>
        <source>Go back and connect again with this user&apos;s password.</source>
        <translation>前に戻り、このユーザーのパスワードで接続し直してください。</translation>
    </message>
    <message>
        <source>A command on the Raspberry Pi failed.</source>
        <translation>Raspberry Piでの処理に失敗しました。</translation>
    </message>
    <message>
        <source>The step could not be finished. The Raspberry Pi still works as before.</source>
        <translation>この手順は完了していません。Raspberry Piはこれまでどおり動いています。</translation>
    </message>
    <message>
        <source>Try again. If it fails again, show the details to somebody who knows Raspberry Pis.</source>
        <translation>もう一度お試しください。何度も起きる場合は、「詳細を表示」の内容を、詳しい人に見てもらってください。</translation>
    </message>
    <message>
        <source>A command on the Raspberry Pi was interrupted.</source>
        <translation>Raspberry Piでの処理が途中で止まりました。</translation>
    </message>
    <message>
        <source>Usually the memory was full, or the Raspberry Pi was shutting down.</source>
        <translation>メモリー不足か、シャットダウン中だった可能性があります。</translation>
    </message>
    <message>
        <source>Restart the Raspberry Pi and try again.</source>
        <translation>Raspberry Piを再起動して、もう一度お試しください。</translation>
    </message>
    <message>
        <source>TwinLAN does not understand the Raspberry Pi&apos;s answer.</source>
        <translation>Raspberry Piの応答を読み取れませんでした。</translation>
    </message>
    <message>
        <source>It may not run Raspberry Pi OS, or its SD card may be damaged.</source>
        <translation>Raspberry Pi OSではないか、SDカードが壊れている可能性があります。</translation>
    </message>
    <message>
        <source>Restart the Raspberry Pi and try again, or rewrite its SD card.</source>
        <translation>Raspberry Piを再起動してもう一度試すか、SDカードを作り直してください。</translation>
    </message>
    <message>
        <source>The saved settings cannot be read.</source>
        <translation>保存した設定を読み込めません。</translation>
    </message>
    <message>
        <source>The file is damaged or is not from TwinLAN.</source>
        <translation>ファイルが壊れているか、TwinLANのファイルではありません。</translation>
    </message>
    <message>
        <source>Start a new setup. The Raspberry Pis are not affected.</source>
        <translation>新しく設定を始めてください。Raspberry Piには影響しません。</translation>
    </message>
    <message>
        <source>The saved settings are from a newer TwinLAN.</source>
        <translation>新しいバージョンのTwinLANで保存された設定です。</translation>
    </message>
    <message>
        <source>This older version could misunderstand them.</source>
        <translation>この古いバージョンでは、正しく読み取れないおそれがあります。</translation>
    </message>
    <message>
        <source>Install the newest TwinLAN.</source>
        <translation>最新のTwinLANをインストールしてください。</translation>
    </message>
    <message>
        <source>The addresses in the settings do not fit together.</source>
        <translation>設定のIPアドレスの組み合わせに問題があります。</translation>
    </message>
    <message>
        <source>With them both homes could lose their connection.</source>
        <translation>このままでは、両方の家で通信できなくなるおそれがあります。</translation>
    </message>
    <message>
        <source>Go back to “Routers” and use “Fix it”.</source>
        <translation>「ルーター」に戻り、「自動で直す」を押してください。</translation>
    </message>
    <message>
        <source>The Raspberry Pi&apos;s SD card is full.</source>
        <translation>Raspberry PiのSDカードがいっぱいです。</translation>
    </message>
    <message>
        <source>There is no space for the backup and the required software.</source>
        <translation>バックアップと必要なソフトウェアを入れる空きがありません。</translation>
    </message>
    <message>
        <source>Delete something there, or use a larger SD card.</source>
        <translation>不要なものを消すか、容量の大きいSDカードをお使いください。</translation>
    </message>
    <message>
        <source>The Raspberry Pi cannot download software.</source>
        <translation>Raspberry Piがソフトウェアをダウンロードできません。</translation>
    </message>
    <message>
        <source>It has no internet connection at the moment, or the download servers do not answer.</source>
        <translation>インターネットにつながっていないか、ダウンロード元が応答していません。</translation>
    </message>
    <message>
        <source>Check that home&apos;s internet connection, and try again.</source>
        <translation>その家のインターネット接続を確かめて、もう一度お試しください。</translation>
    </message>
    <message>
        <source>The Raspberry Pi is busy installing something else.</source>
        <translation>Raspberry Piは、ほかのソフトウェアをインストールしている最中です。</translation>
    </message>
    <message>
        <source>After switching on it often updates itself for some minutes.</source>
        <translation>電源を入れた直後は、数分間、自動的に更新していることがあります。</translation>
    </message>
    <message>
        <source>Wait a few minutes, and try again.</source>
        <translation>数分待ってから、もう一度お試しください。</translation>
    </message>
    <message>
        <source>An earlier installation on the Raspberry Pi was not finished.</source>
        <translation>Raspberry Piで、以前のインストールが終わっていません。</translation>
    </message>
    <message>
        <source>Until that is fixed, nothing else can be installed.</source>
        <translation>完了するまで、ほかのソフトウェアを入れられません。</translation>
    </message>
    <message>
        <source>Restart the Raspberry Pi and try again. If that doesn&apos;t help, rewrite its SD card.</source>
        <translation>Raspberry Piを再起動してもう一度お試しください。直らないときは、SDカードを作り直してください。</translation>
    </message>
    <message>
        <source>Another TwinLAN is working on this Raspberry Pi.</source>
        <translation>ほかのTwinLANが、このRaspberry Piを設定しています。</translation>
    </message>
    <message>
        <source>Only one can work at a time.</source>
        <translation>同時には設定できません。</translation>
    </message>
    <message>
        <source>A new setting was tested before it was applied, and failed.</source>
        <translation>新しい設定を適用する前の検査で、問題が見つかりました。</translation>
    </message>
    <message>
        <source>It was not applied. The Raspberry Pi still works as before.</source>
        <translation>設定は変更していません。Raspberry Piはこれまでどおり動いています。</translation>
    </message>
    <message>
        <source>Update the Raspberry Pi&apos;s system and try again.</source>
        <translation>Raspberry Piのシステムを更新して、もう一度お試しください。</translation>
    </message>
    <message>
        <source>This Raspberry Pi is connected by Wi-Fi.</source>
        <translation>このRaspberry PiはWi-Fiでつながっています。</translation>
    </message>
    <message>
        <source>Joining two homes works over a LAN cable only.</source>
        <translation>2つの家をつなぐには、LANケーブルでの接続が必要です。</translation>
    </message>
    <message>
        <source>Connect the Raspberry Pi to the router with a LAN cable, and try again.</source>
        <translation>Raspberry PiをLANケーブルでルーターにつないで、もう一度お試しください。</translation>
    </message>
    <message>
        <source>The Raspberry Pi&apos;s system lacks a network feature.</source>
        <translation>Raspberry Piのシステムに、必要なネットワーク機能がありません。</translation>
    </message>
    <message>
        <source>Without it the two homes cannot be joined.</source>
        <translation>この機能がないと、2つの家をつなげません。</translation>
    </message>
    <message>
        <source>Update the Raspberry Pi&apos;s system, restart it, and try again.</source>
        <translation>Raspberry Piのシステムを更新し、再起動してから、もう一度お試しください。</translation>
    </message>
    <message>
        <source>Tailscale is not installed on the Raspberry Pi.</source>
        <translation>Raspberry PiにTailscaleが入っていません。</translation>
    </message>
    <message>
        <source>Tailscale makes the secure link between the two homes.</source>
        <translation>Tailscaleは、2つの家の間に安全な通り道を作ります。</translation>
    </message>
    <message>
        <source>Tailscale is not running on the Raspberry Pi.</source>
        <translation>Raspberry PiでTailscaleが動いていません。</translation>
    </message>
    <message>
        <source>Without it there is no link to the other home.</source>
        <translation>Tailscaleがないと、もう一方の家とつながりません。</translation>
    </message>
    <message>
        <source>Tailscale on the Raspberry Pi is too old.</source>
        <translation>Raspberry PiのTailscaleが古すぎます。</translation>
    </message>
    <message>
        <source>Version 1.36 or newer is needed.</source>
        <translation>バージョン1.36以降が必要です。</translation>
    </message>
    <message>
        <source>The Raspberry Pi is not logged in to Tailscale.</source>
        <translation>Raspberry PiがTailscaleにログインしていません。</translation>
    </message>
    <message>
        <source>Without a login there is no link to the other home.</source>
        <translation>ログインしないと、もう一方の家とつながりません。</translation>
    </message>
    <message>
        <source>Go back to “Tailscale” and log in.</source>
        <translation>「Tailscale」に戻って、ログインしてください。</translation>
    </message>
    <message>
        <source>The login timed out.</source>
        <translation>時間内にログインがありませんでした。</translation>
    </message>
    <message>
        <source>The link for the login is no longer valid.</source>
        <translation>ログイン用のリンクは、もう使えません。</translation>
    </message>
    <message>
        <source>The two Raspberry Pis are not connected in Tailscale.</source>
        <translation>2台のRaspberry Piが、Tailscaleでつながっていません。</translation>
    </message>
    <message>
        <source>The other one is off, offline, or logged in with another account.</source>
        <translation>もう一方の電源が切れているか、オフラインか、別のアカウントでログインしています。</translation>
    </message>
    <message>
        <source>Check that both are on and logged in with the same account.</source>
        <translation>2台とも電源が入り、同じアカウントでログインしているか確かめてください。</translation>
    </message>
    <message>
        <source>Nothing passes between the two Raspberry Pis.</source>
        <translation>2台のRaspberry Piの間で通信できません。</translation>
    </message>
    <message>
        <source>The rules of your Tailscale account do not let them talk to each other.</source>
        <translation>お使いのTailscaleアカウントのルールが、2台の通信を許可していません。</translation>
    </message>
    <message>
        <source>Allow all connections between the two in Tailscale&apos;s access rules, and try again.</source>
        <translation>Tailscaleのアクセスルールで2台の間の通信をすべて許可し、もう一度お試しください。</translation>
    </message>
    <message>
        <source>The new network did not start.</source>
        <translation>新しいネットワークが起動しませんでした。</translation>
    </message>
    <message>
        <source>The Raspberry Pi was restored and works as before.</source>
        <translation>Raspberry Piは元に戻り、これまでどおり動いています。</translation>
    </message>
    <message>
        <source>The Raspberry Pi restored itself.</source>
        <translation>Raspberry Piが自動的に元に戻りました。</translation>
    </message>
    <message>
        <source>It could not be reached in time, so the safety timer undid everything.</source>
        <translation>時間内に接続を確認できなかったため、安全タイマーがすべて元に戻しました。</translation>
    </message>
    <message>
        <source>Check cable and internet, and try again.</source>
        <translation>ケーブルとインターネット接続を確かめて、もう一度お試しください。</translation>
    </message>
    <message>
        <source>Wait a minute, and try again.</source>
        <translation>1分ほど待って、もう一度お試しください。</translation>
    </message>
    <message>
        <source>Something unexpected happened in TwinLAN.</source>
        <translation>TwinLANで予期しない問題が起きました。</translation>
    </message>
    <message>
        <source>This is a bug in TwinLAN. You did nothing wrong.</source>
        <translation>TwinLANの不具合です。操作の間違いではありません。</translation>
    </message>
    <message>
        <source>Try again. If it happens again, please report it with the details.</source>
        <translation>もう一度お試しください。何度も起きる場合は、「詳細を表示」の内容を添えてお知らせください。</translation>
    </message>
    <message>
        <source>The Raspberry Pi</source>
        <translation>Raspberry Pi</translation>
    </message>
    <message>
        <source>Connect as the user that was chosen when the SD card was written.</source>
        <translation>SDカードを作ったときに決めたユーザー名で接続してください。</translation>
    </message>
    <message>
        <source>A network was set up by hand on this Raspberry Pi.</source>
        <translation>このRaspberry Piには、手作業で作られたネットワーク設定があります。</translation>
    </message>
    <message>
        <source>It may come from an online guide or another program. TwinLAN leaves it alone.</source>
        <translation>ほかの解説記事の手順や、別のソフトウェアで作られた設定です。TwinLANは変更しません。</translation>
    </message>
    <message>
        <source>Rewrite its SD card, use another Raspberry Pi, or ask whoever set it up to undo it. Then try again.</source>
        <translation>SDカードを作り直すか、別のRaspberry Piをお使いください。設定した人に元に戻してもらってから、もう一度試すこともできます。</translation>
    </message>
    <message>
        <source>A Raspberry Pi did not pass the test after the change, so it was restored.</source>
        <translation>変更後の動作確認に失敗したため、Raspberry Piを元に戻しました。</translation>
    </message>
    <message>
        <source>It works as before. Until the test is passed, the two homes are not joined.</source>
        <translation>前と同じように使えます。動作を確認できるまで、2つの家はつながりません。</translation>
    </message>
    <message>
        <source>TwinLAN can replace it. What is there now is kept, and comes back when you undo everything.</source>
        <translation>TwinLANに置き換えることができます。今の設定は残しておくので、すべて元に戻せば、また使えます。</translation>
    </message>
    <message>
        <source>If you want that, go back to “Check-up” and tick the box at the top. If not, use another Raspberry Pi.</source>
        <translation>置き換える場合は、「事前チェック」に戻り、上のチェックボックスにチェックを入れてください。置き換えない場合は、別のRaspberry Piをお使いください。</translation>
    </message>
    <message>
        <source>The Raspberry Pi&apos;s SD card does not take any changes.</source>
        <translation>Raspberry PiのSDカードに書き込めません。</translation>
    </message>
    <message>
        <source>A card that is worn out protects itself like this. Nothing was changed.</source>
        <translation>SDカードが古くなると、書き込めなくなることがあります。何も変更していません。</translation>
    </message>
    <message>
        <source>Restart the Raspberry Pi and try again. If that doesn&apos;t help, use a new SD card.</source>
        <translation>Raspberry Piを再起動して、もう一度お試しください。それでも同じなら、新しいSDカードをお使いください。</translation>
    </message>
    <message>
        <source>A settings file of the Raspberry Pi is not where it should be.</source>
        <translation>Raspberry Piの設定ファイルが、あるべき場所にありません。</translation>
    </message>
    <message>
        <source>The Raspberry Pi could not be restored completely.</source>
        <translation>Raspberry Piを完全には元に戻せませんでした。</translation>
    </message>
    <message>
        <source>Some of its settings are still those of the setup. Everything needed to bring the old ones back is kept on it, and it tries again at each restart.</source>
        <translation>一部の設定が、変更されたまま残っています。元に戻すために必要なものはすべてRaspberry Piに残してあり、再起動するたびにもう一度試します。</translation>
    </message>
    <message>
        <source>If its SD card is full, delete something there. Then restart the Raspberry Pi, wait two minutes, and try again. If that doesn&apos;t help, the SD card may be worn out.</source>
        <translation>SDカードがいっぱいなら、不要なものを削除してください。そのあとRaspberry Piを再起動し、2分待って、もう一度お試しください。それでも同じなら、SDカードの寿命かもしれません。</translation>
    </message>
    <message>
        <source>This Raspberry Pi forgets every change when it restarts.</source>
        <translation>このRaspberry Piは、再起動するたびに変更が消えます。</translation>
    </message>
    <message>
        <source>Turn that off: in a terminal type “sudo raspi-config”, choose “Performance Options”, then “Overlay File System”. Restart the Raspberry Pi, and check again.</source>
        <translation>この設定をオフにしてください。ターミナルで「sudo raspi-config」と入力し、「Performance Options」、「Overlay File System」の順に選びます。Raspberry Piを再起動してから、もう一度確認してください。</translation>
    </message>
    <message>
        <source>A program on the Raspberry Pi would have to go.</source>
        <translation>Raspberry Piに入っているソフトウェアと競合します。</translation>
    </message>
    <message>
        <source>TwinLAN needs a program that cannot be installed together with “%1”. It removes nothing that somebody else has installed.</source>
        <translation>必要なソフトウェアを「%1」と一緒に入れておくことができません。TwinLANは、ほかの人が入れたソフトウェアを削除しません。</translation>
    </message>
    <message>
        <source>If nobody needs it there, ask the person who installed it to remove “%1”. Then try again.</source>
        <translation>使っていなければ、入れた人に「%1」を削除してもらってください。そのあと、もう一度お試しください。</translation>
    </message>
    <message>
        <source>After its next start, this Raspberry Pi could not be reached any more.</source>
        <translation>このままでは、次に起動したときに、このRaspberry Piにつながらなくなります。</translation>
    </message>
    <message>
        <source>Something that was set on it before would keep TwinLAN&apos;s network from coming up. Nothing was changed; it still works as before.</source>
        <translation>以前からの設定のひとつが、起動のときにTwinLANのネットワークを妨げます。まだ何も変更していません。これまでどおり使えます。</translation>
    </message>
    <message>
        <source>“Show details” names the setting. Ask the person who made it to undo it, then try again.</source>
        <translation>設定の名前は「詳細を表示」にあります。設定した人に元に戻してもらってから、もう一度お試しください。</translation>
    </message>
    <message>
        <source>Tailscale on %1 has no connection at the moment.</source>
        <translation>%1のTailscaleが今、どこにもつながっていません。</translation>
    </message>
    <message>
        <source>It runs and is logged in, but it reaches neither its own servers nor the other home. That happens after a restart, even where the internet works.</source>
        <translation>動いていてログインもしていますが、Tailscaleのサーバーにも、もう一方の家にも届きません。インターネットが使えていても、再起動のあとに起きることがあります。</translation>
    </message>
    <message>
        <source>Restart Tailscale there (in a terminal: “sudo systemctl restart tailscaled”) or that Raspberry Pi, wait a minute, and try again.</source>
        <translation>そのRaspberry PiでTailscaleを再起動するか（ターミナルで「sudo systemctl restart tailscaled」）、Raspberry Piごと再起動し、1分待ってから、もう一度お試しください。</translation>
    </message>
    <message>
        <source>Change the address of the router of %1 to %2, in the router&apos;s own settings. Then restart that router and the Raspberry Pi there, and try again.</source>
        <translation>%1のルーターの設定画面で、ルーターのIPアドレスを%2に変えてください。そのルーターとそこのRaspberry Piを再起動してから、もう一度お試しください。</translation>
    </message>
    <message>
        <source>Change the address of one of the two routers as planned on the page “Routers”. Then restart that router and the Raspberry Pi there, and try again.</source>
        <translation>どちらかのルーターのIPアドレスを、「ルーター」のページで決めたとおりに変えてください。そのルーターとそこのRaspberry Piを再起動してから、もう一度お試しください。</translation>
    </message>
    <message>
        <source>The routers of both homes have the same address (%1).</source>
        <translation>両方の家のルーターのIPアドレスが同じです（%1）。</translation>
    </message>
    <message>
        <source>The routers of both homes have the same address.</source>
        <translation>両方の家のルーターのIPアドレスが同じです。</translation>
    </message>
    <message>
        <source>In one network, each device would find two routers with that address, and lose its internet connection. So the homes are not joined.</source>
        <translation>このままつなぐと、同じIPアドレスのルーターが2台あることになり、どの機器もインターネットにつながらなくなります。そのため、2つの家はつなぎません。</translation>
    </message>
    <message>
        <source>Tailscale runs in a limited way.</source>
        <translation>Tailscaleが制限された状態で動いています。</translation>
    </message>
    <message>
        <source>It runs in userspace mode, without a network device of its own, so the homes cannot be joined.</source>
        <translation>Tailscaleが簡易モード（userspace）で動いているため、2つの家をつなげません。</translation>
    </message>
    <message>
        <source>Reinstall Tailscale in the usual way, and restart the Raspberry Pi.</source>
        <translation>Tailscaleを通常の方法で入れ直し、Raspberry Piを再起動してください。</translation>
    </message>
    <message>
        <source>Close that TwinLAN, or wait until it has finished, and try again.</source>
        <translation>そのTwinLANを閉じるか、終わるのを待ってから、もう一度お試しください。</translation>
    </message>
    <message>
        <source>Press “Get a new link”.</source>
        <translation>「新しいリンクを取得する」を押してください。</translation>
    </message>
    <message>
        <source>What is changed does not stay on its SD card, so the setup would be gone after the next restart.</source>
        <translation>変更がSDカードに残らない設定です。このまま設定しても、次の再起動で消えてしまいます。</translation>
    </message>
    <message>
        <source>In its place there is a pointer to something that is not there, or that is no file. Nothing was changed.</source>
        <translation>その場所には、存在しないもの、またはファイルではないものへの参照があります。何も変更していません。</translation>
    </message>
    <message>
        <source>“Show details” names the file. Ask whoever set up this Raspberry Pi to restore it, and try again.</source>
        <translation>ファイルの名前は「詳細を表示」にあります。このRaspberry Piを用意した人に元の場所へ戻してもらってから、もう一度お試しください。</translation>
    </message>
    <message>
        <source>TwinLAN cannot update Tailscale on this Raspberry Pi.</source>
        <translation>このRaspberry PiのTailscaleは、TwinLANからは更新できません。</translation>
    </message>
    <message>
        <source>It was not installed as a package, so a second one would get in its way.</source>
        <translation>パッケージ以外の方法でインストールされているため、もう1つ入れるとぶつかります。</translation>
    </message>
    <message>
        <source>Go back to where you log in to Tailscale. A button there installs it.</source>
        <translation>Tailscaleにログインする画面に戻ってください。そこにあるボタンでインストールできます。</translation>
    </message>
    <message>
        <source>Go back to where you log in to Tailscale. A button there updates it.</source>
        <translation>Tailscaleにログインする画面に戻ってください。そこにあるボタンで更新できます。</translation>
    </message>
    <message>
        <source>Remove it in the way it was installed, or ask whoever did that. Then try again.</source>
        <translation>インストールしたときの方法で取り除くか、インストールした人に頼んでください。そのあと、もう一度お試しください。</translation>
    </message>
    <message>
        <source>The error was copied. You can paste it into a message.</source>
        <translation>エラーの内容をコピーしました。メールやメッセージに貼り付けられます。</translation>
    </message>
    <message>
        <source>Tailscale leads this home&apos;s network to another device.</source>
        <translation>Tailscaleが、この家のネットワークあての通信をほかの機器に送っています。</translation>
    </message>
    <message>
        <source>Another device in your Tailscale network offers the addresses of this home (a “subnet router”). So the Raspberry Pi sends its answers there, and not into its own home.</source>
        <translation>Tailscaleにつないだ別の機器（サブネットルーター）が、この家と同じIPアドレスの範囲を公開しています。そのため、Raspberry Piの応答が家の中に届きません。</translation>
    </message>
    <message>
        <source>On Tailscale&apos;s website open “Machines”, find the device marked “Subnets”, and switch that network off in its menu “…”. Then try again.</source>
        <translation>Tailscaleのウェブサイトで「Machines」を開き、「Subnets」と表示された機器のメニュー「…」で、その範囲をオフにします。そのあと、もう一度お試しください。</translation>
    </message>
    <message>
        <source>Tailscale has to let the Raspberry Pi in first.</source>
        <translation>Tailscaleで、Raspberry Piの承認が必要です。</translation>
    </message>
    <message>
        <source>You are logged in. But in your Tailscale network an administrator approves each new device, and until then it has no link to the other home.</source>
        <translation>ログインは済んでいます。ただし、このTailscaleネットワークでは、新しい機器を管理者が承認します。承認されるまで、もう一方の家とはつながりません。</translation>
    </message>
    <message>
        <source>On Tailscale&apos;s website open “Machines”, and choose “Approve” in the menu “…” of this Raspberry Pi. Then try again.</source>
        <translation>Tailscaleのウェブサイトで「Machines」を開き、このRaspberry Piのメニュー「…」で「Approve」を選んでください。そのあと、もう一度お試しください。</translation>
    </message>
    <message>
        <source>Tailscale on the Raspberry Pi lets no connection in.</source>
        <translation>Raspberry PiのTailscaleが、外からの接続を受け付けません。</translation>
    </message>
    <message>
        <source>It is set to block incoming connections (“shields up”), so the other home cannot reach it.</source>
        <translation>外からの接続を拒否する設定（Shields up）になっているため、もう一方の家から接続できません。</translation>
    </message>
    <message>
        <source>Ask the person who set it up to allow them (in a terminal: “sudo tailscale set --shields-up=false”). Then check again.</source>
        <translation>設定した人に、接続の許可を依頼してください（ターミナルでは「sudo tailscale set --shields-up=false」）。そのあと、もう一度確認してください。</translation>
    </message>
</context>
<context>
    <name>Findings</name>
    <message>
        <source>Connected by LAN cable</source>
        <translation>LANケーブルでつながっています</translation>
    </message>
    <message>
        <source>Not connected by LAN cable</source>
        <translation>LANケーブルでつながっていません</translation>
    </message>
    <message>
        <source>Joining two homes works over a LAN cable only, not over Wi-Fi.</source>
        <translation>2つの家をつなぐには、Wi-FiではなくLANケーブルでの接続が必要です。</translation>
    </message>
    <message>
        <source>Connect the Raspberry Pi to the router with a LAN cable.</source>
        <translation>Raspberry PiをLANケーブルでルーターにつないでください。</translation>
    </message>
    <message>
        <source>Fast LAN port</source>
        <translation>LANの速度は十分です</translation>
    </message>
    <message>
        <source>Slow LAN port (%1 Mb/s)</source>
        <translation>LANの速度が遅めです（%1 Mbps）</translation>
    </message>
    <message>
        <source>Everything works, but video and large backups are slow.</source>
        <translation>問題なく使えますが、動画や大きなバックアップは遅くなります。</translation>
    </message>
    <message>
        <source>For more speed use a Raspberry Pi 4 or newer, or another cable.</source>
        <translation>速くするには、Raspberry Pi 4以降か、別のケーブルをお使いください。</translation>
    </message>
    <message>
        <source>Everything works, but large transfers are slower.</source>
        <translation>問題なく使えますが、大きなデータの転送は遅めです。</translation>
    </message>
    <message>
        <source>For more speed write the 64-bit system onto the SD card.</source>
        <translation>速くするには、64ビットのシステムでSDカードを作り直してください。</translation>
    </message>
    <message>
        <source>All required network features are available</source>
        <translation>必要なネットワーク機能がそろっています</translation>
    </message>
    <message>
        <source>Without it the two homes cannot be joined.</source>
        <translation>この機能がないと、2つの家をつなげません。</translation>
    </message>
    <message>
        <source>Update the Raspberry Pi&apos;s system and restart it.</source>
        <translation>Raspberry Piのシステムを更新して、再起動してください。</translation>
    </message>
    <message>
        <source>Enough space on the SD card</source>
        <translation>SDカードの空きは十分です</translation>
    </message>
    <message>
        <source>Little space on the SD card (%1 MB free)</source>
        <translation>SDカードの空きが少なくなっています（残り%1 MB）</translation>
    </message>
    <message>
        <source>The software and the backup need some space.</source>
        <translation>必要なソフトウェアとバックアップのために、空きが必要です。</translation>
    </message>
    <message>
        <source>Delete something there, or use a larger SD card.</source>
        <translation>不要なものを消すか、容量の大きいSDカードをお使いください。</translation>
    </message>
    <message>
        <source>The clock is right</source>
        <translation>時計は合っています</translation>
    </message>
    <message>
        <source>The clock is wrong by %1 min</source>
        <translation>時計が%1分ずれています</translation>
    </message>
    <message>
        <source>Downloads and logins fail when the clock is far off.</source>
        <translation>時計が大きくずれていると、ダウンロードやログインに失敗します。</translation>
    </message>
    <message>
        <source>Connect it to the internet and wait some minutes; it then sets its clock by itself.</source>
        <translation>インターネットにつないで数分待ってください。時計は自動的に合います。</translation>
    </message>
    <message>
        <source>No manual network setup found</source>
        <translation>手作業で作られたネットワーク設定はありません</translation>
    </message>
    <message>
        <source>Another TwinLAN is working on it</source>
        <translation>ほかのTwinLANが設定しています</translation>
    </message>
    <message>
        <source>A setup was interrupted here</source>
        <translation>設定が途中で止まっています</translation>
    </message>
    <message>
        <source>Nobody has checked yet that it works. The Raspberry Pi restores itself in %1 seconds.</source>
        <translation>正しく動くことが、まだ確かめられていません。このRaspberry Piは、あと%1秒で自動的に元に戻ります。</translation>
    </message>
    <message>
        <source>Continue: the unfinished changes are undone first, then setup starts over.</source>
        <translation>このまま進むと、途中の変更を元に戻してから、設定を最初からやり直します。</translation>
    </message>
    <message>
        <source>Tailscale is installed (%1)</source>
        <translation>Tailscaleが入っています（%1）</translation>
    </message>
    <message>
        <source>Tailscale is missing or too old</source>
        <translation>Tailscaleがないか、古すぎます</translation>
    </message>
    <message>
        <source>Version 1.36 or newer is needed.</source>
        <translation>バージョン1.36以降が必要です。</translation>
    </message>
    <message>
        <source>Tailscale works as it should</source>
        <translation>Tailscaleは正しく動いています</translation>
    </message>
    <message>
        <source>Logged in to Tailscale</source>
        <translation>Tailscaleにログインしています</translation>
    </message>
    <message>
        <source>Not logged in to Tailscale</source>
        <translation>Tailscaleにログインしていません</translation>
    </message>
    <message>
        <source>Without a login there is no link to the other home.</source>
        <translation>ログインしないと、もう一方の家とつながりません。</translation>
    </message>
    <message>
        <source>Go back and log in.</source>
        <translation>前に戻って、ログインしてください。</translation>
    </message>
    <message>
        <source>The login does not expire</source>
        <translation>ログインに期限はありません</translation>
    </message>
    <message>
        <source>The login has expired (%1)</source>
        <translation>ログインの期限が切れています（%1）</translation>
    </message>
    <message>
        <source>The login expires on %1</source>
        <translation>ログインの期限は%1です</translation>
    </message>
    <message>
        <source>After that, the homes are disconnected until someone logs in again.</source>
        <translation>期限が切れると、ログインし直すまで2つの家の接続が切れます。</translation>
    </message>
    <message>
        <source>On Tailscale&apos;s website open “Machines”, and choose “Disable key expiry” in the menu “…” of this Raspberry Pi.</source>
        <translation>Tailscaleのウェブサイトで「Machines」を開き、このRaspberry Piの「…」から「Disable key expiry」を選んでください。</translation>
    </message>
    <message>
        <source>The two are connected in Tailscale</source>
        <translation>2台はTailscaleでつながっています</translation>
    </message>
    <message>
        <source>Tailscale says that Raspberry Pi B is offline</source>
        <translation>Tailscaleでは、Raspberry Pi Bがオフラインと表示されています</translation>
    </message>
    <message>
        <source>Sometimes this is only shown late.</source>
        <translation>表示が遅れているだけのこともあります。</translation>
    </message>
    <message>
        <source>If the next steps fail, restart Raspberry Pi B.</source>
        <translation>このあとうまくいかないときは、Raspberry Pi Bを再起動してください。</translation>
    </message>
    <message>
        <source>The two are not connected in Tailscale</source>
        <translation>2台がTailscaleでつながっていません</translation>
    </message>
    <message>
        <source>They are logged in with two different accounts.</source>
        <translation>それぞれ別のアカウントでログインしています。</translation>
    </message>
    <message>
        <source>Log in on both with the same Tailscale account.</source>
        <translation>2台とも、同じTailscaleアカウントでログインしてください。</translation>
    </message>
    <message>
        <source>Two different Raspberry Pis</source>
        <translation>2台は別々のRaspberry Piです</translation>
    </message>
    <message>
        <source>This is the same Raspberry Pi twice</source>
        <translation>同じRaspberry Piを2回選んでいます</translation>
    </message>
    <message>
        <source>Each home needs a Raspberry Pi of its own.</source>
        <translation>家ごとに1台ずつ、Raspberry Piが必要です。</translation>
    </message>
    <message>
        <source>Go back to “Raspberry Pi B” and choose the other one.</source>
        <translation>「Raspberry Pi B」に戻って、もう一方を選んでください。</translation>
    </message>
    <message>
        <source>The router has the planned address</source>
        <translation>ルーターのIPアドレスは予定どおりです</translation>
    </message>
    <message>
        <source>The router is %1, not as planned</source>
        <translation>ルーターのIPアドレスが予定と違います（実際は%1）</translation>
    </message>
    <message>
        <source>If the homes are joined like this, addresses may collide, and devices may lose their connection.</source>
        <translation>このままつなぐと、IPアドレスが重なって、通信できなくなるおそれがあります。</translation>
    </message>
    <message>
        <source>Change the router&apos;s address, or go back to “Routers” and type the real one.</source>
        <translation>ルーターのIPアドレスを変えるか、「ルーター」に戻って実際のIPアドレスを入力してください。</translation>
    </message>
    <message>
        <source>The Raspberry Pis and the routers have different addresses</source>
        <translation>Raspberry PiとルーターのIPアドレスは重なっていません</translation>
    </message>
    <message>
        <source>The address %1 is used twice</source>
        <translation>IPアドレス%1が重なっています</translation>
    </message>
    <message>
        <source>Two devices with one address lose their connection.</source>
        <translation>同じIPアドレスの機器が2台あると、通信できなくなります。</translation>
    </message>
    <message>
        <source>Change the DHCP range of one router and restart that Raspberry Pi.</source>
        <translation>どちらかのルーターのDHCPの割り当て範囲を変え、そのRaspberry Piを再起動してください。</translation>
    </message>
    <message>
        <source>The other Raspberry Pi is set up, this one is not</source>
        <translation>もう一方のRaspberry Piは設定済みですが、こちらはまだです</translation>
    </message>
    <message>
        <source>Either a setup did not finish, or this Raspberry Pi is new.</source>
        <translation>設定が途中で止まったか、このRaspberry Piが新しいかのどちらかです。</translation>
    </message>
    <message>
        <source>Continue, and the setup is finished. To undo everything instead, go back to the first page.</source>
        <translation>このまま進むと、設定を最後まで行います。すべて元に戻すには、最初のページに戻ってください。</translation>
    </message>
    <message>
        <source>The removal did not finish (%1)</source>
        <translation>元に戻す作業が途中で止まっています（%1）</translation>
    </message>
    <message>
        <source>One of the Raspberry Pis may still be set up.</source>
        <translation>どちらかのRaspberry Piに、まだ設定が残っているかもしれません。</translation>
    </message>
    <message>
        <source>Press “Remove TwinLAN…” to finish it.</source>
        <translation>「設定を取り消す…」を押すと、最後まで行えます。</translation>
    </message>
    <message>
        <source>The last setup did not finish (%1)</source>
        <translation>前回の設定が途中で止まっています（%1）</translation>
    </message>
    <message>
        <source>A Raspberry Pi that was being changed has restored itself after about two minutes.</source>
        <translation>変更の途中だったRaspberry Piは、2分ほどで自動的に元に戻っています。</translation>
    </message>
    <message>
        <source>Finish the setup, or undo everything.</source>
        <translation>設定を再開するか、すべて元に戻してください。</translation>
    </message>
    <message>
        <source>It may come from an online guide or another program. TwinLAN leaves it alone.</source>
        <translation>ほかの解説記事の手順や、別のソフトウェアで作られた設定です。TwinLANは変更しません。</translation>
    </message>
    <message>
        <source>Rewrite its SD card, use another Raspberry Pi, or ask whoever set it up to undo it. Then check again.</source>
        <translation>SDカードを作り直すか、別のRaspberry Piをお使いください。設定した人に元に戻してもらってから、もう一度確認することもできます。</translation>
    </message>
    <message>
        <source>They belong to other programs, for example Docker. They stay as they are, beside TwinLAN.</source>
        <translation>Dockerなど、ほかのソフトウェアのものです。TwinLANとは別に、そのまま使えます。</translation>
    </message>
    <message>
        <source>There is nothing to do.</source>
        <translation>何もする必要はありません。</translation>
    </message>
    <message>
        <source>TwinLAN can replace it. What is there now is kept, and comes back when you undo everything.</source>
        <translation>TwinLANに置き換えることができます。今の設定は残しておくので、すべて元に戻せば、また使えます。</translation>
    </message>
    <message>
        <source>If you want that, tick the box at the top. If not, use another Raspberry Pi.</source>
        <translation>置き換える場合は、上のチェックボックスにチェックを入れてください。置き換えない場合は、別のRaspberry Piをお使いください。</translation>
    </message>
    <message>
        <source>TwinLAN replaces it. What is there now is kept. When you undo everything, it comes back and the Raspberry Pi restarts.</source>
        <translation>TwinLANに置き換えます。今の設定は残しておきます。すべて元に戻すと、Raspberry Piが再起動して、今の設定に戻ります。</translation>
    </message>
    <message>
        <source>No conflicting software</source>
        <translation>競合するソフトウェアはありません</translation>
    </message>
    <message>
        <source>Changes survive a restart</source>
        <translation>変更は再起動しても残ります</translation>
    </message>
    <message>
        <source>At one of its starts, TwinLAN&apos;s network did not come up here</source>
        <translation>起動したときに、TwinLANのネットワークにつながりませんでした</translation>
    </message>
    <message>
        <source>So that it can be reached, the Raspberry Pi has gone back to the network it had before the setup. The homes are not joined.</source>
        <translation>つながらないままにならないように、Raspberry Piは設定する前のネットワークに戻りました。2つの家は今つながっていません。</translation>
    </message>
    <message>
        <source>Continue, and it is set up again. To undo everything instead, go back to the first page.</source>
        <translation>このまま進むと、もう一度設定します。すべて元に戻すときは、最初のページに戻ってください。</translation>
    </message>
    <message>
        <source>Tailscale has a connection</source>
        <translation>Tailscaleはつながっています</translation>
    </message>
    <message>
        <source>Tailscale itself says: “%1”</source>
        <translation>Tailscale自身の表示：「%1」</translation>
    </message>
    <message>
        <source>Close that TwinLAN, or wait until it has finished.</source>
        <translation>そのTwinLANを閉じるか、終わるのを待ってください。</translation>
    </message>
    <message>
        <source>A network feature is missing</source>
        <translation>必要なネットワーク機能がありません</translation>
    </message>
    <message>
        <source>A network was set up here by hand</source>
        <translation>手作業で作られたネットワーク設定があります</translation>
    </message>
    <message>
        <source>Other networks found</source>
        <translation>ほかのネットワークもあります</translation>
    </message>
    <message>
        <source>A firewall here has rules for the LAN port</source>
        <translation>LANポートを対象にしたファイアウォールのルールがあります</translation>
    </message>
    <message>
        <source>After the setup they no longer apply. If that shuts you out, the Raspberry Pi restores itself after two minutes.</source>
        <translation>設定後はLANの出入口が変わるため、このルールは効かなくなります。接続できなくなったときは、2分後に自動的に元に戻ります。</translation>
    </message>
    <message>
        <source>Ask the person who made the rules to change them as “Show details” says.</source>
        <translation>「詳細を表示」の内容のとおりに、ルールを作った人に直してもらってください。</translation>
    </message>
    <message>
        <source>Rules for %1: after the setup the LAN is at “br_lan”. Allow the same there.</source>
        <translation>%1のルール：設定後のLANの出入口は「br_lan」です。そちらでも同じ通信を許可してください。</translation>
    </message>
    <message>
        <source>Some programs here serve the LAN port by its name</source>
        <translation>LANポートの名前を指定して動いているソフトウェアがあります</translation>
    </message>
    <message>
        <source>After the setup they no longer answer in your LAN. With Pi-hole, for example, no web address would be found any more.</source>
        <translation>設定後はLANの出入口が変わるため、これらのソフトウェアは応答しなくなります。たとえばPi-holeなら、家の中でウェブサイトを開けなくなります。</translation>
    </message>
    <message>
        <source>After the setup, ask the person who set them up to change them as “Show details” says.</source>
        <translation>設定が終わったら、「詳細を表示」の内容のとおりに、設定した人に直してもらってください。</translation>
    </message>
    <message>
        <source>%1: after the setup, write “br_lan” in place of the LAN port&apos;s name, and restart this Raspberry Pi.</source>
        <translation>%1：設定が終わったら、LANポートの名前を「br_lan」に書き換えて、このRaspberry Piを再起動してください。</translation>
    </message>
    <message>
        <source>Only one can work at a time.</source>
        <translation>同時には設定できません。</translation>
    </message>
    <message>
        <source>Supported system</source>
        <comment>the operating system, in the check-up</comment>
        <translation>対応しているOSです</translation>
    </message>
    <message>
        <source>64-bit system</source>
        <comment>the operating system, in the check-up</comment>
        <translation>64ビットのシステムです</translation>
    </message>
    <message>
        <source>32-bit system</source>
        <comment>the operating system, in the check-up</comment>
        <translation>32ビットのシステムです</translation>
    </message>
    <message>
        <source>This computer and the Raspberry Pi have different routers (%1)</source>
        <translation>このパソコンとRaspberry Piのルーターが違います（%1）</translation>
    </message>
    <message>
        <source>There are probably two routers in this home, one behind the other. Only devices behind the Raspberry Pi&apos;s router join the other home.</source>
        <translation>この家では、ルーターが2台つながっているようです。もう一方の家とつながるのは、Raspberry Piと同じルーターの機器だけです。</translation>
    </message>
    <message>
        <source>Plug the Raspberry Pi into the router that your devices use, or switch the second router to access point mode (AP or bridge). If this computer is not in that home, there is nothing to do.</source>
        <translation>ふだん使う機器と同じルーターにRaspberry Piをつなぐか、2台目のルーターをAPモード（ブリッジモード）に切り替えてください。このパソコンがその家にないときは、そのままでかまいません。</translation>
    </message>
    <message>
        <source>Go back to where you log in to Tailscale. A button there installs it.</source>
        <translation>Tailscaleにログインする画面に戻ってください。そこにあるボタンでインストールできます。</translation>
    </message>
    <message>
        <source>The internet of this Raspberry Pi goes through another device (an exit node)</source>
        <translation>このRaspberry Piのインターネットは、別の機器を経由しています（Exit node）</translation>
    </message>
    <message>
        <source>The homes can be joined like this. But without that device this Raspberry Pi has no internet, and the homes are disconnected.</source>
        <translation>このままでも2つの家をつなげます。ただし、その機器が止まると、Raspberry Piはインターネットを使えず、2つの家の接続も切れます。</translation>
    </message>
    <message>
        <source>If you do not need it, switch the exit node off in Tailscale.</source>
        <translation>必要がなければ、TailscaleでExit nodeをオフにしてください。</translation>
    </message>
    <message>
        <source>The router has given %1 to the Raspberry Pi, which is not in its DHCP range</source>
        <translation>ルーターがRaspberry Piに、割り当て範囲にないIPアドレス（%1）を割り当てています</translation>
    </message>
    <message>
        <source>The router probably still uses its old DHCP range. Then two devices may get one address and lose their connection.</source>
        <translation>ルーターの割り当て範囲が、まだ前のままのようです。このままでは、2台の機器に同じIPアドレスが割り当てられて、通信できなくなることがあります。</translation>
    </message>
    <message>
        <source>Set the DHCP range of this router as the page “Routers” says, then restart the Raspberry Pi. If the router is set to always give this address to the Raspberry Pi, there is nothing to do.</source>
        <translation>「ルーター」のページのとおりに、このルーターのDHCPの割り当て範囲を設定してから、Raspberry Piを再起動してください。ルーターで、このRaspberry PiにいつもこのIPアドレスを割り当てるように設定してあるときは、何もする必要はありません。</translation>
    </message>
</context>
<context>
    <name>Headless</name>
    <message>
        <source>Answer in JSON, one object a line.</source>
        <translation>結果をJSONで出力します（1行に1つ）。</translation>
    </message>
    <message>
        <source>Language of the answers: ja or en.</source>
        <translation>出力の言語：jaまたはen。</translation>
    </message>
    <message>
        <source>User on both Raspberry Pis.</source>
        <translation>2台のRaspberry Piに共通のユーザー名。</translation>
    </message>
    <message>
        <source>SSH port of both Raspberry Pis.</source>
        <translation>2台のRaspberry Piに共通のSSHポート。</translation>
    </message>
    <message>
        <source>Read the passwords from standard input: one line for A, one for B (missing: the same).</source>
        <translation>パスワードを標準入力から読みます（1行目がA、2行目がB。2行目がなければ同じ）。</translation>
    </message>
    <message>
        <source>Private key file for both Raspberry Pis.</source>
        <translation>2台のRaspberry Piに共通の秘密鍵ファイル。</translation>
    </message>
    <message>
        <source>File of the known host keys (default: the window&apos;s own).</source>
        <translation>既知のホスト鍵のファイル（省略時はウィンドウと同じもの）。</translation>
    </message>
    <message>
        <source>Trust a Raspberry Pi that is met for the first time. A changed key is refused all the same.</source>
        <translation>初めて接続するRaspberry Piを信頼します。鍵が変わっている場合は、この指定があっても接続しません。</translation>
    </message>
    <message>
        <source>The plan (default: the settings that the window saved).</source>
        <translation>計画のファイル（省略時はウィンドウで保存した設定）。</translation>
    </message>
    <message>
        <source>There are no saved settings; name a file.</source>
        <translation>保存した設定がありません。ファイルを指定してください。</translation>
    </message>
    <message>
        <source>The port is a number from 1 to 65535.</source>
        <translation>ポートは1から65535までの数字です。</translation>
    </message>
    <message>
        <source>The plan does not say where %1 is (lanHost or tailnetAddress).</source>
        <translation>計画に%1の場所（lanHostまたはtailnetAddress）がありません。</translation>
    </message>
    <message>
        <source>Nothing to do. Tunnel: A %1, B %2 (%3).</source>
        <translation>変更はありません。トンネル：A %1、B %2（%3）。</translation>
    </message>
    <message numerus="yes">
        <source>Done, %n step(s). Tunnel: A %1, B %2 (%3).</source>
        <translation>
            <numerusform>完了しました（%n個の手順）。トンネル：A %1、B %2（%3）。</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing to do.</source>
        <translation>変更はありません。</translation>
    </message>
    <message>
        <source>%1  %2  LAN %3  Tailscale %4 (%5)  setup: %6  tunnel: %7</source>
        <translation>%1  %2  LAN %3  Tailscale %4 (%5)  設定：%6  トンネル：%7</translation>
    </message>
    <message>
        <source>Both Raspberry Pis are as they were before the first setup.</source>
        <translation>2台のRaspberry Piを最初の設定の前の状態に戻しました。</translation>
    </message>
    <message>
        <source>undo: also remove the packages that the setup installed, where nothing else needs them.</source>
        <translation>undo：設定のときに入れたパッケージも、ほかで使われていなければ削除します。</translation>
    </message>
    <message>
        <source>undo: Raspberry Pi B is gone; undo Raspberry Pi A only.</source>
        <translation>undo：Raspberry Pi Bはもうありません。Raspberry Pi Aだけを元に戻します。</translation>
    </message>
    <message>
        <source>Raspberry Pi A is as it was before the first setup.</source>
        <translation>Raspberry Pi Aは、最初の設定の前の状態に戻りました。</translation>
    </message>
    <message>
        <source>apply, check: replace a network that was set up by hand. It is kept, and undo brings it back.</source>
        <translation>apply、check：手作業で作られたネットワーク設定をTwinLANに置き換えます。設定は残しておき、undoで元に戻します。</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a Raspberry Pi, and how its tunnel is</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Cannot read %1: %2</source>
        <comment>a file, and why</comment>
        <translation>%1を読み込めません：%2</translation>
    </message>
    <message>
        <source>sets both Raspberry Pis up as the plan says; does nothing where it is so already</source>
        <translation>計画どおりに2台のRaspberry Piを設定します（済んでいれば何もしません）</translation>
    </message>
    <message>
        <source>says what is in the way and which steps apply would run; changes nothing</source>
        <translation>問題になる点と、applyで実行される手順を表示します（何も変更しません）</translation>
    </message>
    <message>
        <source>says how both Raspberry Pis are doing</source>
        <translation>2台のRaspberry Piの状態を表示します</translation>
    </message>
    <message>
        <source>restores both to how they were before the first setup</source>
        <translation>2台を最初の設定の前の状態に戻します</translation>
    </message>
    <message>
        <source>Joins two homes into one Ethernet segment. Without a command: opens the window.</source>
        <translation>2つの家をひとつのイーサネットにつなぎます。コマンドなしで起動すると、ウィンドウを開きます。</translation>
    </message>
    <message>
        <source>Raspberry Pi A is found at pis.a.lanHost of the plan; Raspberry Pi B at pis.b.tailnetAddress through A, or at pis.b.lanHost.</source>
        <translation>Raspberry Pi Aは計画のpis.a.lanHostで、Raspberry Pi BはAを経由したpis.b.tailnetAddressか、pis.b.lanHostで接続します。</translation>
    </message>
    <message>
        <source>done or nothing to do</source>
        <translation>完了または変更なし</translation>
    </message>
    <message>
        <source>check: something to do</source>
        <translation>checkで実行すべき手順あり</translation>
    </message>
    <message>
        <source>stopped</source>
        <comment>what the program ended with</comment>
        <translation>中止</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between exit codes</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>Show this help.</source>
        <translation>この説明を表示します。</translation>
    </message>
    <message>
        <source>Show the version.</source>
        <translation>バージョンを表示します。</translation>
    </message>
    <message>
        <source>failed</source>
        <comment>what the program ended with</comment>
        <translation>失敗</translation>
    </message>
    <message>
        <source>usage</source>
        <comment>what the program ended with: the command line makes no sense</comment>
        <translation>使い方の誤り</translation>
    </message>
    <message>
        <source>Commands:</source>
        <comment>before the list of them</comment>
        <translation>コマンド：</translation>
    </message>
    <message>
        <source>Exit codes: %1</source>
        <comment>a list: 0 done, 1 failed</comment>
        <translation>終了コード：%1</translation>
    </message>
    <message>
        <source>Open the window:</source>
        <translation>ウィンドウを開く：</translation>
    </message>
    <message>
        <source>What is in the way, and which steps would run:</source>
        <translation>問題になる点と、実行される手順を表示する：</translation>
    </message>
    <message>
        <source>Set both Raspberry Pis up; both passwords come from a file:</source>
        <translation>2台のRaspberry Piを設定する（パスワードはファイルから読み込む）：</translation>
    </message>
    <message>
        <source>The smallest plan:</source>
        <translation>いちばん小さい計画：</translation>
    </message>
    <message>
        <source>User Commands</source>
        <comment>kind of manual pages</comment>
        <translation>ユーザーコマンド</translation>
    </message>
    <message>
        <source>NAME</source>
        <comment>title of a part of the manual page</comment>
        <translation>名前</translation>
    </message>
    <message>
        <source>join two homes into one network</source>
        <translation>2つの家をひとつのネットワークにつなぐ</translation>
    </message>
    <message>
        <source>SYNOPSIS</source>
        <comment>title of a part of the manual page</comment>
        <translation>書式</translation>
    </message>
    <message>
        <source>options</source>
        <comment>in the manual page, after a command</comment>
        <translation>オプション</translation>
    </message>
    <message>
        <source>DESCRIPTION</source>
        <comment>title of a part of the manual page</comment>
        <translation>説明</translation>
    </message>
    <message>
        <source>COMMANDS</source>
        <comment>title of a part of the manual page</comment>
        <translation>コマンド</translation>
    </message>
    <message>
        <source>OPTIONS</source>
        <comment>title of a part of the manual page</comment>
        <translation>オプション</translation>
    </message>
    <message>
        <source>EXIT STATUS</source>
        <comment>title of a part of the manual page</comment>
        <translation>終了ステータス</translation>
    </message>
    <message>
        <source>FILES</source>
        <comment>title of a part of the manual page</comment>
        <translation>ファイル</translation>
    </message>
    <message>
        <source>The settings that the window saved. It holds no password.</source>
        <translation>ウィンドウで保存した設定です。パスワードは入っていません。</translation>
    </message>
    <message>
        <source>The host keys by which the Raspberry Pis are recognised.</source>
        <translation>Raspberry Piを見分けるためのホスト鍵です。</translation>
    </message>
    <message>
        <source>EXAMPLES</source>
        <comment>title of a part of the manual page</comment>
        <translation>例</translation>
    </message>
</context>
<context>
    <name>Homes</name>
    <message>
        <source>The way to it leads through Raspberry Pi A, which cannot be reached now.</source>
        <translation>Raspberry Pi Aを通して接続しますが、今はRaspberry Pi Aに接続できません。</translation>
    </message>
    <message>
        <source>%1 does not answer. Is it on, and connected to its router?</source>
        <translation>%1が応答しません。電源が入っているか、ルーターにつながっているかを確認してください。</translation>
    </message>
    <message>
        <source>TwinLAN does not remember this Raspberry Pi. “Check it” asks for its password.</source>
        <translation>このRaspberry Piは登録されていません。「動作を確認する」を押すと、パスワードを入力できます。</translation>
    </message>
    <message>
        <source>This desktop&apos;s password store did not open. “Check it” asks for the password.</source>
        <translation>このパソコンのパスワード保管庫を開けませんでした。「動作を確認する」を押すと、パスワードを入力できます。</translation>
    </message>
    <message>
        <source>%1 answers (%2).</source>
        <comment>a Raspberry Pi, and the time of day when it did</comment>
        <translation>%1は応答しています（%2）。</translation>
    </message>
    <message>
        <source>“Check it” shows what to do.</source>
        <translation>「動作を確認する」を押すと、対処方法がわかります。</translation>
    </message>
    <message>
        <source>This Raspberry Pi does not take TwinLAN&apos;s key any more. “Check it” asks for the password.</source>
        <translation>このRaspberry Piには、TwinLANの鍵で接続できなくなりました。「動作を確認する」を押すと、パスワードを入力できます。</translation>
    </message>
    <message>
        <source>The two homes are one network</source>
        <translation>2つの家はひとつのネットワークになっています</translation>
    </message>
    <message>
        <source>Your two homes</source>
        <translation>2つの家の状態</translation>
    </message>
    <message>
        <source>TwinLAN does not remember the Raspberry Pis, so it does not know yet whether the homes are joined. “Check it” asks for the passwords.</source>
        <translation>Raspberry Piが登録されていないため、2つの家がつながっているかどうかは、まだわかりません。「動作を確認する」を押し、パスワードを入力すると、確認できます。</translation>
    </message>
    <message>
        <source>Whether they are joined is not known at the moment.</source>
        <translation>つながっているかどうかは、今はわかりません。</translation>
    </message>
    <message>
        <source>Last seen: %1</source>
        <comment>when a Raspberry Pi answered</comment>
        <translation>最後に応答した日時：%1</translation>
    </message>
    <message>
        <source>TwinLAN is not set up on it any more.</source>
        <translation>このRaspberry Piには、TwinLANが設定されていません。</translation>
    </message>
    <message>
        <source>“Check it” leads to where it is set up again.</source>
        <translation>「動作を確認する」から進むと、もう一度設定できます。</translation>
    </message>
    <message>
        <source>The two homes are not joined now</source>
        <translation>2つの家は、今はつながっていません</translation>
    </message>
    <message>
        <source>%1.</source>
        <comment>what the check-up finds, as a sentence</comment>
        <translation>%1。</translation>
    </message>
    <message>
        <source>Asking %1…</source>
        <comment>a Raspberry Pi, how it is</comment>
        <translation>%1を確認しています…</translation>
    </message>
    <message>
        <source>Checking the two homes…</source>
        <translation>2つの家の状態を確認しています…</translation>
    </message>
</context>
<context>
    <name>Networks</name>
    <message>
        <source>The network of this Raspberry Pi cannot be set up yet.</source>
        <translation>このRaspberry Piのネットワークは、まだ設定できません。</translation>
    </message>
    <message>
        <source>TwinLAN does not support the way it is managed yet. It supports Raspberry Pi OS 11, 12 and 13, and servers of Debian 12.</source>
        <translation>このネットワーク方式には、まだ対応していません。対応しているのは、Raspberry Pi OS 11・12・13と、Debian 12のサーバーです。</translation>
    </message>
    <message>
        <source>Use an SD card to which Raspberry Pi Imager has written Raspberry Pi OS, or another Raspberry Pi.</source>
        <translation>Raspberry Pi ImagerでRaspberry Pi OSを書き込んだSDカードを使うか、ほかのRaspberry Piを使ってください。</translation>
    </message>
    <message>
        <source>Two programs manage the network of this Raspberry Pi.</source>
        <translation>このRaspberry Piでは、2つのソフトウェアがネットワークを管理しています。</translation>
    </message>
    <message>
        <source>Ask the person who set it up to turn one of them off and restart the Raspberry Pi. Then check again.</source>
        <translation>設定した人に、どちらかを止めてRaspberry Piを再起動してもらってください。そのあと、もう一度確認してください。</translation>
    </message>
    <message>
        <source>The network settings of the LAN port are not saved on this Raspberry Pi.</source>
        <translation>LANポートのネットワーク設定が、このRaspberry Piに保存されていません。</translation>
    </message>
    <message>
        <source>Restart the Raspberry Pi, and check again. If that doesn&apos;t help, use an SD card to which Raspberry Pi Imager has written Raspberry Pi OS.</source>
        <translation>Raspberry Piを再起動して、もう一度確認してください。変わらないときは、Raspberry Pi ImagerでRaspberry Pi OSを書き込んだSDカードを使ってください。</translation>
    </message>
    <message>
        <source>The LAN port of this Raspberry Pi has a special setting.</source>
        <translation>このRaspberry PiのLANポートには、特別な設定があります。</translation>
    </message>
    <message>
        <source>The LAN of this Raspberry Pi does not come from the LAN port directly.</source>
        <translation>このRaspberry Piは、LANポートを直接使っていません。</translation>
    </message>
    <message>
        <source>Ask the person who set it up to use the LAN port directly, or use another Raspberry Pi. Then check again.</source>
        <translation>設定した人に、LANポートを直接使うように変えてもらうか、ほかのRaspberry Piを使ってください。そのあと、もう一度確認してください。</translation>
    </message>
    <message>
        <source>Something else has the LAN port of this Raspberry Pi for itself.</source>
        <translation>このRaspberry PiのLANポートは、ほかのものに占有されています。</translation>
    </message>
    <message>
        <source>Both manage the LAN port, and TwinLAN cannot tell which of them to take over from.</source>
        <translation>どちらも同じLANポートを管理しています。どちらから引き継げばよいか、TwinLANには判断できません。</translation>
    </message>
    <message>
        <source>It uses what another program has set for the moment. There would be nothing to go back to.</source>
        <translation>ほかのソフトウェアが一時的に設定した内容を使っています。このままでは、元に戻せなくなります。</translation>
    </message>
    <message>
        <source>TwinLAN cannot take it along to the joined network, so it would be lost.</source>
        <translation>つないだあとのネットワークに引き継げないため、失われてしまいます。</translation>
    </message>
    <message>
        <source>“Show details” names the setting. Ask the person who made it to remove it, or use another Raspberry Pi. Then check again.</source>
        <translation>設定の名前は「詳細を表示」にあります。設定した人に外してもらうか、ほかのRaspberry Piを使ってください。そのあと、もう一度確認してください。</translation>
    </message>
    <message>
        <source>It may be a container with an address of its own in your LAN. Beside it the LAN port cannot be joined to the other home.</source>
        <translation>LANの中に自分のIPアドレスを持つコンテナーなどが考えられます。このままでは、LANポートをもう一方の家とつなげません。</translation>
    </message>
    <message>
        <source>Ask the person who set it up to remove it, then check again. After the setup it can be made again, as “Show details” says.</source>
        <translation>設定した人に、いったん取り除いてもらってから、もう一度確認してください。設定が終わったら、「詳細を表示」の内容のとおりに作り直せます。</translation>
    </message>
    <message>
        <source>%1: after the setup the LAN is at “br_lan”; it can be made again there.</source>
        <translation>%1：設定後のLANの出入口は「br_lan」です。そちらに作り直せます。</translation>
    </message>
    <message>
        <source>Something lies between, for example a VLAN, or several ports used as one. TwinLAN can only set up a LAN port that is used directly.</source>
        <translation>間に、VLANや、複数のポートを1つにまとめたものなどがあります。TwinLANで設定できるのは、LANポートを直接使っているときだけです。</translation>
    </message>
</context>
<context>
    <name>Sheet</name>
    <message>
        <source>TwinLAN %1, %2. There is no password on this page.</source>
        <comment>version, date</comment>
        <translation>TwinLAN %1、%2。このページにパスワードは書いてありません。</translation>
    </message>
</context>
<context>
    <name>SummarySheet</name>
    <message>
        <source>not known</source>
        <comment>in the table of the summary</comment>
        <translation>不明</translation>
    </message>
    <message>
        <source>never</source>
        <comment>in the table of the summary: when a login ends</comment>
        <translation>期限なし</translation>
    </message>
    <message>
        <source>Home A</source>
        <comment>a column of the summary</comment>
        <translation>家A</translation>
    </message>
    <message>
        <source>Home B</source>
        <comment>a column of the summary</comment>
        <translation>家B</translation>
    </message>
    <message>
        <source>Router&apos;s IP address</source>
        <translation>ルーターのIPアドレス</translation>
    </message>
    <message>
        <source>DHCP range of the router</source>
        <translation>ルーターの割り当て範囲</translation>
    </message>
    <message>
        <source>%1–%2 (%3 addresses)</source>
        <comment>a DHCP range</comment>
        <translation>%1～%2（%3台）</translation>
    </message>
    <message>
        <source>Name of the Raspberry Pi</source>
        <translation>Raspberry Piのホスト名</translation>
    </message>
    <message>
        <source>Its IP address at home</source>
        <translation>Raspberry PiのIPアドレス</translation>
    </message>
    <message>
        <source>Its Tailscale address</source>
        <translation>TailscaleのIPアドレス</translation>
    </message>
    <message>
        <source>Its Tailscale login ends</source>
        <translation>Tailscaleのログインの期限</translation>
    </message>
    <message>
        <source>Two homes, one network</source>
        <translation>2つの家を1つのネットワークに</translation>
    </message>
    <message>
        <source>TwinLAN has joined these two homes through the internet. They join again by themselves after a power cut.</source>
        <translation>TwinLANが、インターネットを通して2つの家をつないでいます。停電のあとも、自動的につながります。</translation>
    </message>
    <message>
        <source>Where TwinLAN is</source>
        <translation>TwinLANのある場所</translation>
    </message>
    <message>
        <source>On the computer “%1” in home A. Open it among the programs of its desktop.</source>
        <translation>家Aのパソコン「%1」にあります。デスクトップのアプリの一覧から開きます。</translation>
    </message>
    <message>
        <source>Check</source>
        <comment>a heading of the summary: whether it works</comment>
        <translation>動作の確認</translation>
    </message>
    <message>
        <source>Change</source>
        <comment>a heading of the summary: the setup</comment>
        <translation>設定の変更</translation>
    </message>
    <message>
        <source>Press “Change settings” on the first page of TwinLAN. A new router gets the values of this page before anything else.</source>
        <translation>TwinLANの最初のページで「設定を変更する」を押します。ルーターを買い替えたときは、はじめにこのページの値を設定します。</translation>
    </message>
    <message>
        <source>Undo</source>
        <comment>a heading of the summary: the whole setup</comment>
        <translation>設定の取り消し</translation>
    </message>
    <message>
        <source>Press “Remove TwinLAN…” on the first page of TwinLAN: both Raspberry Pis are as before then. Without it, in a terminal of each Raspberry Pi:</source>
        <translation>TwinLANの最初のページで「設定を取り消す…」を押すと、2台のRaspberry Piが元に戻ります。TwinLANを使えないときは、それぞれのRaspberry Piの端末で次のように入力します。</translation>
    </message>
    <message>
        <source>The routers keep their values. They may stay.</source>
        <translation>ルーターの設定は変わりません。そのままでもかまいません。</translation>
    </message>
    <message>
        <source>When a login ends, the homes are disconnected. Before that, choose “Disable key expiry” for both Raspberry Pis at https://login.tailscale.com/admin/machines, or log in again with TwinLAN.</source>
        <translation>ログインの期限が切れると、2つの家の接続も切れます。その前に、Tailscaleのページ（https://login.tailscale.com/admin/machines）で2台のRaspberry Piに「Disable key expiry」を選ぶか、TwinLANでもう一度ログインします。</translation>
    </message>
    <message>
        <source>Press “Check it” on the first page of TwinLAN. Without it, look whether the internet works in both homes, and whether both Raspberry Pis are on and plugged into their routers.</source>
        <translation>TwinLANの最初のページで「動作を確認する」を押します。TwinLANを使えないときは、両方の家でインターネットが使えて、2台のRaspberry Piの電源が入り、ルーターにつながっているかを確かめます。</translation>
    </message>
    <message>
        <source>Tailscale logins</source>
        <comment>a heading of the summary</comment>
        <translation>Tailscaleのログイン</translation>
    </message>
    <message>
        <source>When a login ends, the homes are disconnected. Log in again with TwinLAN before that.</source>
        <translation>ログインの期限が切れると、2つの家の接続も切れます。その前に、TwinLANでもう一度ログインしてください。</translation>
    </message>
</context>
<context>
    <name>TakeAlongSheet</name>
    <message>
        <source>Router&apos;s IP address</source>
        <translation>ルーターのIPアドレス</translation>
    </message>
    <message>
        <source>DHCP range, first address</source>
        <translation>割り当て範囲の開始IPアドレス</translation>
    </message>
    <message>
        <source>DHCP range, last address</source>
        <translation>割り当て範囲の終了IPアドレス</translation>
    </message>
    <message>
        <source>Number of addresses (devices)</source>
        <translation>割り当てる台数</translation>
    </message>
    <message>
        <source>1. Set the router of the other home</source>
        <translation>1. もう一方の家のルーターを設定する</translation>
    </message>
    <message>
        <source>With a phone or computer there, open the %1. Its address is often on a label of the router. %2</source>
        <translation>その家にあるパソコンかスマートフォンのウェブブラウザーで、%1を開きます。そのアドレスは、多くの場合、ルーターのラベルにあります。%2</translation>
    </message>
    <message>
        <source>With a phone or computer there, open the %1: http://%2/ in a web browser, unless somebody has changed that. %3</source>
        <translation>その家にあるパソコンかスマートフォンのウェブブラウザーで、%1（http://%2/、変更していない場合）を開きます。%3</translation>
    </message>
    <message>
        <source>Menu: %1</source>
        <comment>the way through the menu of a router</comment>
        <translation>メニュー：%1</translation>
    </message>
    <message>
        <source>Save them. While the router restarts, the internet there is away for some minutes.</source>
        <translation>設定を保存します。ルーターが再起動するあいだ、数分間、その家ではインターネットを使えません。</translation>
    </message>
    <message>
        <source>TwinLAN: what to do in the other home</source>
        <translation>TwinLAN：もう一方の家で行うこと</translation>
    </message>
    <message>
        <source>Unplug Raspberry Pi B here. Take it along with its power supply and its LAN cable.</source>
        <translation>ここでRaspberry Pi Bの電源を抜き、電源アダプターとLANケーブルもいっしょに持っていきます。</translation>
    </message>
    <message>
        <source>2. Plug in Raspberry Pi B</source>
        <translation>2. Raspberry Pi Bをつなぐ</translation>
    </message>
    <message>
        <source>With its LAN cable, into a LAN port of this router. Wi-Fi is not enough.</source>
        <translation>LANケーブルで、このルーターのLANポートにつなぎます。Wi-Fiだけでは使えません。</translation>
    </message>
    <message>
        <source>3. Switch it on</source>
        <translation>3. 電源を入れる</translation>
    </message>
    <message>
        <source>Plug in its power supply. The lights at its LAN port come on or blink.</source>
        <translation>電源アダプターをつなぎます。LANポートのランプが点灯または点滅します。</translation>
    </message>
    <message>
        <source>Did it work?</source>
        <translation>つながったかどうかの確認</translation>
    </message>
    <message>
        <source>After about a minute the homes are joined. In home A, TwinLAN says so when you press “Check again” on its last page.</source>
        <translation>1分ほどで2つの家がつながります。家AのTwinLANの最後のページで「もう一度確認する」を押すと、つながったかどうかがわかります。</translation>
    </message>
    <message>
        <source>If it did not</source>
        <translation>つながらないとき</translation>
    </message>
    <message>
        <source>• Is the LAN cable in the router whose values you have set, and do the lights at the LAN port of Raspberry Pi B blink?</source>
        <translation>• 設定したルーターにLANケーブルがつながっていて、Raspberry Pi BのLANポートのランプが点滅しているかを確かめます。</translation>
    </message>
    <message>
        <source>• Does the router really have these values? Look once more.</source>
        <translation>• ルーターの値がこのとおりになっているかを、もう一度確かめます。</translation>
    </message>
    <message>
        <source>• Does the internet work there? Open any web page.</source>
        <translation>• その家でインターネットが使えるかを、ウェブページを開いて確かめます。</translation>
    </message>
    <message>
        <source>• Unplug Raspberry Pi B for ten seconds, plug it in again, and wait three minutes. Then press “Check again” in TwinLAN: it says what is missing.</source>
        <translation>• Raspberry Pi Bの電源を抜き、10秒待ってから入れ、3分待ちます。そのあとTwinLANで「もう一度確認する」を押すと、理由が表示されます。</translation>
    </message>
    <message>
        <source>TwinLAN, in the other home:</source>
        <comment>a note on a phone</comment>
        <translation>TwinLAN：もう一方の家で</translation>
    </message>
    <message>
        <source>1. Router: IP address %1, DHCP range %2–%3 (%4 addresses)</source>
        <comment>a note on a phone</comment>
        <translation>1. ルーター：IPアドレス%1、割り当て範囲%2～%3（%4台）</translation>
    </message>
    <message>
        <source>No internet while it restarts.</source>
        <comment>a note on a phone</comment>
        <translation>再起動中はインターネット不可</translation>
    </message>
    <message>
        <source>2. Raspberry Pi B: LAN cable into the router</source>
        <comment>a note on a phone</comment>
        <translation>2. Raspberry Pi BをLANケーブルでルーターへ</translation>
    </message>
    <message>
        <source>3. Plug in its power</source>
        <comment>a note on a phone</comment>
        <translation>3. 電源を入れる</translation>
    </message>
    <message>
        <source>Joined after about 1 minute.</source>
        <comment>a note on a phone</comment>
        <translation>約1分でつながります</translation>
    </message>
    <message>
        <source>If not: check cable, values and internet, unplug it for 10 s, wait 3 minutes.</source>
        <comment>a note on a phone</comment>
        <translation>だめなら：ケーブル、値、インターネットを確認、電源を10秒抜き、3分待つ</translation>
    </message>
    <message>
        <source>on its page: %1</source>
        <comment>what a router calls a value</comment>
        <translation>設定画面では「%1」</translation>
    </message>
</context>
<context>
    <name>Tunnel</name>
    <message>
        <source>The homes are joined.</source>
        <translation>2つの家はつながっています。</translation>
    </message>
    <message>
        <source>Not joined: the routers of both homes have the same address. Give one of them another address, as planned on the page “Routers”.</source>
        <translation>つながっていません：両方の家のルーターのIPアドレスが同じです。どちらかを、「ルーター」のページで決めたとおりのIPアドレスに変えてください。</translation>
    </message>
    <message>
        <source>Not joined: Tailscale is not connected.</source>
        <translation>つながっていません：Tailscaleが接続されていません。</translation>
    </message>
    <message>
        <source>Not joined: the filter is not loaded.</source>
        <translation>つながっていません：フィルターが動いていません。</translation>
    </message>
    <message>
        <source>Not joined: the bridge is not ready.</source>
        <translation>つながっていません：ブリッジの準備ができていません。</translation>
    </message>
    <message>
        <source>About to join.</source>
        <translation>まもなくつながります。</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a Raspberry Pi, and how its tunnel is</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>The way between them is direct: as fast as both internet lines allow.</source>
        <translation>2つの家は直接つながっています。速さは、両方の家のインターネット回線で決まります。</translation>
    </message>
    <message>
        <source>The way between them leads through a relay, which makes it slow. It often becomes direct when UPnP is turned on in one of the routers, or when both homes have IPv6.</source>
        <translation>2つの家は中継サーバーを通してつながっているため、速度が遅くなります。どちらかのルーターでUPnPを有効にするか、両方の家でIPv6を使えるようにすると、多くの場合、直接つながるようになります。</translation>
    </message>
    <message>
        <source>Ready, but the other Raspberry Pi is not: look there for the reason.</source>
        <translation>準備はできていますが、もう一方のRaspberry Piの準備ができていません。理由はもう一方の表示をご覧ください。</translation>
    </message>
    <message>
        <source>Not joined: both Raspberry Pis are in the same home, or another cable joins the homes. The tunnel would make a loop.</source>
        <translation>つながっていません：2台が同じ家にあるか、別の線でもつながっています。このままつなぐと通信がループします。</translation>
    </message>
    <message>
        <source>Not joined: the other Raspberry Pi does not answer over Tailscale.</source>
        <translation>つながっていません：もう一方のRaspberry PiがTailscaleで応答しません。</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>%1 is not an address for a home network.</source>
        <translation>%1は、家庭のネットワーク用のIPアドレスではありません。</translation>
    </message>
    <message>
        <source>Home routers use addresses that begin with 192.168, 10, or 172.16 to 172.31.</source>
        <translation>家庭のルーターのIPアドレスは、192.168、10、または172.16～172.31で始まります。</translation>
    </message>
    <message>
        <source>Look at the router&apos;s settings page and type its address, for example 192.168.1.1.</source>
        <translation>ルーターの設定画面でIPアドレスを調べて入力してください。例：192.168.1.1</translation>
    </message>
    <message>
        <source>The two routers are in different networks (%1).</source>
        <translation>2台のルーターの、はじめの3つの数字が違います（%1）。</translation>
    </message>
    <message>
        <source>Both homes become one network, so the first three numbers must be the same.</source>
        <translation>2つの家がひとつのネットワークになるので、はじめの3つの数字は同じにします。</translation>
    </message>
    <message>
        <source>Give this router an address with the same first three numbers as the other one.</source>
        <translation>このルーターのはじめの3つの数字を、もう一方と同じにしてください。</translation>
    </message>
    <message>
        <source>Both routers have the address %1.</source>
        <translation>2台のルーターのIPアドレスが、どちらも%1です。</translation>
    </message>
    <message>
        <source>In one network each device needs an address of its own.</source>
        <translation>ひとつのネットワークでは、機器ごとに違うIPアドレスが必要です。</translation>
    </message>
    <message>
        <source>Give one of the routers another address, for example one that ends in 100.</source>
        <translation>どちらかのルーターを別のIPアドレスにしてください。例：最後の数字を100にする</translation>
    </message>
    <message>
        <source>The first address is higher than the last.</source>
        <translation>割り当て範囲の最初のIPアドレスが、最後のIPアドレスより大きくなっています。</translation>
    </message>
    <message>
        <source>The router cannot assign any address from this range.</source>
        <translation>この範囲では、IPアドレスを割り当てられません。</translation>
    </message>
    <message>
        <source>Swap the two addresses.</source>
        <translation>2つのIPアドレスを入れ替えてください。</translation>
    </message>
    <message>
        <source>%1 is not in the router&apos;s network.</source>
        <translation>%1は、ルーターと同じネットワークにありません。</translation>
    </message>
    <message>
        <source>A router can only assign addresses that begin with its own first three numbers.</source>
        <translation>ルーターが割り当てられるのは、はじめの3つの数字が自分と同じIPアドレスだけです。</translation>
    </message>
    <message>
        <source>Use the same first three numbers as the router.</source>
        <translation>はじめの3つの数字を、ルーターと同じにしてください。</translation>
    </message>
    <message>
        <source>No device may have the address %1.</source>
        <translation>%1は、割り当て範囲に使えません。</translation>
    </message>
    <message>
        <source>The numbers 0 and 255 at the end are reserved.</source>
        <translation>最後の数字の0と255は、機器には使えません。</translation>
    </message>
    <message>
        <source>Use numbers from 1 to 254 at the end.</source>
        <translation>最後の数字は1から254までにしてください。</translation>
    </message>
    <message>
        <source>A router cannot have the address %1.</source>
        <translation>ルーターのIPアドレスを%1にはできません。</translation>
    </message>
    <message>
        <source>Use a number from 1 to 254 at the end.</source>
        <translation>最後の数字は1から254までの数字にしてください。</translation>
    </message>
    <message>
        <source>%1 is in the DHCP ranges of both routers.</source>
        <translation>%1が、両方のルーターの割り当て範囲に入っています。</translation>
    </message>
    <message>
        <source>Two devices could get the same address and lose their connection.</source>
        <translation>2台の機器が同じIPアドレスになり、通信できなくなるおそれがあります。</translation>
    </message>
    <message>
        <source>Make sure that the two ranges do not overlap.</source>
        <translation>2つの範囲が重ならないようにしてください。</translation>
    </message>
    <message>
        <source>The router&apos;s own address %1 is inside its range.</source>
        <translation>ルーター自身のIPアドレス%1が、割り当て範囲に入っています。</translation>
    </message>
    <message>
        <source>The router could assign its own address to another device.</source>
        <translation>ルーターと同じIPアドレスが、ほかの機器に割り当てられるおそれがあります。</translation>
    </message>
    <message>
        <source>Leave the router&apos;s address out of the range.</source>
        <translation>割り当て範囲に、ルーターのIPアドレスを含めないでください。</translation>
    </message>
    <message>
        <source>The router&apos;s address %1 is inside the other home&apos;s range.</source>
        <translation>ルーターのIPアドレス%1が、もう一方の家の割り当て範囲に入っています。</translation>
    </message>
    <message>
        <source>A device in the other home could get the router&apos;s address.</source>
        <translation>もう一方の家の機器が、ルーターと同じIPアドレスになるおそれがあります。</translation>
    </message>
    <message>
        <source>Change the range or the router&apos;s address so that they do not overlap.</source>
        <translation>重ならないように、割り当て範囲かルーターのIPアドレスを変えてください。</translation>
    </message>
    <message>
        <source>The address %1 is used twice.</source>
        <translation>IPアドレス%1が重なっています。</translation>
    </message>
    <message>
        <source>A Raspberry Pi has the same address as another device of the two homes.</source>
        <translation>Raspberry PiのIPアドレスが、2つの家の別の機器と同じです。</translation>
    </message>
    <message>
        <source>Give the Raspberry Pi another address in its router&apos;s settings.</source>
        <translation>ルーターの設定で、Raspberry Piを別のIPアドレスにしてください。</translation>
    </message>
    <message>
        <source>Fix the addresses above to continue.</source>
        <translation>上の説明に従ってIPアドレスを直すと、次へ進めます。</translation>
    </message>
    <message>
        <source>Connect to the Raspberry Pi to continue.</source>
        <translation>Raspberry Piに接続すると、次へ進めます。</translation>
    </message>
    <message>
        <source>Answer the question above to continue.</source>
        <translation>上の質問に答えると、次へ進めます。</translation>
    </message>
    <message>
        <source>Raspberry Pi B has to be logged in to Tailscale, too.</source>
        <translation>Raspberry Pi Bも、Tailscaleへのログインが必要です。</translation>
    </message>
    <message>
        <source>Checking both Raspberry Pis…</source>
        <translation>2台のRaspberry Piを確認しています…</translation>
    </message>
    <message>
        <source>Resolve the items marked “Must be fixed” to continue.</source>
        <translation>「要対応」の項目を解決すると、次へ進めます。</translation>
    </message>
    <message>
        <source>Keep a backup</source>
        <translation>バックアップを取る</translation>
    </message>
    <message>
        <source>Install the required software</source>
        <translation>必要なソフトウェアを入れる</translation>
    </message>
    <message>
        <source>Turn on network features</source>
        <translation>ネットワーク機能を有効にする</translation>
    </message>
    <message>
        <source>Prepare the settings</source>
        <translation>設定を準備する</translation>
    </message>
    <message>
        <source>Test the path over the internet</source>
        <translation>インターネット経由の通信を試す</translation>
    </message>
    <message>
        <source>Start the safety timer</source>
        <translation>安全タイマーを開始する</translation>
    </message>
    <message>
        <source>Switch to the new network</source>
        <translation>新しいネットワークに切り替える</translation>
    </message>
    <message>
        <source>Check that it still responds</source>
        <translation>接続できることを確かめる</translation>
    </message>
    <message>
        <source>Keep the new network</source>
        <translation>新しいネットワークを確定する</translation>
    </message>
    <message>
        <source>Check the link to the other home</source>
        <translation>もう一方の家との接続を確かめる</translation>
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
        <translation>家A（いまいる家）</translation>
    </message>
    <message>
        <source>Home B (the other home)</source>
        <translation>家B（もう一方の家）</translation>
    </message>
    <message>
        <source>Log in to Tailscale to continue.</source>
        <translation>Tailscaleにログインすると、次へ進めます。</translation>
    </message>
    <message>
        <source>Press “Check again” to continue.</source>
        <translation>「もう一度確認する」を押すと、次へ進めます。</translation>
    </message>
    <message>
        <source>Check the next start in advance</source>
        <translation>次の起動を先に確かめる</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <comment>why Next cannot be pressed yet</comment>
        <translation>接続しています…</translation>
    </message>
    <message>
        <source>Waiting</source>
        <comment>how far a step of the setup is</comment>
        <translation>待機中</translation>
    </message>
    <message>
        <source>In progress</source>
        <comment>how far a step of the setup is</comment>
        <translation>作業中</translation>
    </message>
    <message>
        <source>Already done</source>
        <comment>how far a step of the setup is</comment>
        <translation>設定済み</translation>
    </message>
    <message>
        <source>Done</source>
        <comment>how far a step of the setup is</comment>
        <translation>完了</translation>
    </message>
    <message>
        <source>Failed</source>
        <comment>how far a step of the setup is</comment>
        <translation>失敗</translation>
    </message>
    <message>
        <source>Undone</source>
        <comment>how far a step of the setup is</comment>
        <translation>元に戻しました</translation>
    </message>
    <message>
        <source>All right</source>
        <comment>a line of the check-up</comment>
        <translation>問題ありません</translation>
    </message>
    <message>
        <source>Good to know</source>
        <comment>a line of the check-up</comment>
        <translation>お知らせ</translation>
    </message>
    <message>
        <source>Must be fixed</source>
        <comment>a line of the check-up</comment>
        <translation>要対応</translation>
    </message>
    <message>
        <source>Welcome</source>
        <comment>a step of the wizard, in the list at the side</comment>
        <translation>ようこそ</translation>
    </message>
    <message>
        <source>Routers</source>
        <comment>a step of the wizard, in the list at the side</comment>
        <translation>ルーター</translation>
    </message>
    <message>
        <source>Tailscale</source>
        <comment>a step of the wizard, in the list at the side</comment>
        <translation>Tailscale</translation>
    </message>
    <message>
        <source>Check-up</source>
        <comment>a step of the wizard, in the list at the side</comment>
        <translation>事前チェック</translation>
    </message>
    <message>
        <source>Review</source>
        <comment>a step of the wizard, in the list at the side</comment>
        <translation>実行内容</translation>
    </message>
    <message>
        <source>Set up</source>
        <comment>a step of the wizard, in the list at the side</comment>
        <translation>設定の実行</translation>
    </message>
    <message>
        <source>Result</source>
        <comment>a step of the wizard, in the list at the side</comment>
        <translation>結果</translation>
    </message>
    <message>
        <source>%1 s</source>
        <comment>seconds</comment>
        <translation>%1秒</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <comment>minutes and seconds</comment>
        <translation>%1分%2秒</translation>
    </message>
    <message>
        <source>Undo</source>
        <comment>a step of the wizard, in the list at the side</comment>
        <translation>元に戻す</translation>
    </message>
    <message>
        <source>SD cards</source>
        <comment>a step of the wizard, in the list at the side</comment>
        <translation>SDカード</translation>
    </message>
    <message>
        <source>It takes longer than usual.</source>
        <translation>いつもより時間がかかっています。</translation>
    </message>
    <message>
        <source>It takes longer than usual: about %1 min left.</source>
        <translation>いつもより時間がかかっています。残り約%1分です。</translation>
    </message>
    <message>
        <source>Less than a minute left.</source>
        <translation>残り1分以内です。</translation>
    </message>
    <message>
        <source>About %1 min left.</source>
        <translation>残り約%1分です。</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>a date and a time of day</comment>
        <translation>%1、%2</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>two sentences, one after the other</comment>
        <translation>%1%2</translation>
    </message>
</context>
<context>
    <name>twinlan::AboutBox</name>
    <message>
        <source>Saved: %1</source>
        <comment>a file</comment>
        <translation>保存しました：%1</translation>
    </message>
    <message>
        <source>The support file could not be saved (%1). Choose another folder.</source>
        <translation>サポート情報を保存できませんでした（%1）。別のフォルダーを選んでください。</translation>
    </message>
    <message>
        <source>The details were copied. You can paste them into a message.</source>
        <translation>詳細をコピーしました。メールやメッセージに貼り付けられます。</translation>
    </message>
    <message>
        <source>About TwinLAN</source>
        <comment>title of the box about the program</comment>
        <translation>TwinLANについて</translation>
    </message>
    <message>
        <source>TwinLAN %1</source>
        <comment>its name and version</comment>
        <translation>TwinLAN（ツインLAN） %1</translation>
    </message>
    <message>
        <source>Joins two homes into one network with two Raspberry Pis. TwinLAN is free software under the GNU General Public License, version 3 or later: you may use it, pass it on and change it, and it comes without any warranty.</source>
        <translation>2台のRaspberry Piで、2つの家をひとつのネットワークにつなぎます。TwinLANは、GNU General Public License（バージョン3以降）で公開しているフリーソフトウェアです。使うのも、人に渡すのも、変更するのも自由です。保証はありません。</translation>
    </message>
    <message>
        <source>Made with: Qt %1 (LGPL 3), Qt Charts (GPL 3), libssh %2 (LGPL 2.1), libqrencode %3 (LGPL 2.1 or later), and for Japanese text, where the desktop has none, the Noto CJK fonts (SIL Open Font License 1.1). On the Raspberry Pis it uses Tailscale (BSD 3-clause) and packages of Debian, each under its own licence.</source>
        <translation>使用しているもの：Qt %1（LGPL 3）、Qt Charts（GPL 3）、libssh %2（LGPL 2.1）、libqrencode %3（LGPL 2.1以降）。日本語のフォントがないパソコンでは、Noto CJKフォント（SIL Open Font License 1.1）も使います。Raspberry Piでは、Tailscale（三条項BSD）とDebianのパッケージを、それぞれのライセンスのもとで使います。</translation>
    </message>
    <message>
        <source>Somebody who helps you will ask for these details. The support file also has your settings, how far the setup is, and the last errors. There are no passwords, keys or login links in it.</source>
        <translation>困ったときに助けてくれる人へ、この詳細を伝えてください。サポート情報のファイルには、保存した設定、設定の進み具合、最近のエラーも入ります。パスワード、鍵、ログインのリンクは入りません。</translation>
    </message>
    <message>
        <source>&amp;Copy details</source>
        <comment>a button of the box about the program</comment>
        <translation>詳細をコピー(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Save support file…</source>
        <translation>サポート情報を保存(&amp;S)…</translation>
    </message>
    <message>
        <source>Cl&amp;ose</source>
        <comment>a button: the box about the program goes</comment>
        <translation>閉じる(&amp;O)</translation>
    </message>
</context>
<context>
    <name>twinlan::AddressesPage</name>
    <message>
        <source>Keep the addresses of the two routers apart</source>
        <translation>2台のルーターのIPアドレスを分けます</translation>
    </message>
    <message>
        <source>%1: address of the router</source>
        <translation>%1：ルーターのIPアドレス</translation>
    </message>
    <message>
        <source>%1: first address of the DHCP range</source>
        <translation>%1：割り当て範囲の最初のIPアドレス</translation>
    </message>
    <message>
        <source>%1: last address of the DHCP range</source>
        <translation>%1：割り当て範囲の最後のIPアドレス</translation>
    </message>
    <message>
        <source>One of these addresses is incomplete or not valid.</source>
        <translation>入力が途中か、正しくないIPアドレスがあります。</translation>
    </message>
    <message>
        <source>Type four numbers from 0 to 255, with dots between them.</source>
        <translation>0～255の数字4つを、「.」（ドット）で区切って入力してください。</translation>
    </message>
    <message>
        <source>Solid: this home&apos;s range. Striped: the other home&apos;s range.</source>
        <translation>塗りつぶしはこの家のルーターの割り当て範囲、斜線はもう一方の家のルーターの割り当て範囲です。</translation>
    </message>
    <message>
        <source>Each router assigns addresses to the devices in its home. The two ranges must not overlap. Set router A to the values under Home A, and router B to those under Home B.</source>
        <translation>ルーターは、家の中の機器にIPアドレスを割り当てます（DHCP）。2台のルーターの割り当て範囲が重ならないように、家Aのルーターは家Aの欄、家Bのルーターは家Bの欄の値に設定してください。</translation>
    </message>
    <message>
        <source>Use the suggested &amp;values</source>
        <translation>おすすめの値に戻す(&amp;V)</translation>
    </message>
    <message>
        <source>Router</source>
        <comment>before the field of its address</comment>
        <translation>ルーター</translation>
    </message>
    <message>
        <source>DHCP range</source>
        <comment>before the fields of its ends</comment>
        <translation>割り当て範囲</translation>
    </message>
    <message>
        <source>to</source>
        <comment>between the two ends of a range</comment>
        <translation>～</translation>
    </message>
    <message>
        <source>Fi&amp;x it</source>
        <comment>a button: TwinLAN changes the addresses</comment>
        <translation>自動で直す(&amp;X)</translation>
    </message>
    <message>
        <source>For example: 192.168.1.1</source>
        <comment>an address</comment>
        <translation>例：192.168.1.1</translation>
    </message>
    <message>
        <source>I have set this router</source>
        <translation>ルーターを設定した</translation>
    </message>
    <message>
        <source>%1: I have set this router</source>
        <translation>%1：ルーターを設定した</translation>
    </message>
    <message>
        <source>%1: how do I set the router?</source>
        <translation>%1：ルーターの設定方法</translation>
    </message>
    <message>
        <source>Its address is as planned.</source>
        <comment>a router that somebody has set</comment>
        <translation>IPアドレスは予定どおりです。</translation>
    </message>
    <message>
        <source>Keep its address. Set only the DHCP range.</source>
        <comment>of a router</comment>
        <translation>IPアドレスはそのままです。割り当て範囲だけを設定します。</translation>
    </message>
    <message>
        <source>You have set it.</source>
        <comment>a router that nobody has seen yet</comment>
        <translation>設定済みとして進みます。</translation>
    </message>
    <message>
        <source>Change its address to %1, and set the DHCP range.</source>
        <comment>of a router</comment>
        <translation>IPアドレスを%1に変更し、割り当て範囲も設定します。</translation>
    </message>
    <message>
        <source>This router could not be checked: %1 does not answer.</source>
        <translation>%1が応答しないため、確認できませんでした。</translation>
    </message>
    <message>
        <source>This router is not checked yet. That is done when Raspberry Pi B is in the other home.</source>
        <translation>このルーターはまだ確認していません。Raspberry Pi Bをもう一方の家に置いたあとで確認します。</translation>
    </message>
    <message>
        <source>This router is not checked yet.</source>
        <translation>このルーターはまだ確認していません。</translation>
    </message>
    <message>
        <source>this computer</source>
        <comment>who has seen a router</comment>
        <translation>このパソコン</translation>
    </message>
    <message>
        <source>The router is still %1 (seen by %2).</source>
        <translation>ルーターはまだ%1です（%2で確認）。</translation>
    </message>
    <message>
        <source>The router is %1 now (seen by %2).</source>
        <translation>ルーターはいま%1です（%2で確認）。</translation>
    </message>
    <message>
        <source>Set its address to %1, and the DHCP range.</source>
        <comment>of a router</comment>
        <translation>IPアドレスを%1に、割り当て範囲も下の値に設定します。</translation>
    </message>
</context>
<context>
    <name>twinlan::ApplyPage</name>
    <message>
        <source>Setting up both Raspberry Pis. Keep the cables in and this computer awake. (%1 elapsed)</source>
        <translation>2台のRaspberry Piを設定しています。ケーブルを抜いたり、パソコンをスリープさせたりしないでください。（経過：%1）</translation>
    </message>
    <message>
        <source>Undoing all changes…</source>
        <translation>すべて元に戻しています…</translation>
    </message>
    <message>
        <source>Stopped. Both Raspberry Pis are as they were before.</source>
        <translation>中止しました。2台のRaspberry Piは、始める前の状態に戻りました。</translation>
    </message>
    <message>
        <source>Stopped. Both Raspberry Pis work; you can start again at any time.</source>
        <translation>中止しました。Raspberry Piは2台とも動いています。いつでも再開できます。</translation>
    </message>
    <message>
        <source>✓ Done. Both Raspberry Pis are as they were before the first setup. You can close this window.</source>
        <translation>✓ 完了しました。2台のRaspberry Piは、最初の設定の前の状態に戻りました。このウィンドウを閉じてかまいません。</translation>
    </message>
    <message>
        <source>✓ Done in %1.</source>
        <translation>✓ %1で完了しました。</translation>
    </message>
    <message>
        <source>Setup didn&apos;t finish</source>
        <translation>設定を完了できませんでした</translation>
    </message>
    <message>
        <source>You can try again, or undo everything.</source>
        <translation>もう一度試すか、すべて元に戻すことができます。</translation>
    </message>
    <message>
        <source>No data is lost. You can try again.</source>
        <translation>データは失われていません。もう一度お試しください。</translation>
    </message>
    <message>
        <source>%1 could not finish “%2”. You can try again, or undo everything.</source>
        <translation>%1の「%2」が完了しませんでした。もう一度試すか、すべて元に戻すことができます。</translation>
    </message>
    <message>
        <source>✓ Done. Raspberry Pi A is as it was before the first setup. You can close this window.</source>
        <translation>✓ 完了しました。Raspberry Pi Aは、最初の設定の前の状態に戻りました。このウィンドウを閉じてかまいません。</translation>
    </message>
    <message>
        <source>Removal didn&apos;t finish</source>
        <translation>元に戻す作業を完了できませんでした</translation>
    </message>
    <message>
        <source>TwinLAN is removed</source>
        <translation>設定を取り消しました</translation>
    </message>
    <message>
        <source>&amp;Try again</source>
        <comment>a button</comment>
        <translation>もう一度試す(&amp;T)</translation>
    </message>
    <message>
        <source>Progress</source>
        <comment>the bar, for a screen reader</comment>
        <translation>進み具合</translation>
    </message>
    <message>
        <source>Undoing everything</source>
        <comment>heading</comment>
        <translation>元に戻しています</translation>
    </message>
    <message>
        <source>Setting up</source>
        <comment>heading</comment>
        <translation>設定しています</translation>
    </message>
    <message>
        <source>Stopping</source>
        <comment>heading</comment>
        <translation>中止しています</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <comment>sentence below the heading</comment>
        <translation>中止しています…</translation>
    </message>
    <message>
        <source>Stopped</source>
        <comment>heading</comment>
        <translation>中止しました</translation>
    </message>
    <message>
        <source>&amp;Stop and undo</source>
        <comment>a button</comment>
        <translation>中止して元に戻す(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <comment>a button</comment>
        <translation>中止する(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Undo everything</source>
        <comment>a button</comment>
        <translation>すべて元に戻す(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Go to “%1”</source>
        <comment>a button: a step of the wizard</comment>
        <translation>「%1」へ移る(&amp;G)</translation>
    </message>
</context>
<context>
    <name>twinlan::CheckUpPage</name>
    <message>
        <source>Is everything ready?</source>
        <translation>設定前のチェック</translation>
    </message>
    <message>
        <source>Checking both Raspberry Pis. Nothing is changed.</source>
        <translation>2台のRaspberry Piを確認しています。何も変更しません。</translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) must be fixed before the setup can start.</source>
        <translation>
            <numerusform>設定を始める前に、対応が必要な項目が%n件あります。</numerusform>
        </translation>
    </message>
    <message>
        <source>The check-up could not be finished.</source>
        <translation>チェックを完了できませんでした。</translation>
    </message>
    <message numerus="yes">
        <source>Everything needed is in order. %n thing(s) are good to know.</source>
        <translation>
            <numerusform>必要なものはそろっています。お知らせが%n件あります。</numerusform>
        </translation>
    </message>
    <message>
        <source>Everything is in order.</source>
        <translation>すべて問題ありません。</translation>
    </message>
    <message>
        <source>Both Raspberry Pis</source>
        <translation>2台共通</translation>
    </message>
    <message>
        <source>&amp;Replace the manual setup with TwinLAN</source>
        <translation>手作業で作られた設定を、TwinLANに置き換える(&amp;R)</translation>
    </message>
    <message>
        <source>Chec&amp;k again</source>
        <comment>a button</comment>
        <translation>もう一度確認する(&amp;K)</translation>
    </message>
    <message>
        <source>Checking</source>
        <comment>the bar, for a screen reader</comment>
        <translation>確認中</translation>
    </message>
</context>
<context>
    <name>twinlan::DiagnosticsPanel</name>
    <message>
        <source>Not connected to this Pi.</source>
        <translation>このPiに接続していません。</translation>
    </message>
    <message>
        <source>The filter&apos;s counters may not be read with this account.</source>
        <translation>このアカウントでは、フィルターの記録を読めません。</translation>
    </message>
    <message>
        <source>Trying again.</source>
        <translation>再試行しています。</translation>
    </message>
    <message>
        <source>Paths and their round-trip times</source>
        <translation>経路と応答時間</translation>
    </message>
    <message>
        <source>Chart of the round-trip times of the last five minutes</source>
        <translation>過去5分間の応答時間のグラフ</translation>
    </message>
    <message>
        <source>Round-trip times of the last five minutes. A triangle is a lost ping.</source>
        <translation>過去5分間の応答時間です。三角は応答がなかったことを示します。</translation>
    </message>
    <message>
        <source>Connect to it in “Setup” to see how it is doing.</source>
        <translation>「セットアップ」タブで接続すると、ここに状態が表示されます。</translation>
    </message>
    <message>
        <source>The numbers appear here as soon as there is something to measure.</source>
        <translation>測定できるようになると、ここに数値が表示されます。</translation>
    </message>
    <message>
        <source>Asking…</source>
        <comment>a Raspberry Pi, how it is</comment>
        <translation>問い合わせています…</translation>
    </message>
    <message>
        <source>Diagnostics</source>
        <comment>the panel, for a screen reader</comment>
        <translation>診断</translation>
    </message>
    <message>
        <source>Show detai&amp;ls</source>
        <comment>a button</comment>
        <translation>詳細を表示(&amp;L)</translation>
    </message>
</context>
<context>
    <name>twinlan::ErrorBox</name>
    <message>
        <source>Show detai&amp;ls</source>
        <comment>a button</comment>
        <translation>詳細を表示(&amp;L)</translation>
    </message>
</context>
<context>
    <name>twinlan::FindingList</name>
    <message>
        <source>%1: %2</source>
        <comment>how bad, and what</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Show detai&amp;ls</source>
        <comment>a button</comment>
        <translation>詳細を表示(&amp;L)</translation>
    </message>
</context>
<context>
    <name>twinlan::HelpWindow</name>
    <message>
        <source>TwinLAN help</source>
        <comment>title of the window with the help for a page</comment>
        <translation>TwinLANのヘルプ</translation>
    </message>
    <message>
        <source>Help for this page</source>
        <translation>このページのヘルプ</translation>
    </message>
    <message>
        <source>Cl&amp;ose</source>
        <comment>a button: the help goes</comment>
        <translation>閉じる(&amp;O)</translation>
    </message>
</context>
<context>
    <name>twinlan::HomesPanel</name>
    <message>
        <source>Check &amp;again</source>
        <comment>a button: how the homes are doing</comment>
        <translation>もう一度確認する(&amp;A)</translation>
    </message>
</context>
<context>
    <name>twinlan::HomesPicture</name>
    <message>
        <source>Picture: two homes, joined through the internet like one network</source>
        <translation>図：2つの家が、インターネットを通してひとつのネットワークになっています</translation>
    </message>
    <message>
        <source>Raspberry Pi B</source>
        <translation>Raspberry Pi B</translation>
    </message>
    <message>
        <source>Raspberry Pi A and B</source>
        <translation>Raspberry Pi AとB</translation>
    </message>
    <message>
        <source>Raspberry Pi A</source>
        <translation>Raspberry Pi A</translation>
    </message>
    <message>
        <source>Home B</source>
        <comment>in the picture</comment>
        <translation>家B</translation>
    </message>
    <message>
        <source>Home A</source>
        <comment>in the picture</comment>
        <translation>家A</translation>
    </message>
    <message>
        <source>Router</source>
        <comment>in the picture</comment>
        <translation>ルーター</translation>
    </message>
    <message>
        <source>(goes here)</source>
        <comment>in the picture, in the place of Raspberry Pi B</comment>
        <translation>（これから設置）</translation>
    </message>
    <message>
        <source>one network</source>
        <comment>in the picture, over the line between the homes</comment>
        <translation>ひとつのネットワーク</translation>
    </message>
    <message>
        <source>not joined</source>
        <comment>in the picture, over the line between the homes</comment>
        <translation>未接続</translation>
    </message>
    <message>
        <source>internet</source>
        <comment>in the picture, below the line between the homes</comment>
        <translation>インターネット</translation>
    </message>
    <message>
        <source>Picture: two homes, each with a router and a Raspberry Pi</source>
        <translation>図：ルーターとRaspberry Piがある2つの家</translation>
    </message>
    <message>
        <source>Picture: two homes that are not joined</source>
        <translation>図：つながっていない2つの家</translation>
    </message>
</context>
<context>
    <name>twinlan::ImagerSteps</name>
    <message>
        <source>Device</source>
        <comment>a step of Raspberry Pi Imager</comment>
        <translation>Device（機種）</translation>
    </message>
    <message>
        <source>Your model. It is printed on the board, for example “Raspberry Pi 4”.</source>
        <translation>お使いの機種。基板に「Raspberry Pi 4」のように印刷されています。</translation>
    </message>
    <message>
        <source>OS</source>
        <comment>a step of Raspberry Pi Imager</comment>
        <translation>OS</translation>
    </message>
    <message>
        <source>“Raspberry Pi OS (64-bit)”, the first one. “Lite” works as well.</source>
        <translation>いちばん上の「Raspberry Pi OS (64-bit)」。「Lite」でもかまいません。</translation>
    </message>
    <message>
        <source>Storage</source>
        <comment>a step of Raspberry Pi Imager</comment>
        <translation>Storage（書き込み先）</translation>
    </message>
    <message>
        <source>The SD card. Everything on it is erased.</source>
        <translation>SDカード。中のデータはすべて消えます。</translation>
    </message>
    <message>
        <source>Hostname</source>
        <comment>a step of Raspberry Pi Imager</comment>
        <translation>Hostname（ホスト名）</translation>
    </message>
    <message>
        <source>First card: twinlan-a. Second card: twinlan-b.</source>
        <translation>1枚目は「twinlan-a」、2枚目は「twinlan-b」。</translation>
    </message>
    <message>
        <source>Localisation</source>
        <comment>a step of Raspberry Pi Imager</comment>
        <translation>Localisation（地域）</translation>
    </message>
    <message>
        <source>The capital of your country, for example “Tokyo (Japan)”.</source>
        <translation>お住まいの国の首都。日本では「Tokyo (Japan)」。</translation>
    </message>
    <message>
        <source>User</source>
        <comment>a step of Raspberry Pi Imager</comment>
        <translation>User（ユーザー）</translation>
    </message>
    <message>
        <source>A user name and a password of your choice. Write them down: TwinLAN asks for them.</source>
        <translation>ユーザー名とパスワードを決めます。あとでTwinLANに入力するので、書き留めてください。</translation>
    </message>
    <message>
        <source>Wi‑Fi</source>
        <comment>a step of Raspberry Pi Imager</comment>
        <translation>Wi‑Fi</translation>
    </message>
    <message>
        <source>Leave it empty: the LAN cable is used.</source>
        <translation>空欄のままにします。LANケーブルを使います。</translation>
    </message>
    <message>
        <source>Remote access</source>
        <comment>a step of Raspberry Pi Imager</comment>
        <translation>Remote access（SSH接続）</translation>
    </message>
    <message>
        <source>Turn on “Enable SSH” and choose “Use password authentication”. Without it TwinLAN gets no answer.</source>
        <translation>「Enable SSH」をオンにして、「Use password authentication」（パスワード認証）を選びます。オフのままでは、TwinLANから接続できません。</translation>
    </message>
    <message>
        <source>Writing</source>
        <comment>a step of Raspberry Pi Imager</comment>
        <translation>Writing（書き込み）</translation>
    </message>
    <message>
        <source>“Write”. Leave what was not mentioned as it is.</source>
        <translation>「Write」を押します。ここに書いていない項目は、そのままにします。</translation>
    </message>
    <message>
        <source>Copy %1</source>
        <comment>a button: a host name to the clipboard</comment>
        <translation>%1をコピー</translation>
    </message>
    <message>
        <source>Copy the host name %1</source>
        <translation>ホスト名%1をコピーする</translation>
    </message>
</context>
<context>
    <name>twinlan::MainWindow</name>
    <message>
        <source>Setup and Diagnostics</source>
        <translation>セットアップと診断</translation>
    </message>
    <message>
        <source>The Raspberry Pis are still being set up.</source>
        <translation>Raspberry Piの設定がまだ続いています。</translation>
    </message>
    <message>
        <source>If you stop now, the unfinished changes are undone. That takes a moment; then the window closes.</source>
        <translation>いま中止すると、途中の変更を元に戻します。少し時間がかかり、そのあとウィンドウが閉じます。</translation>
    </message>
    <message>
        <source>If you stop now, both Raspberry Pis go back to how they were. That takes a moment; then the window closes.</source>
        <translation>いま中止すると、2台のRaspberry Piは元の状態に戻ります。少し時間がかかり、そのあとウィンドウが閉じます。</translation>
    </message>
    <message>
        <source>&amp;Stop and close</source>
        <translation>中止して閉じる(&amp;S)</translation>
    </message>
    <message>
        <source>TwinLAN</source>
        <comment>title of the window</comment>
        <translation>TwinLAN</translation>
    </message>
    <message>
        <source>S&amp;etup</source>
        <comment>a tab</comment>
        <translation>セットアップ(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Diagnostics</source>
        <comment>a tab</comment>
        <translation>診断(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Keep going</source>
        <comment>a button: the setup is not stopped</comment>
        <translation>設定を続ける(&amp;K)</translation>
    </message>
    <message>
        <source>TwinLAN – %1 %2 %</source>
        <comment>title of the window: a step of the wizard, per cent</comment>
        <translation>TwinLAN – %1 %2%</translation>
    </message>
    <message>
        <source>TwinLAN – %1</source>
        <comment>title of the window: a step of the wizard</comment>
        <translation>TwinLAN – %1</translation>
    </message>
    <message>
        <source>This cannot be stopped half way. The window can close by itself when it is done.</source>
        <translation>途中で止めることはできません。終わったら、自動的にウィンドウを閉じることもできます。</translation>
    </message>
    <message>
        <source>&amp;Leave it open</source>
        <comment>a button: the window</comment>
        <translation>開いたままにする(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Close when done</source>
        <comment>a button: the window</comment>
        <translation>終わったら閉じる(&amp;C)</translation>
    </message>
    <message>
        <source>The changes on the Raspberry Pis are still being undone.</source>
        <translation>Raspberry Piを元に戻している最中です。</translation>
    </message>
    <message>
        <source>About</source>
        <comment>a button: what this program is</comment>
        <translation>TwinLANについて</translation>
    </message>
    <message>
        <source>About TwinLAN</source>
        <comment>a button, as a screen reader says it</comment>
        <translation>TwinLANについて</translation>
    </message>
    <message>
        <source>Help</source>
        <comment>a button: for the page that is shown</comment>
        <translation>ヘルプ</translation>
    </message>
    <message>
        <source>Help for this page</source>
        <translation>このページのヘルプ</translation>
    </message>
    <message>
        <source>Help for this page (F1)</source>
        <translation>このページのヘルプ（F1）</translation>
    </message>
</context>
<context>
    <name>twinlan::MenuPath</name>
    <message>
        <source>Picture: the way through the menu: %1</source>
        <translation>図：メニューの順序：%1</translation>
    </message>
</context>
<context>
    <name>twinlan::OfferCard</name>
    <message>
        <source>&amp;Open folders</source>
        <comment>a button</comment>
        <translation>フォルダーを開く(&amp;O)</translation>
    </message>
    <message>
        <source>Open &amp;web page</source>
        <comment>a button: of a device</comment>
        <translation>ウェブページを開く(&amp;W)</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a device, and what a button of it does</comment>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>twinlan::OfferList</name>
    <message>
        <source>What you can use in the other home</source>
        <translation>もう一方の家で使えるもの</translation>
    </message>
    <message>
        <source>Sea&amp;rch again</source>
        <comment>a button: the network</comment>
        <translation>もう一度検索する(&amp;R)</translation>
    </message>
    <message>
        <source>Searching the other home for devices to use…</source>
        <translation>もう一方の家で使える機器を探しています…</translation>
    </message>
    <message>
        <source>This computer is not in the joined network. Connect it to the router of this home by LAN cable or Wi-Fi, then search again.</source>
        <translation>このパソコンは、つながった2つの家のネットワークに入っていません。この家のルーターにLANケーブルかWi-Fiでつないでから、もう一度検索してください。</translation>
    </message>
    <message>
        <source>No device of the other home has been found yet. Check these, then search again:
• Is the NAS or the printer there switched on? After switching on it may need a few minutes.
• Is it connected to the router there? A guest Wi-Fi is kept apart.
• Some devices do not show themselves. They open by their IP address all the same.</source>
        <translation>もう一方の家の機器は、まだ見つかっていません。次のことを確かめてから、もう一度検索してください。
• NASやプリンターの電源は入っていますか？電源を入れてから数分かかることがあります。
• その家のルーターにつながっていますか？ゲスト用Wi-Fiからは使えません。
• 自分の名前を知らせない機器もあります。その場合も、IPアドレスを入力すれば開けます。</translation>
    </message>
    <message>
        <source>This computer could not open it. Type this address into a file manager or a web browser: %1</source>
        <translation>このパソコンでは開けませんでした。ファイルマネージャーかウェブブラウザーに、このアドレスを入力してください：%1</translation>
    </message>
    <message>
        <source>Still searching…</source>
        <comment>for devices of the other home</comment>
        <translation>検索を続けています…</translation>
    </message>
</context>
<context>
    <name>twinlan::PathTable</name>
    <message>
        <source>Round-trip time of the newest ping</source>
        <translation>最新の応答時間</translation>
    </message>
    <message>
        <source>p50: half of the last 60 answers were faster than this</source>
        <translation>p50：直近60回の応答の半分はこれより速い</translation>
    </message>
    <message>
        <source>p95: 95 % of the last 60 answers were faster than this</source>
        <translation>p95：直近60回の応答の95%はこれより速い</translation>
    </message>
    <message>
        <source>How much the round-trip time changes from one answer to the next (RFC 3550)</source>
        <translation>応答時間が1回ごとにどれだけ変わるか（RFC 3550）</translation>
    </message>
    <message>
        <source>Pings without an answer, of the last 60</source>
        <translation>直近60回のうち応答がなかったもの</translation>
    </message>
    <message>
        <source>Path MTU: the largest IP packet that passes in one piece (with DF). 1500 is expected.</source>
        <translation>経路MTU：分割せずに通る最大のIPパケット（DFあり）。期待値は1500です。</translation>
    </message>
    <message>
        <source>The largest IP packet that passes when it may be cut up (without DF). Larger than %1 is not tried.</source>
        <translation>分割を許したときに通る最大のIPパケット（DFなし）。%1より大きいものは試しません。</translation>
    </message>
    <message>
        <source>Trying again.</source>
        <translation>再試行しています。</translation>
    </message>
    <message>
        <source>Path</source>
        <comment>the head of a column</comment>
        <translation>経路</translation>
    </message>
    <message>
        <source>Now</source>
        <comment>the head of a column: the newest round-trip time</comment>
        <translation>現在</translation>
    </message>
    <message>
        <source>Typical</source>
        <comment>the head of a column: the median round-trip time</comment>
        <translation>通常</translation>
    </message>
    <message>
        <source>Slow</source>
        <comment>the head of a column: the 95th percentile of the round-trip time</comment>
        <translation>遅いとき</translation>
    </message>
    <message>
        <source>Jitter</source>
        <comment>the head of a column</comment>
        <translation>ゆらぎ</translation>
    </message>
    <message>
        <source>Loss</source>
        <comment>the head of a column</comment>
        <translation>損失</translation>
    </message>
    <message>
        <source>Largest, unsplit</source>
        <comment>the head of a column: a packet</comment>
        <translation>最大（分割なし）</translation>
    </message>
    <message>
        <source>Largest, split</source>
        <comment>the head of a column: a packet</comment>
        <translation>最大（分割あり）</translation>
    </message>
    <message>
        <source>connecting…</source>
        <comment>in place of a round-trip time</comment>
        <translation>接続中…</translation>
    </message>
    <message>
        <source>no answer</source>
        <comment>in place of a round-trip time</comment>
        <translation>応答なし</translation>
    </message>
    <message>
        <source>interrupted</source>
        <comment>in place of a round-trip time</comment>
        <translation>中断</translation>
    </message>
</context>
<context>
    <name>twinlan::PiAPage</name>
    <message>
        <source>Connect to the Raspberry Pi in this home</source>
        <translation>この家のRaspberry Piに接続します</translation>
    </message>
    <message>
        <source>Raspberry Pi A: address or name</source>
        <translation>Raspberry Pi A：IPアドレスまたはホスト名</translation>
    </message>
    <message>
        <source>Try raspberrypi.local first (or the host name that you chose, with .local). If that fails, look for the Raspberry Pi in your router&apos;s device list.</source>
        <translation>まず「raspberrypi.local」をお試しください（ホスト名を決めた場合は「ホスト名.local」）。つながらないときは、ルーターの機器一覧でIPアドレスを調べてください。</translation>
    </message>
    <message>
        <source>• Is a lamp of the Raspberry Pi on (red or green)? After switching on it needs about a minute.
• Is the LAN cable in the Raspberry Pi and in the router? Wi-Fi is not enough.
• Is this computer connected to the same router?
• When the SD card was written with Raspberry Pi Imager, a user, a password and “SSH” were chosen in its settings. If SSH was left off, rewrite the card and turn it on there.</source>
        <translation>• Raspberry Piのランプ（赤または緑）はついていますか？電源を入れてから1分ほどかかります。
• LANケーブルは、Raspberry Piとルーターの両方に差し込まれていますか？Wi-Fiだけでは使えません。
• このパソコンは、同じルーターにつながっていますか？
• Raspberry Pi ImagerでSDカードを作ったときに、ユーザー名、パスワード、SSHを設定しています。SSHをオフにしていた場合は、オンにしてカードを作り直してください。</translation>
    </message>
    <message>
        <source>&amp;Address or name</source>
        <translation>IPアドレスまたはホスト名(&amp;A)</translation>
    </message>
    <message>
        <source>Connect Raspberry Pi A to this home&apos;s router with a LAN cable and switch it on. TwinLAN finds it in the network.</source>
        <translation>Raspberry Pi AをLANケーブルでこの家のルーターにつなぎ、電源を入れてください。TwinLANがネットワークの中から探します。</translation>
    </message>
    <message>
        <source>Can&apos;t find it, or for&amp;got the password?</source>
        <translation>見つからない場合・パスワードが分からない場合(&amp;G)</translation>
    </message>
</context>
<context>
    <name>twinlan::PiBPage</name>
    <message>
        <source>The Raspberry Pi of the other home</source>
        <translation>もう一方の家のRaspberry Pi</translation>
    </message>
    <message>
        <source>Where is Raspberry Pi B at the moment?</source>
        <translation>Raspberry Pi Bは、いまどこにありますか？</translation>
    </message>
    <message>
        <source>Raspberry Pi B: address or name</source>
        <translation>Raspberry Pi B：IPアドレスまたはホスト名</translation>
    </message>
    <message>
        <source>Raspberry Pi B: choose from your Tailscale devices</source>
        <translation>Raspberry Pi B：Tailscaleの機器から選ぶ</translation>
    </message>
    <message>
        <source>Not in the list: type its address</source>
        <translation>一覧にない（IPアドレスを入力する）</translation>
    </message>
    <message>
        <source>Raspberry Pi A will reach it through Tailscale.</source>
        <translation>Raspberry Pi Aから、Tailscaleを通して接続します。</translation>
    </message>
    <message>
        <source>Connect it to this home&apos;s router with a second LAN cable. The homes are joined after you have carried it to the other home.</source>
        <translation>もう1本のLANケーブルで、この家のルーターにつないでください。もう一方の家へ運んだあとで、2つの家がつながります。</translation>
    </message>
    <message>
        <source>It is already in the &amp;other home (and logged in to Tailscale)</source>
        <translation>もう一方の家にある（Tailscaleにログイン済み）(&amp;O)</translation>
    </message>
    <message>
        <source>It is here with &amp;me; I&apos;ll take it to the other home later</source>
        <translation>手元にある（設定のあと、もう一方の家へ運ぶ）(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Which one is it?</source>
        <translation>どれがRaspberry Pi Bですか？(&amp;W)</translation>
    </message>
    <message>
        <source>Raspberry Pi B is &amp;gone; undo Raspberry Pi A only</source>
        <translation>Raspberry Pi Bはもうない（Raspberry Pi Aだけを元に戻す）(&amp;G)</translation>
    </message>
    <message>
        <source>Its Tailscale &amp;address</source>
        <translation>TailscaleのIPアドレス(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Address or name</source>
        <translation>IPアドレスまたはホスト名(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Refresh</source>
        <comment>a button: the list of devices</comment>
        <translation>一覧を更新する(&amp;R)</translation>
    </message>
    <message>
        <source>online</source>
        <comment>a device of the tailnet</comment>
        <translation>オンライン</translation>
    </message>
    <message>
        <source>offline</source>
        <comment>a device of the tailnet</comment>
        <translation>オフライン</translation>
    </message>
    <message>
        <source>%1   %2   (%3)</source>
        <comment>a device of the tailnet: name, address, online or offline</comment>
        <translation>%1   %2   （%3）</translation>
    </message>
</context>
<context>
    <name>twinlan::PiChecklist</name>
    <message>
        <source>Is it plugged in?</source>
        <translation>電源アダプターをつないでありますか？</translation>
    </message>
    <message>
        <source>Is the LAN cable in the Raspberry Pi and in the router? Wi-Fi is not enough.</source>
        <translation>LANケーブルは、Raspberry Piとルーターの両方に差してありますか？Wi-Fiだけでは使えません。</translation>
    </message>
    <message>
        <source>Is a lamp lit on the Raspberry Pi (red or green), and one on its LAN port?</source>
        <translation>Raspberry Piのランプ（赤または緑）と、LANポートのランプはついていますか？</translation>
    </message>
    <message>
        <source>Is this computer connected to the same router? A guest Wi-Fi is kept apart.</source>
        <translation>このパソコンも同じルーターにつながっていますか？ゲスト用Wi-Fiからは見つかりません。</translation>
    </message>
    <message>
        <source>Switched on just now? Wait 2 minutes: the first start takes that long.</source>
        <translation>電源を入れたばかりですか？最初の起動には時間がかかるので、2分ほどお待ちください。</translation>
    </message>
    <message>
        <source>Was “SSH” turned on in Raspberry Pi Imager? If not, rewrite the SD card.</source>
        <translation>Raspberry Pi Imagerで「SSH」を有効にしましたか？していない場合は、SDカードを作り直してください。</translation>
    </message>
</context>
<context>
    <name>twinlan::PiChooser</name>
    <message>
        <source>T&amp;ype the address instead</source>
        <translation>IPアドレスを入力する(&amp;Y)</translation>
    </message>
    <message>
        <source>%1: type the address instead</source>
        <translation>%1：IPアドレスを入力する</translation>
    </message>
    <message>
        <source>How far the search is</source>
        <translation>検索の進みぐあい</translation>
    </message>
    <message>
        <source>Choose your Raspberry Pi. Still searching…</source>
        <translation>お使いのRaspberry Piを選んでください。検索を続けています…</translation>
    </message>
    <message>
        <source>Searching this home&apos;s network for your Raspberry Pi…</source>
        <translation>この家のネットワークでRaspberry Piを探しています…</translation>
    </message>
    <message>
        <source>This computer is not connected to a home network. Connect it to the router by LAN cable or Wi-Fi, then search again.</source>
        <translation>このパソコンは家のネットワークにつながっていません。LANケーブルかWi-Fiでルーターにつないでから、もう一度検索してください。</translation>
    </message>
    <message>
        <source>Choose your Raspberry Pi:</source>
        <translation>お使いのRaspberry Piを選んでください。</translation>
    </message>
    <message>
        <source>No Raspberry Pi was found. Check these, then search again:</source>
        <translation>Raspberry Piが見つかりませんでした。次の点を確かめてから、もう一度検索してください。</translation>
    </message>
    <message>
        <source>No Raspberry Pi was found.</source>
        <translation>Raspberry Piが見つかりませんでした。</translation>
    </message>
    <message>
        <source>The search was stopped.</source>
        <translation>検索を中止しました。</translation>
    </message>
    <message>
        <source>Two Raspberry Pis have the same name. To tell them apart, unplug one of them and search again.</source>
        <translation>同じ名前のRaspberry Piが2台あります。区別するには、片方の電源を抜いてから、もう一度検索してください。</translation>
    </message>
    <message>
        <source>Where SSH is off, nobody can sign in: rewrite the SD card and turn on “SSH” in Raspberry Pi Imager.</source>
        <translation>SSHがオフのRaspberry Piには接続できません。Raspberry Pi Imagerで「SSH」を有効にして、SDカードを作り直してください。</translation>
    </message>
    <message>
        <source>Stop sea&amp;rching</source>
        <comment>a button</comment>
        <translation>検索を中止する(&amp;R)</translation>
    </message>
    <message>
        <source>Sea&amp;rch the network</source>
        <comment>a button</comment>
        <translation>ネットワークを検索する(&amp;R)</translation>
    </message>
    <message>
        <source>Sea&amp;rch again</source>
        <comment>a button: the network</comment>
        <translation>もう一度検索する(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Further devices (%1)</source>
        <comment>a button: those that may be no Raspberry Pi, and how many</comment>
        <translation>ほかの機器（%1台）(&amp;F)</translation>
    </message>
</context>
<context>
    <name>twinlan::RangeBar</name>
    <message>
        <source>Router %1, DHCP range %2–%3</source>
        <translation>ルーターは%1、割り当て範囲は%2～%3</translation>
    </message>
    <message>
        <source>router %1</source>
        <comment>in the drawing of a range: its address</comment>
        <translation>ルーター：%1</translation>
    </message>
</context>
<context>
    <name>twinlan::RememberRow</name>
    <message>
        <source>Remember this Ra&amp;spberry Pi</source>
        <translation>次回からパスワードなしで接続する(&amp;S)</translation>
    </message>
    <message>
        <source>Then no password is asked next time: TwinLAN makes a key of its own and puts one half on the Raspberry Pi, the other into this desktop&apos;s password store. No password is kept in a file.</source>
        <translation>TwinLAN専用の鍵を作り、片方をRaspberry Piに、もう片方をこのパソコンのパスワード保管庫に入れます。パスワードがファイルに残ることはありません。</translation>
    </message>
    <message>
        <source>Forget %1</source>
        <comment>a button, for a screen reader</comment>
        <translation>%1の登録を削除する</translation>
    </message>
    <message>
        <source>Looking for TwinLAN&apos;s key in this desktop&apos;s password store…</source>
        <translation>このパソコンのパスワード保管庫で、TwinLANの鍵を探しています…</translation>
    </message>
    <message>
        <source>TwinLAN&apos;s key is being put on this Raspberry Pi…</source>
        <translation>TwinLANの鍵をRaspberry Piに登録しています…</translation>
    </message>
    <message>
        <source>TwinLAN remembers this Raspberry Pi: no password is asked next time.</source>
        <translation>このRaspberry Piは登録済みです。次回はパスワードを入力せずに接続できます。</translation>
    </message>
    <message>
        <source>This desktop keeps no passwords, so the password is asked again next time.</source>
        <translation>このパソコンのパスワード保管庫を使えないため、次回もパスワードの入力が必要です。</translation>
    </message>
    <message>
        <source>This desktop&apos;s password store did not open. Please enter the password.</source>
        <translation>このパソコンのパスワード保管庫を開けませんでした。パスワードを入力してください。</translation>
    </message>
    <message>
        <source>This Raspberry Pi does not take TwinLAN&apos;s key, so the password is asked again next time.</source>
        <translation>このRaspberry PiにはTwinLANの鍵を登録できないため、次回もパスワードの入力が必要です。</translation>
    </message>
    <message>
        <source>This Raspberry Pi does not take TwinLAN&apos;s key any more. Please enter the password.</source>
        <translation>このRaspberry Piには、TwinLANの鍵で接続できなくなりました。パスワードを入力してください。</translation>
    </message>
    <message>
        <source>TwinLAN&apos;s key is being taken off this Raspberry Pi…</source>
        <translation>Raspberry PiからTwinLANの鍵を削除しています…</translation>
    </message>
    <message>
        <source>This computer has forgotten the Raspberry Pi. TwinLAN&apos;s key is still on it, because it could not be reached.</source>
        <translation>このパソコンの登録を削除しました。接続できないため、Raspberry Piの鍵は残っています。</translation>
    </message>
    <message>
        <source>Forge&amp;t this Raspberry Pi</source>
        <translation>登録を削除する(&amp;T)</translation>
    </message>
</context>
<context>
    <name>twinlan::ResultPage</name>
    <message>
        <source>Everything is set up, but the homes are not joined yet. Is Raspberry Pi B on and connected to the internet? They join by themselves as soon as both are ready.</source>
        <translation>設定は終わりましたが、まだつながっていません。Raspberry Pi Bの電源とインターネット接続を確かめてください。準備が整うと、自動的につながります。</translation>
    </message>
    <message>
        <source>%1: router %2, DHCP range %3–%4</source>
        <translation>%1：ルーターは%2、割り当て範囲は%3～%4</translation>
    </message>
    <message>
        <source>Set up, but not joined yet</source>
        <translation>設定は終わりましたが、まだつながっていません</translation>
    </message>
    <message>
        <source>Almost done: carry Raspberry Pi B to the other home</source>
        <translation>あと少しです：Raspberry Pi Bをもう一方の家へ運びましょう</translation>
    </message>
    <message>
        <source>Chec&amp;k again</source>
        <comment>a button</comment>
        <translation>もう一度確認する(&amp;K)</translation>
    </message>
    <message>
        <source>The Tailscale login of %1 expires on %2. The homes are disconnected from then on.</source>
        <translation>%1のTailscaleのログインは、%2に期限が切れます。それ以降は、2つの家のつながりが切れます。</translation>
    </message>
    <message>
        <source>Show the n&amp;umbers</source>
        <comment>a button: opens Diagnostics</comment>
        <translation>数値を表示(&amp;U)</translation>
    </message>
    <message>
        <source>They join again by themselves after a power cut. You can close this window.</source>
        <translation>停電のあとも、自動的につながります。この画面は閉じてもかまいません。</translation>
    </message>
    <message>
        <source>The two homes are one network</source>
        <translation>2つの家がひとつのネットワークになりました</translation>
    </message>
    <message>
        <source>S&amp;ave or print this setup…</source>
        <comment>a button</comment>
        <translation>この設定を保存・印刷する(&amp;A)…</translation>
    </message>
    <message>
        <source>Both Raspberry Pis are ready. Take these three steps along to the other home.</source>
        <translation>2台のRaspberry Piの準備ができました。次の3つの手順を、もう一方の家へ持っていってください。</translation>
    </message>
</context>
<context>
    <name>twinlan::ReviewPage</name>
    <message>
        <source>Undo everything?</source>
        <translation>すべて元に戻しますか？</translation>
    </message>
    <message>
        <source>This is what will be done</source>
        <translation>これから行う設定</translation>
    </message>
    <message>
        <source>File to be written</source>
        <translation>書き込むファイル</translation>
    </message>
    <message>
        <source>Content of the file</source>
        <translation>ファイルの内容</translation>
    </message>
    <message>
        <source>Both Raspberry Pis will be restored to how they were before the first setup.</source>
        <translation>2台のRaspberry Piは、最初の設定の前とまったく同じ状態に戻ります。</translation>
    </message>
    <message>
        <source>The two homes are two networks again. The devices of the other home no longer appear.</source>
        <translation>2つの家は、別々のネットワークに戻ります。もう一方の家の機器は使えなくなります。</translation>
    </message>
    <message>
        <source>The routers are not changed. You can leave their settings as they are.</source>
        <translation>ルーターの設定は変更しません。そのままでかまいません。</translation>
    </message>
    <message>
        <source>Checking what needs to change…</source>
        <translation>設定の内容を調べています…</translation>
    </message>
    <message>
        <source>Everything is set up already. Nothing will be changed.</source>
        <translation>設定は完了しています。変更はありません。</translation>
    </message>
    <message>
        <source>First, the unfinished changes of an interrupted setup are undone.</source>
        <translation>最初に、途中で止まった設定を元に戻します。</translation>
    </message>
    <message>
        <source>A backup of the settings is kept on both Raspberry Pis. With it everything can be undone at any time.</source>
        <translation>2台のRaspberry Piに、いまの設定のバックアップを残します。これを使って、いつでも元に戻せます。</translation>
    </message>
    <message>
        <source>The required software and network features are installed on them.</source>
        <translation>必要なソフトウェアとネットワーク機能を入れます。</translation>
    </message>
    <message>
        <source>Each Raspberry Pi connects its LAN to the secure link (B first, then A). Their addresses do not change.</source>
        <translation>Raspberry Pi B、Aの順に、その家のLANを安全な通り道につなぎます。Raspberry PiのIPアドレスは変わりません。</translation>
    </message>
    <message>
        <source>Each home keeps its own internet; each router keeps assigning addresses only in its own home.</source>
        <translation>インターネットは、それぞれの家の回線を使います。IPアドレスは、それぞれの家のルーターが割り当てます。</translation>
    </message>
    <message>
        <source>If a Raspberry Pi cannot be reached after its switch, it restores itself within two minutes.</source>
        <translation>切り替えのあとRaspberry Piに接続できないときは、2分以内に自動的に元に戻ります。</translation>
    </message>
    <message>
        <source>Afterwards you carry Raspberry Pi B to the other home. Only there the homes are joined.</source>
        <translation>最後に、Raspberry Pi Bをもう一方の家へ運びます。そこで初めて2つの家がつながります。</translation>
    </message>
    <message>
        <source>%1: router %2, DHCP range %3–%4</source>
        <translation>%1：ルーターは%2、割り当て範囲は%3～%4</translation>
    </message>
    <message>
        <source>There is nothing to do</source>
        <translation>変更するところはありません</translation>
    </message>
    <message>
        <source>Raspberry Pi A will be restored to how it was before the first setup. Raspberry Pi B is left alone.</source>
        <translation>Raspberry Pi Aは、最初の設定の前とまったく同じ状態に戻ります。Raspberry Pi Bは変更しません。</translation>
    </message>
    <message>
        <source>Set the router of each home like this (you do this yourself)</source>
        <translation>それぞれの家のルーターを、次のように設定してください（ご自分で行います）</translation>
    </message>
    <message>
        <source>First, set your two routers like this (you do this yourself)</source>
        <translation>先に、2台のルーターを次のように設定してください（ご自分で行います）</translation>
    </message>
    <message>
        <source>On %1 what was set up by hand before comes back. It restarts for that, and may have another address then.</source>
        <translation>%1では、手作業で作られた以前の設定に戻ります。そのために再起動し、IPアドレスが変わることがあります。</translation>
    </message>
    <message>
        <source>On %1 TwinLAN replaces what was set up by hand.</source>
        <translation>%1では、手作業で作られた設定をTwinLANに置き換えます。</translation>
    </message>
    <message>
        <source>Also &amp;remove the software that the setup installed (if nothing else uses it)</source>
        <translation>設定で追加したソフトウェアも削除する（ほかで使われていないものだけ）(&amp;R)</translation>
    </message>
    <message>
        <source>Show detai&amp;ls</source>
        <comment>a button</comment>
        <translation>詳細を表示(&amp;L)</translation>
    </message>
    <message>
        <source>%1. </source>
        <comment>the number of a sentence</comment>
        <translation>%1. </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a Raspberry Pi, and a file on it</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>If TwinLAN installed Tailscale, it goes too: Raspberry Pi B can then only be reached in the other home.</source>
        <translation>TwinLANが入れたTailscaleも削除されます。そのあとRaspberry Pi Bには、もう一方の家からしか接続できません。</translation>
    </message>
</context>
<context>
    <name>twinlan::RouterGuidePanel</name>
    <message>
        <source>Maker of the router:</source>
        <translation>ルーターのメーカー：</translation>
    </message>
    <message>
        <source>%1: maker of the router</source>
        <translation>%1：ルーターのメーカー</translation>
    </message>
    <message>
        <source>Open the setup page</source>
        <translation>設定画面を開く</translation>
    </message>
    <message>
        <source>%1: open the setup page of the router</source>
        <translation>%1：ルーターの設定画面を開く</translation>
    </message>
    <message>
        <source>There are two boxes: a home gateway and a Wi-Fi router</source>
        <translation>機器が2台ある（ホームゲートウェイとWi-Fiルーター）</translation>
    </message>
    <message>
        <source>First correct the addresses above: then the steps for this router stand here.</source>
        <translation>上のIPアドレスを直すと、このルーターの手順が表示されます。</translation>
    </message>
    <message>
        <source>Set the one that assigns addresses to your devices. If the Wi-Fi router works as a router too, plug both the Raspberry Pi and your devices into it.</source>
        <translation>設定するのは、ふだん使う機器にIPアドレスを割り当てているほうの1台です。Wi-Fiルーターもルーターとして動いているときは、Raspberry Piも、ふだん使う機器も、Wi-Fiルーターにつなぎます。</translation>
    </message>
    <message>
        <source>So it seems to be here: this computer and Raspberry Pi A have different routers.</source>
        <translation>この家もそのようです。このパソコンとRaspberry Pi Aは、別々のルーターにつながっています。</translation>
    </message>
    <message>
        <source>Copied</source>
        <comment>button: a value is in the clipboard</comment>
        <translation>コピー済み</translation>
    </message>
    <message>
        <source>Copy</source>
        <comment>button: a value to the clipboard</comment>
        <translation>コピー</translation>
    </message>
    <message>
        <source>In the other home, open the %1 with a computer or phone there: %2 in a web browser. %3</source>
        <translation>もう一方の家にあるパソコンかスマートフォンのウェブブラウザーで、%1（%2）を開きます。%3</translation>
    </message>
    <message>
        <source>In the other home, open the %1 with a computer or phone there. Its address is often on a label of the router. %2</source>
        <translation>もう一方の家にあるパソコンかスマートフォンのウェブブラウザーで、%1を開きます。そのアドレスは、多くの場合、ルーターのラベルにあります。%2</translation>
    </message>
    <message>
        <source>Press “Open the setup page”: the %1 opens (%2). %3</source>
        <translation>「設定画面を開く」を押すと、%1（%2）が開きます。%3</translation>
    </message>
    <message>
        <source>Open the %1 in a web browser. Its address is often on a label of the router. %2</source>
        <translation>ウェブブラウザーで%1を開きます。そのアドレスは、多くの場合、ルーターのラベルにあります。%2</translation>
    </message>
    <message>
        <source>The router restarts by itself. The internet is away for some minutes.</source>
        <translation>ルーターが自動的に再起動します。数分間、インターネットを使えません。</translation>
    </message>
    <message>
        <source>If it asks for a restart, restart it. The internet is then away for some minutes.</source>
        <translation>再起動を求められたら、再起動します。そのあいだの数分間は、インターネットを使えません。</translation>
    </message>
    <message>
        <source>Restart the router. The internet is away for some minutes.</source>
        <translation>ルーターを再起動します。数分間、インターネットを使えません。</translation>
    </message>
    <message>
        <source>Turn Wi-Fi off and on again on your computers and phones, so that they get their new addresses. The setup page is at %1 from then on.</source>
        <translation>パソコンやスマートフォンのWi-Fiをいったん切って、つなぎ直します（新しいIPアドレスになります）。次からの設定画面は%1です。</translation>
    </message>
    <message>
        <source>A value that is there already stays as it is. Names in the menu can differ a little from model to model.</source>
        <translation>すでに同じ値になっている欄は、そのままにします。メニューの名前は、機種によって少し違うことがあります。</translation>
    </message>
    <message>
        <source>%1: copy %2, %3</source>
        <comment>a button: home, what the router calls the value, value</comment>
        <translation>%1：%2 %3をコピー</translation>
    </message>
</context>
<context>
    <name>twinlan::SdCardsPage</name>
    <message>
        <source>Prepare the two SD cards</source>
        <translation>SDカードを2枚準備します</translation>
    </message>
    <message>
        <source>Write both cards with Raspberry Pi Imager, with the answers below. Are they written already, with SSH on? Then continue.</source>
        <translation>Raspberry Pi Imagerで、下のとおりに選んで2枚とも書き込みます。SSHを有効にして作成済みの場合は、そのまま進んでください。</translation>
    </message>
    <message>
        <source>&amp;Get Raspberry Pi Imager</source>
        <comment>a button: opens its web page</comment>
        <translation>Raspberry Pi Imagerを入手する(&amp;G)</translation>
    </message>
    <message>
        <source>Then put each card into its Raspberry Pi, connect it to the router with a LAN cable, and switch it on. The first start takes about 2 minutes.</source>
        <translation>書き込んだSDカードをそれぞれのRaspberry Piに入れ、LANケーブルでルーターにつないで、電源を入れます。最初の起動には2分ほどかかります。</translation>
    </message>
    <message>
        <source>What to buy: which Raspberry Pi is en&amp;ough?</source>
        <translation>用意するもの・Raspberry Piの選び方(&amp;O)</translation>
    </message>
    <message>
        <source>• Two Raspberry Pi 4 or 5; 1 GB of memory is enough. A Raspberry Pi 3 works too, but slower: its LAN port is. A Raspberry Pi Zero has no LAN port.
• Two microSD cards of 16 GB or more, and a card reader if this computer has none
• Two power supplies made for that model: with a weak one a Raspberry Pi stops now and then
• Two LAN cables</source>
        <translation>• Raspberry Pi 4または5を2台（メモリーは1 GBで足ります）。Raspberry Pi 3でも使えますが、LANポートが遅いため通信も遅くなります。Raspberry Pi ZeroにはLANポートがありません。
• 16 GB以上のmicroSDカード2枚（パソコンに差し込み口がなければ、カードリーダーも）
• その機種用の電源アダプター2個（力の足りないものでは、ときどき止まります）
• LANケーブル2本</translation>
    </message>
</context>
<context>
    <name>twinlan::SetupView</name>
    <message>
        <source>Steps of the setup</source>
        <translation>設定の手順</translation>
    </message>
    <message>
        <source>&amp;Start the setup</source>
        <translation>設定を始める(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Undo now</source>
        <comment>a button</comment>
        <translation>元に戻す(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <comment>a button</comment>
        <translation>次へ(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <comment>a button</comment>
        <translation>戻る(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Finish</source>
        <comment>a button: the window closes</comment>
        <translation>終了(&amp;F)</translation>
    </message>
</context>
<context>
    <name>twinlan::SheetActions</name>
    <message>
        <source>&amp;Print…</source>
        <comment>a button: a page of paper</comment>
        <translation>印刷する(&amp;P)…</translation>
    </message>
    <message>
        <source>&amp;Save as PDF…</source>
        <comment>a button</comment>
        <translation>PDFとして保存する(&amp;S)…</translation>
    </message>
    <message>
        <source>Save as p&amp;icture…</source>
        <comment>a button</comment>
        <translation>画像として保存する(&amp;I)…</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <comment>a file</comment>
        <translation>保存しました：%1</translation>
    </message>
    <message>
        <source>The page could not be printed.</source>
        <translation>印刷できませんでした。</translation>
    </message>
    <message>
        <source>The printer did not take it. Nothing was printed.</source>
        <translation>プリンターが受け付けなかったため、何も印刷されていません。</translation>
    </message>
    <message>
        <source>Look whether the printer is on and has paper, or save the page as PDF and print that later.</source>
        <translation>プリンターの電源と用紙を確かめてください。PDFとして保存して、あとで印刷することもできます。</translation>
    </message>
    <message>
        <source>The file could not be saved.</source>
        <translation>ファイルを保存できませんでした。</translation>
    </message>
    <message>
        <source>The folder takes no files, or the disk is full. Nothing was written.</source>
        <translation>フォルダーに書き込めないか、ディスクの空きがありません。ファイルは作られていません。</translation>
    </message>
    <message>
        <source>Save it in another folder, for example in “Documents”.</source>
        <translation>「ドキュメント」など、別のフォルダーに保存してください。</translation>
    </message>
</context>
<context>
    <name>twinlan::SignInForm</name>
    <message>
        <source>its passphrase, if any</source>
        <translation>パスフレーズ（ある場合）</translation>
    </message>
    <message>
        <source>Choose the key file</source>
        <translation>鍵ファイルを選ぶ</translation>
    </message>
    <message>
        <source>Use a &amp;key file</source>
        <translation>鍵ファイルを使う(&amp;K)</translation>
    </message>
    <message>
        <source>I &amp;rewrote this SD card</source>
        <translation>SDカードを作り直した(&amp;R)</translation>
    </message>
    <message>
        <source>Accept ne&amp;w fingerprint</source>
        <translation>新しいRaspberry Piとして接続する(&amp;W)</translation>
    </message>
    <message>
        <source>Trust and cont&amp;inue</source>
        <translation>信頼して接続する(&amp;I)</translation>
    </message>
    <message>
        <source>Do no&amp;t connect</source>
        <translation>やめる(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;User</source>
        <comment>before the field of the user name</comment>
        <translation>ユーザー名(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Password</source>
        <comment>before its field</comment>
        <translation>パスワード(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Connect</source>
        <comment>a button: over SSH</comment>
        <translation>接続する(&amp;C)</translation>
    </message>
    <message>
        <source>Ad&amp;vanced</source>
        <comment>a button</comment>
        <translation>詳細設定(&amp;V)</translation>
    </message>
    <message>
        <source>SSH p&amp;ort</source>
        <comment>before its field</comment>
        <translation>SSHポート(&amp;O)</translation>
    </message>
    <message>
        <source>key file</source>
        <comment>in its empty field</comment>
        <translation>鍵ファイル</translation>
    </message>
    <message>
        <source>C&amp;hoose…</source>
        <comment>a button: a file</comment>
        <translation>参照(&amp;H)…</translation>
    </message>
    <message>
        <source>%1: user</source>
        <comment>a field, for a screen reader</comment>
        <translation>%1：ユーザー名</translation>
    </message>
    <message>
        <source>%1: password</source>
        <comment>a field, for a screen reader</comment>
        <translation>%1：パスワード</translation>
    </message>
    <message>
        <source>Connect to %1</source>
        <comment>a button, for a screen reader</comment>
        <translation>%1に接続する</translation>
    </message>
    <message>
        <source>%1: SSH port</source>
        <comment>a field, for a screen reader</comment>
        <translation>%1：SSHポート</translation>
    </message>
    <message>
        <source>%1: key file</source>
        <comment>a field, for a screen reader</comment>
        <translation>%1：鍵ファイル</translation>
    </message>
    <message>
        <source>%1: passphrase of the key file</source>
        <comment>a field, for a screen reader</comment>
        <translation>%1：鍵ファイルのパスフレーズ</translation>
    </message>
    <message>
        <source>Connecting to %1…</source>
        <comment>an address or a name</comment>
        <translation>%1に接続しています…</translation>
    </message>
    <message>
        <source>✓ Connected: %1</source>
        <comment>host name</comment>
        <translation>✓ 接続しました：%1</translation>
    </message>
    <message>
        <source>✓ Connected: %1 (%2)</source>
        <comment>host name and model</comment>
        <translation>✓ 接続しました：%1（%2）</translation>
    </message>
    <message>
        <source>The user and the password are those that you chose in Raspberry Pi Imager when you wrote the SD card.</source>
        <translation>Raspberry Pi ImagerでSDカードを作ったときに決めた、ユーザー名とパスワードを入力してください。</translation>
    </message>
    <message>
        <source>%1: show the password</source>
        <translation>%1：パスワードを表示する</translation>
    </message>
    <message>
        <source>%1: show the passphrase</source>
        <translation>%1：パスフレーズを表示する</translation>
    </message>
</context>
<context>
    <name>twinlan::StepColumn</name>
    <message>
        <source>Safety timer: reverts in %1 s unless the connection is confirmed.</source>
        <translation>安全タイマー：接続を確認できなければ、あと%1秒で自動的に元に戻ります。</translation>
    </message>
    <message>
        <source>Show detai&amp;ls</source>
        <comment>a button</comment>
        <translation>詳細を表示(&amp;L)</translation>
    </message>
</context>
<context>
    <name>twinlan::SummaryBox</name>
    <message>
        <source>Save or print this setup</source>
        <comment>title of a box</comment>
        <translation>この設定の保存と印刷</translation>
    </message>
    <message>
        <source>Picture: the page as it will be printed</source>
        <translation>図：印刷されるページ</translation>
    </message>
    <message>
        <source>One page for the drawer: the addresses of both homes, and how to check, change and remove the setup. There is no password on it.</source>
        <translation>手元に残しておくための1枚です。2つの家のIPアドレスと、動作の確認、設定の変更、取り消しの方法が書いてあります。パスワードは書いてありません。</translation>
    </message>
    <message>
        <source>Cl&amp;ose</source>
        <comment>a button: the box with the page goes</comment>
        <translation>閉じる(&amp;O)</translation>
    </message>
</context>
<context>
    <name>twinlan::TailscalePage</name>
    <message>
        <source>Log in to Tailscale</source>
        <translation>Tailscaleにログインします</translation>
    </message>
    <message>
        <source>Tailscale links the two homes with encryption, free of charge. Log in once to add Raspberry Pi A.</source>
        <translation>Tailscaleは、2つの家を暗号化してつなぐサービスで、無料で使えます。一度ログインすると、Raspberry Pi Aが登録されます。</translation>
    </message>
</context>
<context>
    <name>twinlan::TailscalePanel</name>
    <message>
        <source>✓ %1 is logged in to Tailscale.</source>
        <translation>✓ %1はTailscaleにログインしています。</translation>
    </message>
    <message>
        <source>✓ %1 is logged in to Tailscale. Its address there is %2.</source>
        <translation>✓ %1はTailscaleにログインしています。TailscaleでのIPアドレスは%2です。</translation>
    </message>
    <message>
        <source>empty: Tailscale&apos;s own</source>
        <translation>空欄：Tailscale標準のサーバー</translation>
    </message>
    <message>
        <source>Address of the login server</source>
        <translation>ログインサーバーのアドレス</translation>
    </message>
    <message>
        <source>QR code of the login page</source>
        <translation>ログインページのQRコード</translation>
    </message>
    <message>
        <source>Waiting for your login…</source>
        <translation>ログインを待っています…</translation>
    </message>
    <message>
        <source>Getting the login page ready…</source>
        <translation>ログインページを準備しています…</translation>
    </message>
    <message>
        <source>As it is, the homes are disconnected on %1, when this login expires. To prevent that, open “Machines” on Tailscale&apos;s website, and choose “Disable key expiry” in the menu “…” of this Raspberry Pi.</source>
        <translation>このままでは、%1に2つの家の接続が切れます。Tailscaleのウェブサイトで「Machines」を開き、このRaspberry Piの「…」から「Disable key expiry」を選んでください。</translation>
    </message>
    <message>
        <source>This login does not expire.</source>
        <translation>このログインに期限はありません。</translation>
    </message>
    <message>
        <source>Open the login page, or scan the code with your phone. Sign in (Google, Apple, Microsoft…), then press “Connect”. This page updates by itself. You can ignore whatever the site asks after that.</source>
        <translation>ログインページを開くか、スマートフォンでQRコードを読み取ってください。Google、Apple、Microsoftなどのアカウントでログインし、「Connect」を押すと、この画面が自動的に切り替わります。そのあとサイトに表示される質問には、答えなくてかまいません。</translation>
    </message>
    <message>
        <source>Open the &amp;login page</source>
        <translation>ログインページを開く(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Get a new link</source>
        <translation>新しいリンクを取得する(&amp;G)</translation>
    </message>
    <message>
        <source>Ad&amp;vanced</source>
        <comment>a button</comment>
        <translation>詳細設定(&amp;V)</translation>
    </message>
    <message>
        <source>Log&amp;in server</source>
        <comment>before its field</comment>
        <translation>ログインサーバー(&amp;I)</translation>
    </message>
    <message>
        <source>Waiting</source>
        <comment>the bar, for a screen reader</comment>
        <translation>待っています</translation>
    </message>
    <message>
        <source>Waiting until the Raspberry Pi has finished its own updates…</source>
        <translation>Raspberry Piの自動更新が終わるのを待っています…</translation>
    </message>
    <message>
        <source>Tailscale on %1 is too old (version %2).</source>
        <translation>%1のTailscaleは古すぎます（バージョン%2）。</translation>
    </message>
    <message>
        <source>Tailscale is not installed on %1 yet.</source>
        <translation>%1には、まだTailscaleがインストールされていません。</translation>
    </message>
    <message>
        <source>Installing Tailscale… %1%</source>
        <comment>how much is done</comment>
        <translation>Tailscaleをインストールしています… %1%</translation>
    </message>
    <message>
        <source>TwinLAN gets it from Tailscale&apos;s own server. This takes a few minutes.</source>
        <translation>TwinLANがTailscaleのサーバーから入手します。数分かかります。</translation>
    </message>
    <message>
        <source>Installing Tailscale…</source>
        <comment>before it is known how much is done</comment>
        <translation>Tailscaleをインストールしています…</translation>
    </message>
    <message>
        <source>&amp;Install Tailscale</source>
        <comment>a button</comment>
        <translation>Tailscaleをインストールする(&amp;I)</translation>
    </message>
    <message>
        <source>Open “Machine&amp;s”</source>
        <comment>a page of Tailscale&apos;s website</comment>
        <translation>「Machines」を開く(&amp;S)</translation>
    </message>
    <message>
        <source>Chec&amp;k again</source>
        <comment>a button</comment>
        <translation>もう一度確認する(&amp;K)</translation>
    </message>
    <message>
        <source>U&amp;se this server</source>
        <translation>このサーバーを使う(&amp;S)</translation>
    </message>
    <message>
        <source>Update &amp;Tailscale</source>
        <comment>a button</comment>
        <translation>Tailscaleを更新する(&amp;T)</translation>
    </message>
</context>
<context>
    <name>twinlan::TakeAlongCard</name>
    <message>
        <source>QR code: the steps for your phone</source>
        <translation>QRコード：スマートフォン用の手順</translation>
    </message>
    <message>
        <source>For your phone: read this with its camera.</source>
        <translation>スマートフォンのカメラで読み取ると、手順が表示されます。</translation>
    </message>
</context>
<context>
    <name>twinlan::TwoRoutersPicture</name>
    <message>
        <source>Picture: if the Wi-Fi router is in access point mode, set the home gateway. If it works as a router, set the Wi-Fi router, and plug the Raspberry Pi into it.</source>
        <translation>図：Wi-FiルーターがAPモードのときは、ホームゲートウェイを設定します。ルーターとして動いているときは、Wi-Fiルーターを設定し、Raspberry PiもWi-Fiルーターにつなぎます。</translation>
    </message>
    <message>
        <source>set this one</source>
        <comment>picture: below the name of a router</comment>
        <translation>これを設定</translation>
    </message>
    <message>
        <source>The Wi-Fi router works as a router</source>
        <translation>Wi-Fiルーターも、ルーターとして動いている</translation>
    </message>
    <message>
        <source>The Wi-Fi router is in access point mode (AP, bridge)</source>
        <translation>Wi-FiルーターがAPモード（ブリッジモード）</translation>
    </message>
    <message>
        <source>Computer</source>
        <comment>picture: this computer</comment>
        <translation>パソコン</translation>
    </message>
    <message>
        <source>Home gateway</source>
        <comment>picture: a device</comment>
        <translation>ホームゲートウェイ</translation>
    </message>
    <message>
        <source>Wi-Fi router</source>
        <comment>picture: a device</comment>
        <translation>Wi-Fiルーター</translation>
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
        <translation>Macをバックアップする（Time Machine）(&amp;T)</translation>
    </message>
    <message>
        <source>1. On the NAS, turn on Time Machine for a shared folder.
2. On the Mac, open “System Settings” &gt; “General” &gt; “Time Machine”, press “Add Backup Disk” and choose the NAS.
The first backup takes long: %1 GB need about %2 hours at %3 Mb/s, about %4 hours at %5 Mb/s (the upload of the Mac&apos;s home counts). If you can, make the first one with the Mac in the home of the NAS. After that, only what has changed is sent.</source>
        <translation>1. NASの共有フォルダーで、Time Machineを有効にします。
2. Macで「システム設定」&gt;「一般」&gt;「Time Machine」を開き、「バックアップディスクを追加」を押して、NASを選びます。
最初のバックアップには時間がかかります。%1 GBの場合、%3 Mb/sで約%2時間、%5 Mb/sで約%4時間です（Macのある家の上りの速度で決まります）。できれば、最初の1回は、MacをNASのある家に持って行って済ませてください。2回目からは、変わったところだけが送られます。</translation>
    </message>
    <message>
        <source>&amp;Print in the other home</source>
        <comment>a button</comment>
        <translation>もう一方の家のプリンターを使う(&amp;P)</translation>
    </message>
    <message>
        <source>Windows does not s&amp;how the other home&apos;s devices</source>
        <comment>a button</comment>
        <translation>Windowsにもう一方の家の機器が表示されないとき(&amp;H)</translation>
    </message>
    <message>
        <source>1. Add the printer as if it were in this home: open “Settings” (on a Mac “System Settings”), search there for “printers”, and add it.
2. If it is not in the list, add it by its IP address.
3. Scanning needs the maker&apos;s app, and the IP address in it.</source>
        <translation>1. この家にあるプリンターと同じように追加します。「設定」（Macでは「システム設定」）を開いて「プリンタ」を検索し、追加してください。
2. 一覧にないときは、IPアドレスを入力して追加します。
3. スキャンするには、メーカーのアプリにIPアドレスを設定します。</translation>
    </message>
    <message>
        <source>1. Search in “Settings” for “Wi-Fi properties” or “Ethernet properties”, and choose “Private network” there.
2. Search in “Settings” for “Advanced sharing settings”, and turn on “Network discovery” there.
3. If the NAS still is not there: press the Windows key and R, type \\ and its IP address (for example \\192.168.1.150), and press Enter.</source>
        <translation>1. 「設定」で「Wi-Fiのプロパティ」か「イーサネットのプロパティ」を検索して開き、「プライベート ネットワーク」を選びます。
2. 「設定」で「共有の詳細設定」を検索して開き、「ネットワーク探索」をオンにします。
3. それでもNASが表示されないときは、WindowsキーとRキーを押し、\\とIPアドレス（例：\\192.168.1.150）を入力して、Enterキーを押します。</translation>
    </message>
</context>
<context>
    <name>twinlan::WelcomePage</name>
    <message>
        <source>Join two homes into one network</source>
        <translation>2つの家をひとつのネットワークに</translation>
    </message>
    <message>
        <source>Use the other home&apos;s NAS, backups and printers as if they were here. Each home keeps its own internet connection.</source>
        <translation>離れた2つの家の機器を、同じ家にあるように使えます。もう一方の家のNAS（ネットワークHDD）、バックアップ、プリンターも使えます。インターネットは、それぞれの家の回線をそのまま使います。</translation>
    </message>
    <message>
        <source>What you need</source>
        <translation>用意するもの</translation>
    </message>
    <message>
        <source>• Two Raspberry Pis with Raspberry Pi OS, one for each home
• Two LAN cables, to connect each Raspberry Pi to its router
• A free Tailscale account (it makes the secure link between the homes)
It takes about 20 minutes once the SD cards are ready. If you stop, both Raspberry Pis go back to how they were. (The routers do not.)</source>
        <translation>• Raspberry Pi OSを入れたRaspberry Piを2台（それぞれの家に1台ずつ）
• LANケーブルを2本（Raspberry Piとルーターをつなぎます）
• Tailscaleの無料アカウント（家と家の間に安全な通り道を作ります）
設定は20分ほどです（SDカードの準備を除きます）。途中で中止すると、Raspberry Piは元の状態に戻ります（ルーターは戻りません）。</translation>
    </message>
    <message>
        <source>It stopped before the first step.</source>
        <translation>作業を始める前に終了しました。</translation>
    </message>
    <message>
        <source>&amp;Finish the setup</source>
        <translation>設定を再開する(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Remove TwinLAN…</source>
        <comment>a button</comment>
        <translation>設定を取り消す(&amp;R)…</translation>
    </message>
    <message>
        <source>%1: stopped at “%2”</source>
        <comment>a Raspberry Pi, and a step of the setup</comment>
        <translation>%1：「%2」の途中で止まりました</translation>
    </message>
    <message>
        <source>Chec&amp;k it</source>
        <comment>a button: whether it works</comment>
        <translation>動作を確認する(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Change settings</source>
        <comment>a button</comment>
        <translation>設定を変更する(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Continue</source>
        <comment>a button: a setup that was begun</comment>
        <translation>続きから始める(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Start</source>
        <comment>a button: a first setup</comment>
        <translation>始める(&amp;S)</translation>
    </message>
</context>
</TS>
