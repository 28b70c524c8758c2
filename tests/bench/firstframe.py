# firstframe.py PROGRAM [OTHER]   Starts PROGRAM with "empty" and "wizard" in turn, from one process, and prints medians and ratios; with the
# same program of another commit, its wizard too.
import os
import statistics
import subprocess
import sys
import tempfile
import time

ROUNDS = 15


def once(program, which, home):
    env = dict(os.environ, QT_QPA_PLATFORM="offscreen", HOME=home, XDG_CONFIG_HOME=home, LANG="ja_JP.UTF-8")
    began = time.clock_gettime_ns(time.CLOCK_MONOTONIC)
    out = subprocess.run([program, which], env=env, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=True).stdout
    drawn, resident = out.split()
    return (int(drawn) - began) / 1e6, int(resident) / 1024


PROGRAM, *OTHER = sys.argv[1:]
shown = {"empty": (PROGRAM, "empty"), "wizard": (PROGRAM, "wizard")}
if OTHER:
    shown["other"] = (OTHER[0], "wizard")
with tempfile.TemporaryDirectory() as home:
    runs = {name: [] for name in shown}
    for program, which in shown.values():
        once(program, which, home)  # what is read from the disk the first time is not the wizard's doing
    for _ in range(ROUNDS):
        for name, results in runs.items():
            results.append(once(*shown[name], home))
for index, what, unit, goal in ((0, "first frame", "ms", 150), (1, "memory", "MB", 60)):
    median = {name: statistics.median(run[index] for run in results) for name, results in runs.items()}
    ours, bare = median["wizard"], median["empty"]
    print(f"{what + ' of the wizard':<34} {ours:6.1f} {unit} beside {bare:5.1f} {unit} of an empty window: {ours / bare:.2f} times (goal: {goal} {unit})")
    if OTHER:
        print(f"{what + ', beside the other commit':<34} {ours:6.1f} {unit} beside {median['other']:5.1f} {unit}: {ours / median['other']:.2f} times (goal: no worse)")
