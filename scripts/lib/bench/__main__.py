"""Measures the made catalogues one after another, judges, prints the table and writes it down. Started by scripts/bench."""
import argparse
import json
import os
import subprocess
import sys
import time

sys.path[:0] = [os.path.dirname(__file__), os.path.dirname(os.path.dirname(__file__))]

import bars  # noqa: E402
import machine  # noqa: E402
import questions  # noqa: E402
import table  # noqa: E402
from catalogue import Catalogue  # noqa: E402

sys.stdout.reconfigure(line_buffering=True)
given = argparse.ArgumentParser()
given.add_argument("folder")
given.add_argument("sizes", nargs="+")
given.add_argument("--quick", action="store_true")
given.add_argument("--strict", action="store_true")
given.add_argument("--only", default="")
given = given.parse_args()
only = [name for name in given.only.split(",") if name]
if unknown := set(only) - set(questions.CLASSES):
    sys.exit(f"bench: there is no class {', '.join(sorted(unknown))}; there are {', '.join(questions.CLASSES)}")

started = time.monotonic()
BOUND = 3 * 60 * 60
rounds, seconds, longest = (1, 2, 5) if given.quick else (5, 2, 20)


def say(what):
    if time.monotonic() - started > BOUND:
        raise RuntimeError("this takes too long; is the machine busy?")
    print(f"[{time.monotonic() - started:5.0f} s] {what}", file=sys.stderr, flush=True)


results = {"machine": machine.about(), "quick": given.quick, "catalogues": []}
for size in given.sizes:
    try:
        say(f"{size}:")
        measured = Catalogue(
            os.path.join(given.folder, size), given.folder, os.path.join(given.folder, "run"), rounds, (seconds, longest), only, say).measure()
    except (RuntimeError, OSError, subprocess.SubprocessError) as e:
        sys.exit(f"bench: {e} (what the servers said is in {os.path.relpath(given.folder)}/run)")
    measured["bars"] = bars.judge(measured)
    results["catalogues"].append({"size": size, **measured})
    for page in measured["pages"].values():
        results["machine"].update({name: page["floor"][name] for name in ("dotnet", "sqlite") if "floor" in page})

with open(os.path.join(given.folder, "results.json"), "w", encoding="utf-8") as file:
    json.dump(results, file, indent=1)
    file.write("\n")
for text in table.show(results["machine"], results["catalogues"], given.quick):
    print(text)
missed = [bar for measured in results["catalogues"] for bar in measured["bars"] if not bar["met"]]
judged = sum(len(measured["bars"]) for measured in results["catalogues"])
print(f"\n{judged - len(missed)} of {judged} bars met. Took {(time.monotonic() - started) / 60:.0f} minutes. {os.path.relpath(given.folder)}/results.json has it all.")
sys.exit(1 if missed and given.strict else 0)
