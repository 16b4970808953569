"""Firefox with one tab, spoken to in WebDriver BiDi; only Python and Debian's firefox-esr are needed."""
import base64
import itertools
import json
import os
import re
import shutil
import socket
import struct
import subprocess
import time

from browser import check

# What a new profile does of its own would ask for pages; the page itself is opened from the disk.
PREFERENCES = {
    "app.normandy.enabled": False, "app.update.disabledForTesting": True, "browser.startup.page": 0,
    "browser.shell.checkDefaultBrowser": False, "datareporting.policy.dataSubmissionEnabled": False,
    "toolkit.telemetry.enabled": False, "browser.download.useDownloadDir": True, "browser.download.folderList": 2,
    "browser.download.alwaysOpenPanel": False, "network.captive-portal-service.enabled": False,
    "intl.accept_languages": "zh-CN", "remote.active-protocols": 1,
}


class Firefox:
    def __init__(self, profile, downloads):
        if not shutil.which("firefox-esr"):
            quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
            for words in (["update", "-q"], ["install", "-qy", "--no-install-recommends", "firefox-esr"]):
                subprocess.run(["apt-get", *words], check=True, stdout=subprocess.DEVNULL, env=quiet)
        profile.mkdir()
        self.downloads = downloads
        downloads.mkdir()
        lines = [f"user_pref({json.dumps(name)}, {json.dumps(value)});"
                 for name, value in {**PREFERENCES, "browser.download.dir": str(downloads)}.items()]
        (profile / "user.js").write_text("\n".join(lines))
        self.log = open(profile / "log", "w+")
        self.process = subprocess.Popen(
            ["firefox-esr", "--headless", "--no-remote", "--profile", str(profile), "--remote-debugging-port", "0"],
            stdout=self.log, stderr=self.log, env={**os.environ, "HOME": str(profile)})
        self.problems = []
        self.numbers = itertools.count(1)
        self.received = b""
        try:
            self.connect(self.port())
            self.call("session.new", capabilities={})
            self.call("session.subscribe", events=["log.entryAdded"])
            self.tab = self.call("browsingContext.getTree")["contexts"][0]["context"]
        except BaseException:
            self.close()
            raise

    def close(self):
        self.process.terminate()
        try:
            self.process.wait(20)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        self.log.close()

    # MARK: Protocol

    def port(self):
        deadline = time.monotonic() + 120
        while True:
            self.log.seek(0)
            told = re.search(r"BiDi listening on ws://127\.0\.0\.1:(\d+)", self.log.read())
            if told:
                return int(told[1])
            check(time.monotonic() < deadline and self.process.poll() is None, "Firefox does not start")
            time.sleep(0.1)

    def connect(self, port):
        self.socket = socket.create_connection(("127.0.0.1", port), timeout=120)
        key = base64.b64encode(os.urandom(16)).decode()
        self.socket.sendall((f"GET /session HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nUpgrade: websocket\r\n"
                             f"Connection: Upgrade\r\nSec-WebSocket-Key: {key}\r\n"
                             "Sec-WebSocket-Version: 13\r\n\r\n").encode())
        while b"\r\n\r\n" not in self.received:
            self.received += self.socket.recv(1 << 16)
        head, _, self.received = self.received.partition(b"\r\n\r\n")
        check(b" 101 " in head, head)

    def take(self, count):
        while len(self.received) < count:
            data = self.socket.recv(1 << 20)
            check(data, "Firefox ended")
            self.received += data
        taken, self.received = self.received[:count], self.received[count:]
        return taken

    def message(self):
        """The next message, which may come in several frames."""
        text = b""
        while True:
            first, size = self.take(2)
            if size == 126:
                size, = struct.unpack(">H", self.take(2))
            elif size == 127:
                size, = struct.unpack(">Q", self.take(8))
            text += self.take(size)
            if first & 0x80:
                return json.loads(text)

    def call(self, method, **parameters):
        number = next(self.numbers)
        data = json.dumps({"id": number, "method": method, "params": parameters}).encode()
        count = len(data)
        size = (struct.pack(">BB", 0x81, 0x80 | count) if count < 126
                else struct.pack(">BBH", 0x81, 0xFE, count) if count < 1 << 16
                else struct.pack(">BBQ", 0x81, 0xFF, count))
        # Firefox refuses zeros.
        mask = os.urandom(4)
        self.socket.sendall(size + mask + bytes(byte ^ mask[place % 4] for place, byte in enumerate(data)))
        while True:
            answer = self.message()
            if answer.get("method") == "log.entryAdded" and answer["params"]["level"] in ("error", "warn"):
                self.problems.append(answer["params"]["text"])
            if answer.get("id") == number:
                check(answer["type"] == "success", method, answer)
                return answer["result"]

    # MARK: What a person does

    def open(self, path):
        self.call("browsingContext.navigate", context=self.tab, url=path.as_uri(), wait="complete")

    def value(self, expression):
        """The value of an expression, which JSON can tell."""
        result = self.call(
            "script.evaluate", target={"context": self.tab}, awaitPromise=True, userActivation=True,
            expression=f"Promise.resolve({expression}).then((value) => JSON.stringify(value ?? null))")
        check(result["type"] == "success", expression, result.get("exceptionDetails", {}).get("text"))
        return json.loads(result["result"]["value"])

    def waits(self, expression, *what, seconds=60):
        deadline = time.monotonic() + seconds
        while not self.value(f"!!({expression})"):
            check(time.monotonic() < deadline, "waited in vain:", expression, *what, *self.problems)
            time.sleep(0.02)

    def choose_files(self, selector, *paths):
        found = self.call("browsingContext.locateNodes", context=self.tab,
                          locator={"type": "css", "value": selector})["nodes"][0]
        self.call("input.setFiles", context=self.tab, element={"sharedId": found["sharedId"]},
                  files=[str(path) for path in paths])

    def type(self, text):
        """Types a text where the focus is."""
        keys = [{"type": kind, "value": sign} for sign in text for kind in ("keyDown", "keyUp")]
        self.call("input.performActions", context=self.tab,
                  actions=[{"type": "key", "id": "keyboard", "actions": keys}])
