"""The classes of questions, and whether the site answers them."""
import gzip
import http.client
import os
import re
import time

# In the order of the table. The first four can be kept in a page cache.
CLASSES = {
    "home": "home",
    "guide": "guide of a kind of care",
    "list": "list",
    "filters": "list, three filters",
    "words-100": "words, at most 100 hits",
    "words-2000": "words, at most 2,000 hits",
    "words-many": "words, more than a tenth",
    "typo": "words with a typo",
    "near": "near a ZIP code",
    "suggest": "suggestions",
}
KEPT = ("home", "guide", "list", "filters")
WORDS = ("words-100", "words-2000", "words-many")

# The number that a list says it found, wherever it stands in its sentence.
COUNT = re.compile(r'id="count"[^>]*>(.*?)</h2>', re.DOTALL)
NUMBER = re.compile(r"\d[\d,.]*")


def file_of(folder, name):
    return os.path.join(folder, "queries", f"{name}.txt")


def addresses_of(folder, name):
    path = file_of(folder, name)
    if not os.path.exists(path):
        return []
    with open(path, encoding="utf-8") as lines:
        return lines.read().split()


def get(port, address, encodings="gzip"):
    """Status, headers and body, as they came."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=120)
    try:
        connection.request("GET", address, headers={"Accept-Encoding": encodings})
        answer = connection.getresponse()
        return answer.status, answer.headers, answer.read()
    finally:
        connection.close()


def look(port, addresses, seconds):
    """Asks for each address once, as far as the time goes: how many are not answered with 200, what each finds, how long one takes."""
    started = time.monotonic()
    wrong, hits, asked = [], [], 0
    for address in addresses:
        status, headers, body = get(port, address)
        asked += 1
        if status != 200:
            wrong.append(f"{address}: {status}")
        else:
            hits.append(hits_in(gzip.decompress(body) if headers.get("Content-Encoding") == "gzip" else body))
        if time.monotonic() - started > seconds:
            break
    known = [h for h in hits if h is not None]
    return {
        "addresses": len(addresses),
        "asked": asked,
        "unanswered": len(wrong),
        "example": wrong[0] if wrong else None,
        "hits": [min(known), max(known)] if known else None,
        "seconds": (time.monotonic() - started) / asked,
    }


def hits_in(page):
    found = COUNT.search(page.decode(errors="replace"))
    number = NUMBER.search(re.sub(r"<[^>]*>", "", found.group(1))) if found else None
    return int(re.sub(r"\D", "", number.group())) if number else None
