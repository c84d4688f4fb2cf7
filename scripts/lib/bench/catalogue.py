"""Measures the site on one made catalogue."""
import contextlib
import json
import os
import shutil
import statistics
import subprocess
import time

import questions
from load import CONNECTIONS, ON_CLIENT_CORE, SERVER_CORE, ask
from rivals import Nginx, Page, output_cache
from server import DOTNET, Server

READY = 300
PAUSE = 0.3
PATIENCE = 20
RIVALS = ("site", "output cache", "nginx")


class Catalogue:
    """The seconds are how long one measurement takes, and how long at most when answers are slow."""

    def __init__(self, folder, programs, scratch, rounds, seconds, only, say):
        self.folder, self.scratch, self.rounds, self.say = folder, scratch, rounds, say
        self.seconds, self.longest = seconds
        self.site, self.bench = (os.path.join(programs, name) for name in ("site/CommunityCare.dll", "program/CommunityCare.Bench.dll"))
        self.data = os.path.join(scratch, "data")
        self.classes = [c for c in questions.CLASSES if c in (only or questions.CLASSES) and questions.addresses_of(folder, c)]
        self.pages = {name: {} for name in self.classes}

    def measure(self):
        """What was made stays as it was: the site works on a copy."""
        shutil.rmtree(self.scratch, ignore_errors=True)
        os.makedirs(self.scratch)
        shutil.copytree(self.folder, self.data, ignore=shutil.ignore_patterns("logs", "keys"))
        with open(os.path.join(self.folder, "made.json"), encoding="utf-8") as made:
            found = {"made": json.load(made)}
        with self.start() as site:
            self.look(site)
            self.measure_kept(site)
            for name in self.answered():
                ask(site.port, questions.file_of(self.folder, name), self.seconds)
                settle(site)
            found["memory"] = memory(site)
            self.say("  from an edit to the fresh page")
            found["edit"] = self.run("edit", self.data, f"http://127.0.0.1:{site.port}")
        with self.start({"CommunityCare__PageCache": "false"}) as site:
            self.warm(site)
            self.measure_anew(site)
            found["memoryUncached"] = memory(site)
        for name in set(self.answered()) & set(questions.WORDS):
            self.say(f"  {questions.CLASSES[name]}: the index alone")
            self.pages[name]["floor"] = self.run("floor", self.data, questions.file_of(self.folder, name), core=SERVER_CORE)
        shutil.rmtree(self.scratch)
        return {**found, "pages": self.pages}

    def start(self, settings=None):
        settings = {"CommunityCare__SeedData": os.path.join(self.data, "seed-data"), **(settings or {})}
        site = Server(self.site, os.path.join(self.scratch, "site.log"), self.data, settings, core=SERVER_CORE)
        try:
            site.seconds_until_answer("/health/ready", READY)
        except BaseException:
            site.end()
            raise
        return site

    def look(self, site):
        """Every address once: whether it is answered, and how many it finds."""
        for name in self.classes:
            self.say(f"  {questions.CLASSES[name]}: asking for each address")
            page = self.pages[name]
            page.update(questions.look(site.port, questions.addresses_of(self.folder, name), 3 * self.seconds))
            if page["unanswered"]:
                self.say(f"    not answered with 200: {page['unanswered']} of {page['asked']}, as {page['example']}")

    def answered(self):
        """Classes that the site knows; a page that it does not have at all is left out."""
        return [name for name in self.classes if self.pages[name]["unanswered"] < self.pages[name]["asked"]]

    def measure_kept(self, site):
        """Pages that can be kept, beside others that serve the same bytes, taking turns."""
        kept = [Page(self.scratch, name, site.port, questions.addresses_of(self.folder, name)[0]) for name in questions.KEPT if name in self.answered()]
        with contextlib.ExitStack() as ending:
            servers = {"site": site}
            if kept:
                servers["output cache"] = ending.enter_context(output_cache(self.bench, self.scratch, kept))
                servers["output cache"].seconds_until_answer(kept[0].address, READY)
                servers["nginx"] = ending.enter_context(Nginx(self.scratch, kept))
            for page in kept:
                for rival in RIVALS[1:]:
                    page.check(servers[rival].port, rival)
            came = {page.name: {rival: [] for rival in RIVALS} for page in kept}
            for number in range(self.rounds + 1):
                for page in kept:
                    self.say(f"  {questions.CLASSES[page.name]}, kept: round {number} of {self.rounds}")
                    for rival, server in servers.items():
                        answer = ask(server.port, page.list_for(self.scratch, rival), self.seconds)
                        settle(site)

                        # The first round only warms up.
                        if number:
                            came[page.name][rival].append(answer["perSecond"])
        for page in kept:
            medians = {rival: statistics.median(numbers) for rival, numbers in came[page.name].items()}
            # The machine gives now more and now less: only what was measured side by side is compared.
            ratio = statistics.median(ours / theirs for ours, theirs in zip(came[page.name]["site"], came[page.name]["output cache"]))
            self.pages[page.name]["cached"] = {**medians, "ratio": ratio, "bytes": len(page.body)}

    def warm(self, site):
        """Until what is asked for is compiled as well as it will be: methods are compiled again after many calls."""
        self.say("  warming up")
        for name in self.answered():
            ask(site.port, questions.file_of(self.folder, name), 2 * self.seconds)
        settle(site)

    def measure_anew(self, site):
        """Every page made anew: how many in a second with many readers, and how long one reader waits."""
        came = {name: {"many": [], "one": []} for name in self.answered()}
        asked = dict.fromkeys(came, 0)
        for number in range(self.rounds + 1):
            for name, answers in came.items():
                self.say(f"  {questions.CLASSES[name]}, made anew: round {number} of {self.rounds}")
                file, page = questions.file_of(self.folder, name), self.pages[name]
                one = ask(site.port, file, self.long_enough(page, page["addresses"]), connections=1, first=asked[name])
                asked[name] += one["requests"]
                if number:
                    answers["one"].append(one)
                    answers["many"].append(ask(site.port, file, self.long_enough(page, 2 * CONNECTIONS)))
                    settle(site)
        for name, answers in came.items():
            self.pages[name]["uncached"] = {
                "perSecond": statistics.median(a["perSecond"] for a in answers["many"]),
                **{p: statistics.median(a[p] for a in answers["one"]) for p in ("p50", "p95", "p99")},
                "requests": sum(a["requests"] for a in answers["one"]),
                "failed": sum(a["failed"] for a in answers["one"] + answers["many"]),
            }

    def long_enough(self, page, requests):
        return max(self.seconds, min(self.longest, page["seconds"] * requests))

    def run(self, *arguments, core=None):
        """A verb of the bench's own program, beside the client unless it stands in for the server."""
        pinned = ON_CLIENT_CORE if core is None else ["taskset", "--cpu-list", str(core)]
        done = subprocess.run([*pinned, DOTNET, self.bench, *arguments], stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=600, check=False)
        if done.returncode:
            raise RuntimeError(f"{arguments[0]}: {done.stderr[-1000:]}")
        return json.loads(done.stdout.splitlines()[-1])


def settle(server):
    """Readers who hung up leave work behind, which the next ones shall not wait for."""
    until = time.monotonic() + PATIENCE
    before = server.processor_seconds()
    while time.monotonic() < until:
        time.sleep(PAUSE)
        now = server.processor_seconds()
        if now - before < PAUSE / 10:
            return
        before = now


def memory(server):
    """Resident memory in bytes: now, and at most so far."""
    with open(f"/proc/{server.process.pid}/status", encoding="ascii") as status:
        fields = dict(line.split(":", 1) for line in status)
    return {name: int(fields[field].split()[0]) * 1024 for name, field in (("resident", "VmRSS"), ("peak", "VmHWM"))}
