package main

import (
	"encoding/json"
	"fmt"
	"html"
	"log"
	"net/http"
	"slices"
	"strings"

	"tailscale.com/tailcfg"
	"tailscale.com/tstest/integration/testcontrol"
	"tailscale.com/types/key"
	"tailscale.com/util/set"
)

// loginBase begins every login link. A client that talks to its default control server opens links of this domain only
// (ipnlocal.validPopBrowserURL), and the homes' DNS sends the name here.
const loginBase = "https://login.tailscale.com"

type control struct {
	server    *testcontrol.Server
	in        insides
	state     *savedState
	statePath string
}

func newControl(statePath string, state *savedState, relay *tailcfg.DERPMap) *control {
	server := &testcontrol.Server{
		DERPMap: relay, ExplicitBaseURL: loginBase, RequireAuth: true, AllNodesSameUser: true, AllOnline: true, MagicDNSDomain: "lab.ts.net",
	}
	c := &control{server: server, in: open(server), state: state, statePath: statePath}
	*c.in.noiseKey, *c.in.noisePub = state.NoiseKey, state.NoiseKey.Public()
	*c.in.key, *c.in.pub = state.ControlKey, state.ControlKey.Public()
	*c.in.nodes = map[key.NodePublic]*tailcfg.Node{}
	*c.in.users = map[key.NodePublic]*tailcfg.User{}
	*c.in.logins = map[key.NodePublic]*tailcfg.Login{}
	*c.in.approved = set.Set[key.NodePublic]{}
	for _, saved := range state.Nodes {
		k := saved.Node.Key
		(*c.in.nodes)[k], (*c.in.users)[k], (*c.in.logins)[k] = saved.Node, saved.User, saved.Login
		c.in.approved.Add(k)
	}
	return c
}

// save writes keys, policy and the nodes that their owner has approved.
func (c *control) save() error {
	c.in.mu.Lock()
	defer c.in.mu.Unlock()
	c.state.Nodes = nil
	for k, node := range *c.in.nodes {
		if c.in.approved.Contains(k) {
			c.state.Nodes = append(c.state.Nodes, savedNode{node.Clone(), (*c.in.users)[k], (*c.in.logins)[k]})
		}
	}
	slices.SortFunc(c.state.Nodes, func(a, b savedNode) int { return int(a.Node.ID - b.Node.ID) })
	return c.state.write(c.statePath)
}

// forgetUnapproved removes nodes whose owner has not opened the link yet: testcontrol lists them from the first request on, and the
// other Pi would show a peer that nobody let in. Registering again brings a node back, so nothing is lost.
func (c *control) forgetUnapproved() {
	c.in.mu.Lock()
	defer c.in.mu.Unlock()
	for k := range *c.in.nodes {
		if !c.in.approved.Contains(k) {
			delete(*c.in.nodes, k)
		}
	}
}

// allowGRE adds or removes the rule that names IP protocol 47 and sends everybody the new policy. testcontrol cuts each map from
// tailcfg.FilterAllowAll, which names no protocol and so means TCP, UDP and ICMP.
func (c *control) allowGRE(allow bool) {
	everything := []tailcfg.NetPortRange{{IP: "*", Ports: tailcfg.PortRangeAny}}
	rules := []tailcfg.FilterRule{{SrcIPs: []string{"*"}, DstPorts: everything}}
	if allow {
		rules = append(rules, tailcfg.FilterRule{SrcIPs: []string{"*"}, DstPorts: everything, IPProto: []int{47}})
	}
	tailcfg.FilterAllowAll = rules
	c.state.GRE = allow
	c.server.SetMasqueradeAddresses(nil) // changes nothing, but wakes every node's map stream
}

type nodeInfo struct {
	Name    string `json:"name"`
	Address string `json:"address"`
}

func (c *control) nodes() []nodeInfo {
	list := []nodeInfo{}
	c.in.mu.Lock()
	defer c.in.mu.Unlock()
	for k, node := range *c.in.nodes {
		if c.in.approved.Contains(k) && len(node.Addresses) > 0 {
			list = append(list, nodeInfo{node.Hostinfo.Hostname(), node.Addresses[0].Addr().String()})
		}
	}
	slices.SortFunc(list, func(a, b nodeInfo) int { return strings.Compare(a.Address, b.Address) })
	return list
}

// public is what the homes see. testcontrol ends the whole program on a request it does not know, so only known ones reach it.
func (c *control) public() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("/auth/", c.login)
	for _, path := range []string{"/key", "/ts2021", "/generate_204", "/c2n/"} {
		mux.Handle(path, c.server)
	}
	return mux
}

// login shows the owner's page of a login link (GET) and approves the device (POST).
func (c *control) login(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	page := func(body string) {
		fmt.Fprintf(w, "<!doctype html><title>Practice tailnet</title><h1>Practice tailnet</h1>%s\n", body)
	}
	if r.Method != http.MethodPost {
		page(fmt.Sprintf(`<form method="post" action="%s"><p>Let this device join?</p><button>Connect</button></form>`, html.EscapeString(r.URL.Path)))
		return
	}
	if !c.server.CompleteAuth(r.URL.Path) {
		w.WriteHeader(http.StatusNotFound)
		page("<p>This login link is not known here.</p>")
		return
	}
	log.Printf("approved %s", r.URL.Path)
	page("<p>Connected.</p>")
}

// admin is the experimenter's side.
func admin(c *control, archives archiveServers) http.Handler {
	mux := http.NewServeMux()
	answer := func(w http.ResponseWriter, err error) {
		if err != nil {
			http.Error(w, err.Error(), http.StatusBadRequest)
			return
		}
		fmt.Fprintln(w, "ok")
	}
	mux.HandleFunc("/gre", func(w http.ResponseWriter, r *http.Request) {
		c.allowGRE(r.FormValue("allow") == "1")
		answer(w, nil)
	})
	mux.HandleFunc("/save", func(w http.ResponseWriter, r *http.Request) { answer(w, c.save()) })
	mux.HandleFunc("/archive", func(w http.ResponseWriter, r *http.Request) { answer(w, archives.set(r.FormValue("mode"))) })
	mux.HandleFunc("/nodes", func(w http.ResponseWriter, r *http.Request) { json.NewEncoder(w).Encode(c.nodes()) })
	return mux
}
