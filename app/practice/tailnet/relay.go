package main

import (
	"context"
	"crypto/tls"
	"log"
	"net"
	"net/http"
	"net/http/httptest"
	"strconv"

	"tailscale.com/derp/derpserver"
	"tailscale.com/net/stunserver"
	"tailscale.com/tailcfg"
	"tailscale.com/types/logger"
)

const (
	relayPort = 3340 // fixed: a Pi that comes back from a snapshot still has the old map
	stunPort  = 3478
)

// startRelay serves DERP and STUN and returns the map that tells clients where.
func startRelay(address string, state *savedState) *tailcfg.DERPMap {
	server := derpserver.New(state.RelayKey, logger.Discard)
	listener, err := net.Listen("tcp", net.JoinHostPort(address, strconv.Itoa(relayPort)))
	if err != nil {
		log.Fatal(err)
	}
	https := httptest.NewUnstartedServer(derpserver.Handler(server))
	https.Listener.Close()
	https.Listener = listener
	https.Config.ErrorLog = logger.StdLogger(logger.Discard)
	https.Config.TLSNextProto = make(map[string]func(*http.Server, *tls.Conn, http.Handler)) // no HTTP/2, as DERP upgrades
	https.StartTLS()

	stun := stunserver.New(context.Background())
	go func() { log.Fatal(stun.ListenAndServe(net.JoinHostPort(address, strconv.Itoa(stunPort)))) }()

	return &tailcfg.DERPMap{Regions: map[int]*tailcfg.DERPRegion{1: {
		RegionID: 1, RegionCode: "lab", RegionName: "Practice",
		Nodes: []*tailcfg.DERPNode{{
			Name: "lab1", RegionID: 1, HostName: address, IPv4: address, IPv6: "none", STUNPort: stunPort, DERPPort: relayPort,
			InsecureForTests: true, STUNTestIP: address,
		}},
	}}}
}
