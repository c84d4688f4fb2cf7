"""The same bytes served by others: the framework's output cache alone, and nginx from files."""
import getpass
import os
import socket
import subprocess
import time

import questions
from load import SERVER_CORE
from server import Server, free_port

# As browsers ask; the site chooses.
ENCODINGS = "gzip, deflate, br"


class Page:
    """One page of the site, kept as the output cache's app reads it, and as a bare file for nginx."""

    def __init__(self, folder, name, port, address):
        status, headers, self.body = questions.get(port, address, ENCODINGS)
        if status != 200:
            raise RuntimeError(f"{address} answered {status}")
        self.name, self.address = name, address
        self.kind, self.encoding = headers.get("Content-Type", ""), headers.get("Content-Encoding", "")
        self.kept, self.bare = (os.path.join(folder, f"{name}.{ending}") for ending in ("kept", "bare"))
        with open(self.kept, "wb") as file:
            file.write(f"{address}\n{self.kind}\n{self.encoding}\n".encode() + self.body)
        with open(self.bare, "wb") as file:
            file.write(self.body)

    def list_for(self, folder, rival):
        """A file with the one address that this rival has it under."""
        path = os.path.join(folder, f"{self.name}.{rival}.txt")
        with open(path, "w", encoding="utf-8") as file:
            file.write(f"{self.address_at(rival)}\n")
        return path

    def address_at(self, rival):
        return f"/{self.name}" if rival == "nginx" else self.address

    def check(self, port, rival):
        status, headers, body = questions.get(port, self.address_at(rival), ENCODINGS)
        if (status, body, headers.get("Content-Encoding", "")) != (200, self.body, self.encoding):
            raise RuntimeError(f"{rival} does not serve the same bytes for {self.address} ({status}, {len(body)} bytes)")


def output_cache(program, folder, pages):
    return Server(program, os.path.join(folder, "baseline.log"), arguments=["baseline", *[p.kept for p in pages]], core=SERVER_CORE)


class Nginx:
    """With a configuration of its own, on a port of its own, in the foreground: no service of the system is touched."""

    def __init__(self, folder, pages):
        self.port = free_port()
        locations = "\n".join(
            f'    location = /{p.name} {{ alias {p.bare}; types {{ }} default_type "{p.kind}"; add_header Content-Encoding "{p.encoding}"; }}' for p in pages)
        scratch = "\n".join(f"  {what}_temp_path {folder}/{what};" for what in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi"))
        config = os.path.join(folder, "nginx.conf")
        with open(config, "w", encoding="utf-8") as file:
            file.write(f"""
user {getpass.getuser()};
worker_processes 1;
daemon off;
pid {folder}/nginx.pid;
events {{ worker_connections 256; }}
http {{
{scratch}
  access_log off;
  sendfile on;
  tcp_nopush on;
  keepalive_requests 100000000;
  open_file_cache max=100;
  server {{
    listen 127.0.0.1:{self.port};
{locations}
  }}
}}
""")
        self.log = os.path.join(folder, "nginx.log")
        with open(self.log, "wb") as log:
            self.process = subprocess.Popen(
                ["taskset", "--cpu-list", str(SERVER_CORE), "nginx", "-p", folder, "-c", config, "-e", self.log],
                stdin=subprocess.DEVNULL, stdout=log, stderr=subprocess.STDOUT)

    def __enter__(self):
        until = time.monotonic() + 30
        while self.process.poll() is None and time.monotonic() < until:
            try:
                socket.create_connection(("127.0.0.1", self.port), timeout=1).close()
                return self
            except OSError:
                time.sleep(0.05)
        self.__exit__()
        with open(self.log, encoding="utf-8", errors="replace") as log:
            raise RuntimeError(f"nginx does not listen: {log.read()[-500:]}")

    def __exit__(self, *_):
        self.process.terminate()
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
