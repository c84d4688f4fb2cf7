"""The table that people read."""
from bars import SHARE_OF_OUTPUT_CACHE, p95_of
from questions import CLASSES

HEADS = ("", "hits", "kept/s", "cache/s", "share", "nginx/s", "anew/s", "p50 ms", "p95 ms", "p99 ms", "bar", "floor p95")
# More than this of the processors is not left over for the measuring.
BUSY = 0.05

WIDTHS = (27, 13, 8, 9, 12, 9, 8, 8, 8, 8, 12, 10)


def show(machine, catalogues, quick):
    yield f"{machine['date']}, commit {machine['commit']}{', QUICK: one round, no figures to quote' if quick else ''}"
    yield (f"{machine['cores']} cores of {machine['processor']}, {machine['memoryBytes'] / 1e9:.0f} GB; {machine['system']}; "
           f"{machine.get('dotnet', '.NET')}, SQLite {machine.get('sqlite', '?')}")
    if machine["busy"] > BUSY:
        yield f"The machine was busy before it began ({machine['busy']:.0%}): figures are rough."
    for catalogue in catalogues:
        yield from one(catalogue)


def one(catalogue):
    made, edit = catalogue["made"], catalogue["edit"]
    yield ""
    yield (f"== {made['organizations']:,} organizations: database {made['databaseBytes'] / 1e6:,.0f} MB, "
           f"index built in {made['indexing']:.1f} s (written in {made['writing']:.1f} s)")
    yield line(HEADS)
    for name, page in catalogue["pages"].items():
        yield line(row(name, page, made["organizations"]))
    yield (f"resident memory after the load: {megabytes(catalogue['memory'])} with the page cache, "
           f"{megabytes(catalogue['memoryUncached'])} without{verdict_of(catalogue, 'resident memory, MB')}")
    yield (f"from an edit to the fresh page: median {edit['whole']['p50']:.0f} ms, p95 {edit['whole']['p95']:.0f} ms "
           f"(of it the save: {edit['save']['p50']:.0f} and {edit['save']['p95']:.0f} ms){verdict_of(catalogue, 'from an edit to the fresh page: p95, ms')}")
    for bar in catalogue["bars"]:
        if bar["what"].endswith("failed requests"):
            yield f"{bar['what']}: {bar['measured']}"


def row(name, page, organizations):
    cached, uncached = page.get("cached"), page.get("uncached")
    if not uncached:
        return (CLASSES[name], "not there", *[""] * 10)
    hits, limit = page.get("hits"), p95_of(name, organizations)
    return (
        CLASSES[name],
        "" if not hits else f"{hits[0]:,}" if hits[0] == hits[1] else f"{hits[0]:,}-{hits[1]:,}",
        *([rate(cached["site"]), rate(cached["output cache"]), f"{cached['ratio']:.2f} {mark(cached['ratio'] >= SHARE_OF_OUTPUT_CACHE)}", rate(cached["nginx"])]
          if cached else [""] * 4),
        rate(uncached["perSecond"]),
        *(f"{uncached[p]:,.1f}" for p in ("p50", "p95", "p99")),
        f"{limit} {mark(uncached['p95'] <= limit)}" if limit else "",
        f"{page['floor']['milliseconds']['p95']:.1f}" if "floor" in page else "",
    )


def rate(number):
    return f"{number:,.1f}" if number < 100 else f"{number:,.0f}"


def line(cells):
    return "".join(str(cell).ljust(width) if at == 0 else str(cell).rjust(width) for at, (cell, width) in enumerate(zip(cells, WIDTHS))).rstrip()


def megabytes(memory):
    return f"{memory['resident'] / 1e6:.0f} MB (at most {memory['peak'] / 1e6:.0f})"


def verdict_of(catalogue, what):
    return "".join(f": bar {bar['bar']:.0f}, {mark(bar['met'])}" for bar in catalogue["bars"] if bar["what"] == what)


def mark(met):
    return "met" if met else "MISSED"
