"""What it was measured on, and of what."""
import datetime
import os
import re
import subprocess
import time

from load import CORES


def about():
    return {
        "date": datetime.datetime.now(datetime.timezone.utc).isoformat(timespec="seconds"),
        "commit": commit(),
        "cores": len(CORES),
        "processor": first(r"model name\s*: (.*)", read("/proc/cpuinfo")) or os.uname().machine,
        "memoryBytes": int(first(r"MemTotal:\s*(\d+)", read("/proc/meminfo")) or 0) * 1024,
        "system": " ".join((os.uname().sysname, os.uname().release)),
        "busy": busy(),
    }


def busy():
    """The share of the processors that others use while nothing is measured yet."""
    before = ticks()
    time.sleep(3)
    total, idle = (now - then for now, then in zip(ticks(), before))
    return 1 - idle / total


def ticks():
    fields = [int(field) for field in read("/proc/stat").splitlines()[0].split()[1:]]
    return sum(fields), fields[3] + fields[4]


def commit():
    said = output("git", "rev-parse", "--short", "HEAD")
    return f"{said} with changes" if output("git", "status", "--porcelain") else said


def output(*command):
    return subprocess.run(command, capture_output=True, text=True, check=False).stdout.strip()


def read(path):
    with open(path, encoding="utf-8") as file:
        return file.read()


def first(pattern, text):
    found = re.search(pattern, text)
    return found.group(1).strip() if found else None
