"""Many who write and many who read at once, and what is left when the program is killed: see scripts/write-test."""
import contextlib
import http.client
import json
import os
import random
import re
import sqlite3
import statistics
import sys
import threading
import time

from editor import Editor, make_account
from server import DOTNET, Server

sys.stdout.reconfigure(line_buffering=True)
temp = os.environ["TEMP_FOLDER"]
SECONDS, KILLS = (int(argument) for argument in sys.argv[1:3])
PROGRAM = os.path.join(temp, "program", "CommunityCare.Bench.dll")
DATA = os.path.join(temp, "data")
DATABASE = os.path.join(DATA, "community-care.db")
WRITERS, READERS, ENTRIES, ACCOUNTS = 50, 200, 10, 5
AT_LEAST = 40
PATIENCE = 90
BAD_LINE = re.compile(r"(^| )(ERR|FTL) |Unhandled exception")
SETTINGS = {"Serilog__MinimumLevel__Override__CommunityCare.Web.RequestLog": "Warning"}
PAGES = ["/", "/es", "/organizations", "/es/organizations", "/organizations?kind=peer-support", "/organizations?q=care", "/crisis",
         "/es/care/mutual-aid", "/suggest?q=pe", "/sitemap.xml"]


class Client:
    """One connection, which is opened again when it is lost."""

    def __init__(self, port):
        self.connection = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)

    def ask(self, method, path, encoding="identity"):
        self.connection.request(method, path, headers={"Accept-Encoding": encoding})
        answer = self.connection.getresponse()
        return answer.status, answer.read()


class Door:
    """Edits through the address that needs no signing in. It tells the revision."""

    def __init__(self, port, writer):
        self.client = Client(port)

    def edit(self, slug, token):
        status, body = self.client.ask("POST", f"/write-test/{slug}?token={token}")
        if status != 200:
            raise RuntimeError(str(status))
        count, revision = body.split()
        return int(count), int(revision), 0


class Forms:
    """Edits as an editor does: signed in, with the entry's form, choosing where another was faster."""

    def __init__(self, port, writer):
        self.editor = Editor(port, PATIENCE)
        self.editor.sign_in(account(writer % ACCOUNTS))

    def edit(self, slug, token):
        count, chosen = self.editor.edit(rows("SELECT Id FROM Organizations WHERE Slug = ?", slug)[0][0], token)
        return count, None, chosen


class Crowd:
    """What all of them saw. An edit is a token; it is acknowledged with its number in the entry and perhaps its revision."""

    def __init__(self, server, slugs, readers, way=Door):
        self.server, self.slugs, self.way, self.chosen = server, slugs, way, 0
        self.acknowledged, self.waits, self.reads, self.wrong = [], [], [], []
        self.is_over = False
        self.threads = [threading.Thread(target=self.write, args=(n,)) for n in range(WRITERS)]
        self.threads += [threading.Thread(target=self.read, args=(n,)) for n in range(readers)]
        for thread in self.threads:
            thread.daemon = True
            thread.start()

    def write(self, writer):
        dice, edit = random.Random(writer), 0
        try:
            hand = self.way(self.server.port, writer)
            while not self.is_over:
                edit += 1
                slug, token = dice.choice(self.slugs), f"w{writer}-{edit}-{self.server.port}"
                started = time.monotonic()
                count, revision, chosen = hand.edit(slug, token)
                self.acknowledged.append((slug, token, count, revision))
                self.waits.append(time.monotonic() - started)
                self.chosen += chosen
        except (OSError, http.client.HTTPException, RuntimeError) as e:
            self.lost(f"edit {edit} of writer {writer}: {e!r}")

    def read(self, reader):
        client, dice = Client(self.server.port), random.Random(1000 + reader)
        pages = PAGES + [f"{prefix}/organizations/{slug}" for slug in self.slugs for prefix in ("", "/es")]
        while not self.is_over:
            path = dice.choice(pages)
            started = time.monotonic()
            try:
                status, body = client.ask("GET", path, "gzip")
            except (OSError, http.client.HTTPException) as e:
                self.lost(f"{path}: {e!r}")
                return
            if status != 200 or not body:
                self.wrong.append(f"{path}: {status}, {len(body)} bytes")
            self.reads.append(time.monotonic() - started)

    def lost(self, what):
        # When the program was killed, that is as it should be.
        if not self.is_over:
            self.wrong.append(what)

    def end(self):
        self.is_over = True
        for thread in self.threads:
            thread.join(PATIENCE)
        if any(thread.is_alive() for thread in self.threads):
            self.wrong.append("somebody is still waiting for an answer")


def rows(sql, *values):
    with contextlib.closing(sqlite3.connect(DATABASE, timeout=30)) as db:
        return db.execute(sql, values).fetchall()


def what_is_wrong(acknowledged, unknown):
    """Of the database, after these edits. Edits that were under way when the program was killed may be there or not."""
    wrong = [f"integrity_check: {line}" for (line,) in rows("PRAGMA integrity_check") if line != "ok"]
    wrong += [f"foreign_key_check: {row}" for row in rows("PRAGMA foreign_key_check")]
    kept = {}
    for number, slug, why, text in rows("SELECT Number, Slug, Why, Text FROM Revisions WHERE Who = 'write-test' ORDER BY Number"):
        if why in kept:
            wrong.append(f"{why} has two revisions")
        kept[why] = (slug, number, json.loads(text)["English"])
    for slug, token, count, revision in acknowledged:
        if token not in kept:
            wrong.append(f"the acknowledged edit {token} has no revision")
        elif kept[token][0] != slug or revision not in (None, kept[token][1]) or f"service_area: \"Edits: {count}, the last one {token}\"" not in kept[token][2]:
            wrong.append(f"the revision of {token} says something else: {kept[token]}")
    if not unknown and len(kept) != len(acknowledged):
        wrong.append(f"{len(acknowledged)} acknowledged edits, {len(kept)} revisions")
    for slug in sorted({slug for slug, *_ in kept.values()}):
        texts = [re.search(r"Edits: (\d+), the last one [\w-]+", text) for s, _, text in kept.values() if s == slug]
        if [int(t[1]) for t in texts] != list(range(1, len(texts) + 1)):
            wrong.append(f"{slug}: an update was lost")
        if rows("SELECT ServiceArea FROM Organizations WHERE Slug = ?", slug) != [(texts[-1][0],)]:
            wrong.append(f"{slug}: the entry is not what its newest revision says")
    return wrong


def bad_lines(server):
    said = [server.said()]
    folder = os.path.join(DATA, "logs")
    for name in os.listdir(folder):
        with open(os.path.join(folder, name), encoding="utf-8", errors="replace") as log:
            said.append(log.read())
    return [line for text in said for line in text.splitlines() if BAD_LINE.search(line)]


def start(ending, name):
    """However this ends, what is started here is ended."""
    server = ending.enter_context(Server(PROGRAM, os.path.join(temp, name), DATA, SETTINGS, arguments=["writes"]))
    try:
        return server, server.seconds_until_answer("/health/ready", PATIENCE)
    except RuntimeError as e:
        sys.exit(f"write-test: {e}")


def show(wrong):
    for line in wrong[:10]:
        print(f"    {line}")
    if len(wrong) > 10:
        print(f"    and {len(wrong) - 10} more")


def times(seconds):
    ordered = sorted(seconds)
    return f"median {statistics.median(ordered) * 1000:.0f} ms, 99 of 100 within {ordered[int(len(ordered) * 0.99)] * 1000:.0f} ms, worst {ordered[-1] * 1000:.0f} ms"


def account(number):
    return f"editor-{number}@example.org"


def make_accounts(port):
    environment = os.environ | SETTINGS | {"CommunityCare__DataFolder": DATA, "ASPNETCORE_URLS": f"http://127.0.0.1:{port}"}
    for number in range(ACCOUNTS):
        make_account(DOTNET, os.path.join(temp, "site", "CommunityCare.dll"), environment, port, account(number), PATIENCE)


def minute(ending, way, before, said):
    """Who writes and who reads for a minute. Gives the entries that were edited, all edits, and whether all went well."""
    server, _ = start(ending, way.__name__)
    slugs = [slug for (slug,) in rows("SELECT Slug FROM Organizations WHERE Publication = 'Published' ORDER BY Slug LIMIT ?", ENTRIES)]
    if way is Forms:
        make_accounts(server.port)
    crowd = Crowd(server, slugs, READERS, way)
    began = time.monotonic()
    time.sleep(SECONDS)
    crowd.end()
    took = time.monotonic() - began
    code = server.end()
    if not crowd.waits or not crowd.reads:
        show(crowd.wrong)
        sys.exit("write-test: nobody got an answer")
    acknowledged = before + crowd.acknowledged
    wrong = crowd.wrong + ([f"ended with {code}"] if code else []) + what_is_wrong(acknowledged, False) + bad_lines(server)
    print(f"{WRITERS} writers {said} and {READERS} readers for {took:.0f} s on {ENTRIES} entries of one database: {'FAILED' if wrong else 'well'}")
    print(f"    {len(crowd.waits)} edits, {len(crowd.waits) / took:.0f} a second, {times(crowd.waits)}")
    if way is Forms:
        print(f"    another was faster {crowd.chosen} times, and the writer chose")
    print(f"    {len(crowd.reads)} pages, {len(crowd.reads) / took:.0f} a second, {times(crowd.reads)}")
    show(wrong)
    return slugs, acknowledged, not wrong


def kill(ending, number, slugs, acknowledged):
    """In the midst of writes. Gives all edits that were acknowledged, and whether they are there."""
    server, _ = start(ending, f"kill-{number}")
    crowd = Crowd(server, slugs, READERS // 10)
    until = time.monotonic() + PATIENCE
    while len(crowd.acknowledged) < AT_LEAST and not crowd.wrong and time.monotonic() < until:
        time.sleep(0.01)
    time.sleep(random.random())
    crowd.is_over = True
    server.kill()
    crowd.end()
    acknowledged = acknowledged + crowd.acknowledged
    second, again = start(ending, f"after-{number}")
    code = second.end()
    wrong = crowd.wrong + ([f"ended with {code}"] if code else []) + what_is_wrong(acknowledged, True) + bad_lines(second)
    found = rows("SELECT COUNT(*) FROM Revisions WHERE Who = 'write-test'")[0][0]
    print(f"kill {number:2}: {len(crowd.acknowledged):4} acknowledged, ready again after {again:.2f} s, "
          f"{found - len(acknowledged)} so far written and not acknowledged: {'FAILED' if wrong else 'well'}")
    show(wrong)
    return acknowledged, not wrong


with contextlib.ExitStack() as ending:
    slugs, acknowledged, is_well = minute(ending, Forms, [], "with the form of the signed in")
    _, acknowledged, went_well = minute(ending, Door, acknowledged, "at the door")
    is_well &= went_well
    for number in range(1, KILLS + 1):
        acknowledged, went_well = kill(ending, number, slugs, acknowledged)
        is_well &= went_well
print(f"\n{len(acknowledged)} acknowledged edits in all; each is there with its revision." if is_well else "\nSomething does not hold: see above.")
sys.exit(0 if is_well else 1)
