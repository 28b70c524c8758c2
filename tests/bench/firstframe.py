# firstframe.py PROGRAM   Starts PROGRAM with "empty" and "wizard" in turn, from one process, and prints medians and ratios.
import os
import statistics
import subprocess
import sys
import tempfile
import time

ROUNDS = 15


def once(which, home):
    env = dict(os.environ, QT_QPA_PLATFORM="offscreen", HOME=home, XDG_CONFIG_HOME=home, LANG="ja_JP.UTF-8")
    began = time.clock_gettime_ns(time.CLOCK_MONOTONIC)
    out = subprocess.run([sys.argv[1], which], env=env, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=True).stdout
    drawn, resident = out.split()
    return (int(drawn) - began) / 1e6, int(resident) / 1024


with tempfile.TemporaryDirectory() as home:
    once("wizard", home)  # what is read from the disk the first time is not the wizard's doing
    once("empty", home)
    runs = {"wizard": [], "empty": []}
    for _ in range(ROUNDS):
        for which, results in runs.items():
            results.append(once(which, home))
for index, what, unit, goal in ((0, "first frame", "ms", 150), (1, "memory", "MB", 60)):
    ours, bare = (statistics.median(run[index] for run in runs[which]) for which in ("wizard", "empty"))
    print(f"{what + ' of the wizard':<34} {ours:6.1f} {unit} beside {bare:5.1f} {unit} of an empty window: {ours / bare:.2f} times (goal: {goal} {unit})")
