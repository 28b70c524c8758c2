package main

import (
	"encoding/json"
	"errors"
	"io/fs"
	"log"
	"os"
	"reflect"
	"sync"
	"unsafe"

	"tailscale.com/tailcfg"
	"tailscale.com/tstest/integration/testcontrol"
	"tailscale.com/types/key"
	"tailscale.com/util/set"
)

// savedState is what must outlive a restart for a Pi that comes back from a snapshot to find its own control server again.
type savedState struct {
	NoiseKey   key.MachinePrivate
	ControlKey key.ControlPrivate
	RelayKey   key.NodePrivate
	GRE        bool
	Nodes      []savedNode
}

type savedNode struct {
	Node  *tailcfg.Node
	User  *tailcfg.User
	Login *tailcfg.Login
}

func loadState(path string) *savedState {
	raw, err := os.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) {
		return &savedState{NoiseKey: key.NewMachine(), ControlKey: key.NewControl(), RelayKey: key.NewNode()}
	}
	if err != nil {
		log.Fatal(err)
	}
	state := new(savedState)
	if err := json.Unmarshal(raw, state); err != nil {
		log.Fatalf("%s: %v", path, err)
	}
	return state
}

// write is atomic: a control server that is killed meanwhile leaves the old file.
func (s *savedState) write(path string) error {
	raw, err := json.MarshalIndent(s, "", " ")
	if err != nil {
		return err
	}
	if err := os.WriteFile(path+".new", raw, 0o600); err != nil {
		return err
	}
	return os.Rename(path+".new", path)
}

// insides are the fields of testcontrol.Server that it keeps in memory only and to itself. The module is pinned to one version, and
// a field that is renamed there stops this program at its start.
type insides struct {
	mu       *sync.Mutex
	noiseKey *key.MachinePrivate
	noisePub *key.MachinePublic
	key      *key.ControlPrivate
	pub      *key.MachinePublic
	nodes    *map[key.NodePublic]*tailcfg.Node
	users    *map[key.NodePublic]*tailcfg.User
	logins   *map[key.NodePublic]*tailcfg.Login
	approved *set.Set[key.NodePublic]
}

func open(server *testcontrol.Server) insides {
	return insides{
		mu:       field[sync.Mutex](server, "mu"),
		noiseKey: field[key.MachinePrivate](server, "noisePrivKey"),
		noisePub: field[key.MachinePublic](server, "noisePubKey"),
		key:      field[key.ControlPrivate](server, "privKey"),
		pub:      field[key.MachinePublic](server, "pubKey"),
		nodes:    field[map[key.NodePublic]*tailcfg.Node](server, "nodes"),
		users:    field[map[key.NodePublic]*tailcfg.User](server, "users"),
		logins:   field[map[key.NodePublic]*tailcfg.Login](server, "logins"),
		approved: field[set.Set[key.NodePublic]](server, "nodeKeyAuthed"),
	}
}

func field[T any](server *testcontrol.Server, name string) *T {
	value := reflect.ValueOf(server).Elem().FieldByName(name)
	if !value.IsValid() || value.Type() != reflect.TypeFor[T]() {
		log.Fatalf("testcontrol.Server has no field %s of the known type", name)
	}
	return (*T)(unsafe.Pointer(value.UnsafeAddr()))
}
