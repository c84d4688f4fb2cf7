"""An editor who signs in and edits through the site's own forms, as scripts/write-test needs it."""
import html
import http.client
import re
import subprocess
import urllib.parse

PASSWORD = "seven quiet lanterns"
CONTROL = re.compile(r"<input\b([^>]*)>|<textarea\b([^>]*)>\n?(.*?)</textarea>|<select\b([^>]*)>(.*?)</select>", re.S)
OPTION = re.compile(r"<option\b([^>]*)>", re.S)
ATTRIBUTE = re.compile(r'([\w:.-]+)(?:="([^"]*)")?')
EDITS = re.compile(r"Edits: (\d+), the last one [\w-]+")
TOO_OFTEN = 40


def attributes(tag):
    return {name: html.unescape(value) for name, value in ATTRIBUTE.findall(tag)}


def fields_of(page, mark):
    """What a browser would send of the form whose tag holds a mark: its address, and its fields."""
    start = next(f for f in re.finditer(r"<form\b[^>]*>", page) if mark in f[0])
    form = page[start.end():page.index("</form>", start.end())]
    fields = []
    for control in CONTROL.finditer(form):
        tag = attributes(next(part for part in (control[1], control[2], control[4]) if part is not None))
        if not tag.get("name") or (tag.get("type") in ("checkbox", "radio") and "checked" not in tag):
            continue
        value = tag.get("value", "on" if tag.get("type") == "checkbox" else "")
        if control[2] is not None:
            value = html.unescape(control[3])
        elif control[4] is not None:
            options = [attributes(option) for option in OPTION.findall(control[5])]
            value = next((o for o in options if "selected" in o), options[0] if options else {}).get("value", "")
        fields.append((tag["name"], value))
    return attributes(start[0]).get("action"), fields


def replaced(fields, new):
    return [(name, value) for name, value in fields if name not in new] + list(new.items())


class Editor:
    """One browser with its cookies. Raises RuntimeError where the site does not do what it should."""

    def __init__(self, port, patience):
        self.connection, self.cookies = http.client.HTTPConnection("127.0.0.1", port, timeout=patience), {}

    def ask(self, method, path, fields=None):
        headers = {"Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items())}
        if fields is not None:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        self.connection.request(method, path, urllib.parse.urlencode(fields) if fields is not None else None, headers)
        answer = self.connection.getresponse()
        for name, value in answer.getheaders():
            if name.lower() == "set-cookie":
                name, _, value = value.split(";")[0].partition("=")
                self.cookies[name] = value
        return answer.status, answer.getheader("Location"), answer.read().decode()

    def page(self, path):
        status, _, page = self.ask("GET", path)
        if status != 200:
            raise RuntimeError(f"{path}: {status}")
        return page

    def send(self, path, mark, new):
        """Fills a page's form in, and sends it. It has to lead on to another page."""
        action, fields = fields_of(self.page(path), mark)
        status, location, _ = self.ask("POST", action or path, replaced(fields, new))
        if status != 302:
            raise RuntimeError(f"{path}: {status}")
        return location

    def sign_in(self, email):
        self.send("/account/sign-in", 'class="form"', {"email": email, "password": PASSWORD})

    def edit(self, entry, token):
        """Counts on what the entry says; where another was faster, chooses words of its own that count on theirs.

        Gives the number it has written, and how often it had to choose."""
        path = f"/admin/organizations/{entry}"
        action, fields = fields_of(self.page(path), 'id="entry"')
        before = EDITS.match(dict(fields)["f.service_area"])
        count = int(before[1]) + 1 if before else 1
        new = {"f.service_area": f"Edits: {count}, the last one {token}", "f.es:service_area": "", "Why": token, "act": "save"}
        status, location, page = self.ask("POST", action or path, replaced(fields, new))
        for chosen in range(TOO_OFTEN):
            if status == 302 and "saved=Saved" in location:
                return count, chosen
            if status != 200 or "/choose" not in page:
                raise RuntimeError(f"edit of {entry}: {status} {location}")
            action, fields = fields_of(page, "/choose")
            count = max(int(number) for number in EDITS.findall(html.unescape(page))) + 1
            own = {name: "Own" for name, _ in fields if name.startswith("side.")}
            own |= {name.replace("side.", "words."): f"Edits: {count}, the last one {token}" for name in own}
            status, location, page = self.ask("POST", action, replaced(fields, own | {"Why": token}))
        raise RuntimeError(f"edit of {entry}: somebody else was faster {TOO_OFTEN} times")


def make_account(dotnet, program, environment, port, email, patience):
    """By the command line's link, as an admin of a machine would."""
    said = subprocess.run([dotnet, program, "admin", "create", email], env=environment, capture_output=True, text=True, check=True, timeout=patience)
    link = re.search(r"/account/setup\?key=\S+", said.stdout)
    if not link:
        raise RuntimeError(f"admin create printed no link: {said.stdout} {said.stderr}")
    Editor(port, patience).send(link[0], 'class="form"', {"name": "write-test", "email": email, "password": PASSWORD, "again": PASSWORD})
