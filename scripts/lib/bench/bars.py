"""What has to be reached, and whether it was."""
from questions import CLASSES

# A kept page: at least so much of what the framework's output cache alone serves in a second.
SHARE_OF_OUTPUT_CACHE = 0.6

# Made anew for one reader, the slowest in twenty: at most so many milliseconds.
SMALL = 10_000
SMALL_P95 = dict.fromkeys(CLASSES, 50)
LARGE_P95 = {"words-100": 15, "words-2000": 40, "words-many": 250, "filters": 40, "suggest": 10}
LARGE_EDIT = 100
LARGE_MEMORY = 400_000_000


def p95_of(name, organizations):
    """None where no bar was set."""
    return (SMALL_P95 if organizations <= SMALL else LARGE_P95).get(name)


def judge(catalogue):
    """For one catalogue: what, measured, the bar, and whether it is met."""
    organizations, bars = catalogue["made"]["organizations"], []
    for name, page in catalogue["pages"].items():
        if "cached" in page:
            bars.append(bar(f"{CLASSES[name]}: share of the output cache", page["cached"]["ratio"], SHARE_OF_OUTPUT_CACHE, least=True))
        limit = p95_of(name, organizations)
        if limit and "uncached" in page:
            bars.append(bar(f"{CLASSES[name]}: p95, ms", page["uncached"]["p95"], limit))
        if "uncached" in page and page["uncached"]["failed"]:
            bars.append(bar(f"{CLASSES[name]}: failed requests", page["uncached"]["failed"], 0))
    if organizations > SMALL:
        bars.append(bar("from an edit to the fresh page: p95, ms", catalogue["edit"]["whole"]["p95"], LARGE_EDIT))
        resident = max(catalogue[m]["resident"] for m in ("memory", "memoryUncached"))
        bars.append(bar("resident memory, MB", resident / 1e6, LARGE_MEMORY / 1e6))
    return bars


def bar(what, measured, limit, least=False):
    return {"what": what, "measured": measured, "bar": limit, "least": least, "met": measured >= limit if least else measured <= limit}
