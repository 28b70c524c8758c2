package main

import (
	"crypto/tls"
	"fmt"
	"net"
	"net/http"
	"sync"
	"time"
)

// archiveServers are out of order together.
type archiveServers []*archiveServer

// set switches all of them to "on", "off" (connections are refused) or "slow".
func (all archiveServers) set(mode string) error {
	for _, archive := range all {
		if err := archive.set(mode); err != nil {
			return err
		}
	}
	return nil
}

// archiveServer serves an apt archive, or is out of order in the two ways that people meet: gone, or crawling.
type archiveServer struct {
	address string
	secure  *tls.Config // with TLS
	files   http.Handler

	mu       sync.Mutex
	mode     string
	listener net.Listener
}

// slowChunk bytes every slowPause: about 20 kB/s, so that a setup's packages take minutes.
const (
	slowChunk = 2048
	slowPause = 100 * time.Millisecond
)

func (a *archiveServer) set(mode string) error {
	a.mu.Lock()
	defer a.mu.Unlock()
	switch mode {
	case "on", "slow":
		if a.listener == nil {
			listener, err := net.Listen("tcp", a.address)
			if err != nil {
				return err
			}
			if a.secure != nil {
				listener = tls.NewListener(listener, a.secure)
			}
			a.listener = listener
			go http.Serve(listener, a)
		}
	case "off":
		if a.listener != nil {
			a.listener.Close()
			a.listener = nil
		}
	default:
		return fmt.Errorf("%q is none of on, off, slow", mode)
	}
	a.mode = mode
	return nil
}

func (a *archiveServer) now() string {
	a.mu.Lock()
	defer a.mu.Unlock()
	return a.mode
}

func (a *archiveServer) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if a.now() == "off" { // a connection kept alive from before
		panic(http.ErrAbortHandler)
	}
	a.files.ServeHTTP(&slowWriter{w, a}, r)
}

// slowWriter looks at the mode at each chunk: a download that has begun is slowed, broken off or let go as well.
type slowWriter struct {
	http.ResponseWriter
	archive *archiveServer
}

func (s *slowWriter) Write(p []byte) (int, error) {
	written := 0
	for len(p) > 0 {
		part := p
		switch s.archive.now() {
		case "off":
			panic(http.ErrAbortHandler)
		case "slow":
			part = p[:min(len(p), slowChunk)]
			time.Sleep(slowPause)
		}
		n, err := s.ResponseWriter.Write(part)
		written += n
		if err != nil {
			return written, err
		}
		if f, ok := s.ResponseWriter.(http.Flusher); ok {
			f.Flush()
		}
		p = p[n:]
	}
	return written, nil
}
