"""Asks with wrk, from a processor of its own."""
import json
import os
import subprocess
import sys

# The server has the first processor for itself and the client the second, if there are two.
CORES = sorted(os.sched_getaffinity(0))
SERVER_CORE, CLIENT_CORE = CORES[0], CORES[-1]
ON_CLIENT_CORE = ["taskset", "--cpu-list", str(CLIENT_CORE)]
SCRIPT = os.path.join(os.path.dirname(__file__), "ask.lua")
CONNECTIONS = 32

# Longer than any answer: a slow one shall be counted as slow, and not as lost.
TIMEOUT = "60s"


def ask(port, addresses, seconds, connections=CONNECTIONS, first=0):
    """Goes through a file of addresses for so many seconds. Times are in milliseconds."""
    seconds = max(1, round(seconds))
    done = subprocess.run(
        [*ON_CLIENT_CORE, "wrk", "--threads", "1", "--connections", str(connections), "--duration", f"{seconds}s", "--timeout", TIMEOUT,
         "--script", SCRIPT, f"http://127.0.0.1:{port}", "--", addresses, str(first)],
        stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=seconds + 120, check=False)
    lines = [line for line in done.stdout.splitlines() if line.startswith("{")]
    if done.returncode or not lines:
        sys.exit(f"bench: wrk failed: {done.stdout[-500:]}{done.stderr[-500:]}")
    came = json.loads(lines[-1])
    came["perSecond"] = came["requests"] / came["seconds"]
    return came
