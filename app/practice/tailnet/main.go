// tailnet is the internet of the two practice homes: on one host a control server with its login page, a relay (DERP)
// and STUN; on another address the apt archive of the virtual Pis and, over TLS, Tailscale's. It serves in the network namespace it is started in.
//
// What an owner does in a browser is a page under /auth/. What an experimenter does (policy, archive faults) goes through a
// Unix socket, out of reach of everything inside the homes.
package main

import (
	"crypto/tls"
	"flag"
	"log"
	"net"
	"net/http"
	"os"
	"os/signal"
	"syscall"
	"time"
)

func main() {
	address := flag.String("address", "203.0.113.10", "address of the control server, relay and STUN")
	archiveAddress := flag.String("archive-address", "203.0.113.11", "address of the apt archive")
	archive := flag.String("archive", "", "folder of the apt archive")
	packages := flag.String("packages", "", "folder of Tailscale's own archive")
	certificate := flag.String("cert", "", "TLS certificate of the control server (PEM)")
	certificateKey := flag.String("key", "", "its private key (PEM)")
	statePath := flag.String("state", "", "file that keeps keys and nodes from one start to the next")
	adminPath := flag.String("admin", "", "Unix socket of the experimenter")
	flag.Parse()

	state := loadState(*statePath)
	relay := startRelay(*address, state)
	control := newControl(*statePath, state, relay)
	control.allowGRE(state.GRE)

	pair, err := tls.LoadX509KeyPair(*certificate, *certificateKey)
	if err != nil {
		log.Fatal(err)
	}
	// HTTP/1.1 only: the client's upgrade to Noise cannot happen inside an HTTP/2 stream.
	secure := &tls.Config{Certificates: []tls.Certificate{pair}, NextProtos: []string{"http/1.1"}}
	for _, port := range []string{"80", "443"} {
		listener, err := net.Listen("tcp", net.JoinHostPort(*address, port))
		if err != nil {
			log.Fatal(err)
		}
		if port == "443" {
			listener = tls.NewListener(listener, secure)
		}
		go func() { log.Fatal(http.Serve(listener, control.public())) }()
	}

	archives := archiveServers{
		{address: net.JoinHostPort(*archiveAddress, "80"), files: http.FileServer(http.Dir(*archive))},
		{address: net.JoinHostPort(*archiveAddress, "443"), secure: secure, files: http.FileServer(http.Dir(*packages))},
	}
	if err := archives.set("on"); err != nil {
		log.Fatal(err)
	}

	os.Remove(*adminPath)
	adminListener, err := net.Listen("unix", *adminPath)
	if err != nil {
		log.Fatal(err)
	}
	go func() { log.Fatal(http.Serve(adminListener, admin(control, archives))) }()

	stop := make(chan os.Signal, 1)
	signal.Notify(stop, syscall.SIGTERM, syscall.SIGINT)
	tick := time.NewTicker(100 * time.Millisecond)
	for {
		select {
		case <-tick.C:
			control.forgetUnapproved()
		case <-stop:
			if err := control.save(); err != nil {
				log.Fatal(err)
			}
			return
		}
	}
}
