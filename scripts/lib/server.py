"""Starts a published web program on loopback, waits for its answers, and ends it: by its own process id, and no other."""
import os
import signal
import socket
import subprocess
import sys
import time

DOTNET = os.environ["DOTNET"]

# Whoever ends the script in a polite way ends the servers as well.
signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))


def free_port():
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        return s.getsockname()[1]


class Server:
    """Usable as a context: what was started is ended."""

    def __init__(self, program, output, data=None, settings=None, arguments=(), core=None):
        """The settings go into its environment. With a core, it runs on that processor alone."""
        self.port = free_port()
        self.output = output
        environment = {k: v for k, v in os.environ.items() if not k.upper().startswith(("COMMUNITYCARE__", "ASPNETCORE_", "DOTNET_ENVIRONMENT"))}
        if data:
            environment["CommunityCare__DataFolder"] = data
        environment["ASPNETCORE_URLS"] = f"http://127.0.0.1:{self.port}"

        # What is measured or harmed does nothing of its own beside it.
        environment["CommunityCare__Backups__Nightly"] = "false"
        environment.update(settings or {})
        pinned = ["taskset", "--cpu-list", str(core)] if core is not None else []
        with open(output, "wb") as log:
            self.started = time.monotonic()
            self.process = subprocess.Popen(
                [*pinned, DOTNET, program, *arguments],
                cwd=os.path.dirname(program), env=environment, stdin=subprocess.DEVNULL, stdout=log, stderr=subprocess.STDOUT)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.end()

    def seconds_until_answer(self, path, patience):
        """From the start of the process to the end of the first answer with status 200."""
        while True:
            status = self.status(path)
            elapsed = time.monotonic() - self.started
            if status == 200:
                return elapsed
            if self.process.poll() is not None:
                raise RuntimeError(f"ended by itself with {self.process.returncode}: {self.said()}")
            if elapsed > patience:
                raise RuntimeError(f"no answer from {path} within {patience:.1f} s (last status: {status}): {self.said()}")
            time.sleep(0.004)

    def processor_seconds(self):
        """What it has worked so far, on all processors: told by Linux only, and calm where the clock is noisy."""
        try:
            with open(f"/proc/{self.process.pid}/stat", encoding="ascii") as stat:
                user, system = stat.read().rpartition(")")[2].split()[11:13]
            return (int(user) + int(system)) / os.sysconf("SC_CLK_TCK")
        except OSError:
            return float("nan")

    def status(self, path):
        try:
            with socket.create_connection(("127.0.0.1", self.port), timeout=10) as s:
                s.sendall(f"GET {path} HTTP/1.1\r\nHost: localhost:{self.port}\r\nConnection: close\r\n\r\n".encode())
                answer = b""
                while part := s.recv(65536):
                    answer += part
            return int(answer.split(b" ", 2)[1]) if answer.startswith(b"HTTP/1.1 ") else None
        except OSError:
            return None

    def kill(self):
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()

    def end(self):
        if self.process.poll() is None:
            self.process.terminate()
            try:
                self.process.wait(20)
            except subprocess.TimeoutExpired:
                self.kill()
        return self.process.returncode

    def said(self):
        with open(self.output, encoding="utf-8", errors="replace") as log:
            return log.read()[-2000:]
