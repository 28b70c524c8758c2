// slowline makes a line of delay and loss out of two tap devices: what is sent into one comes out of the other, later or never. It stands
// in for the kernel's netem, which many small kernels are built without. A tap without offloads hands over whole, finished frames.
package main

import (
	"flag"
	"log"
	"math/rand/v2"
	"os"
	"time"

	"golang.org/x/sys/unix"
)

// A line that is this full drops what comes: seconds of frames at any speed that emulated Pis reach.
const queueLength = 10000

type frame struct {
	bytes []byte
	due   time.Time
}

func main() {
	near := flag.String("near", "", "tap device of the home's side")
	far := flag.String("far", "", "tap device of the internet's side")
	delay := flag.Duration("delay", 100*time.Millisecond, "delay in each direction")
	loss := flag.Float64("loss", 2, "percent lost in each direction")
	flag.Parse()
	a, b := openTap(*near), openTap(*far)
	go carry(a, b, *delay, *loss/100)
	carry(b, a, *delay, *loss/100)
}

func openTap(name string) *os.File {
	fd, err := unix.Open("/dev/net/tun", unix.O_RDWR|unix.O_CLOEXEC, 0)
	if err != nil {
		log.Fatal(err)
	}
	request, err := unix.NewIfreq(name)
	if err != nil {
		log.Fatal(err)
	}
	request.SetUint16(unix.IFF_TAP | unix.IFF_NO_PI)
	if err := unix.IoctlIfreq(fd, unix.TUNSETIFF, request); err != nil {
		log.Fatalf("%s: %v", name, err)
	}
	return os.NewFile(uintptr(fd), name)
}

func carry(from, to *os.File, delay time.Duration, loss float64) {
	queue := make(chan frame, queueLength)
	go func() {
		for f := range queue {
			time.Sleep(time.Until(f.due))
			to.Write(f.bytes) // a device that is down refuses it, as a cable without a far end would
		}
	}()
	buffer := make([]byte, 65536)
	for {
		n, err := from.Read(buffer)
		if err != nil {
			log.Fatal(err)
		}
		if rand.Float64() < loss {
			continue
		}
		select {
		case queue <- frame{append([]byte(nil), buffer[:n]...), time.Now().Add(delay)}:
		default:
		}
	}
}
