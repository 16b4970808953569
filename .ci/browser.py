#!/usr/bin/env python3
"""Uses the page of `screen --format html` as an officer would, in a headless browser.

    .ci/browser.py EXECUTABLE [--screenshots FOLDER]

Makes an intake, has the executable write the page, opens it from the disk, types, filters, sorts,
opens rows by keyboard, follows links, narrows the window to a phone's and prints. Fails where the
page does not answer, loads anything, reports an error, or obeys an applicant's text. The browser is
driven through a pipe, so that nothing but Python and Chromium is needed.
"""
import argparse
import base64
import itertools
import json
import os
import pathlib
import re
import select
import shutil
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent
HOSTILE = [
    "<script>alert(1)</script>有限公司",
    "<img src=x onerror=alert(1)>",
    "</script><script>alert(1)</script>",
    "</td></tr></table><iframe src=http://example.invalid></iframe>",
    "<!--<script>",
    "\"'><svg onload=alert(1)>",
    "javascript:alert(1)",
    "{{rows}}{{style}}",
    "\u202e\u2066有限公司\u0000\u001b[31m",
    "&lt;b&gt;&amp;nbsp;",
]
MANY = 5000


class Failure(Exception):
    """What the page did wrong."""


def check(condition, *what):
    if not condition:
        raise Failure(" ".join(str(part) for part in what))


def install_tools():
    if shutil.which("chromium") and shutil.which("pdftotext"):
        return
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for words in (["update", "-q"], ["install", "-qy", "--no-install-recommends", "chromium",
                                     "fonts-noto-cjk", "poppler-utils"]):
        subprocess.run(["apt-get", *words], check=True, stdout=subprocess.DEVNULL, env=quiet)


class Browser:
    """Chromium with one tab, spoken to in its own protocol through a pair of pipes."""

    def __init__(self, profile):
        to_read, self.to_write = os.pipe()
        self.from_read, from_write = os.pipe()
        # The shell moves the pipes to the numbers at which Chromium looks for them.
        self.process = subprocess.Popen(
            ["sh", "-c", f'exec "$@" 3<&{to_read} 4>&{from_write}', "sh", "chromium",
             "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
             "--hide-scrollbars", "--remote-debugging-pipe", f"--user-data-dir={profile}",
             "--disable-background-networking", "about:blank"],
            pass_fds=(to_read, from_write), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        os.close(to_read)
        os.close(from_write)
        self.numbers = itertools.count(1)
        self.received = b""
        self.problems = []
        self.requests = []
        self.loads = 0
        self.session = None
        target = self.call("Target.createTarget", url="about:blank")["targetId"]
        attached = self.call("Target.attachToTarget", targetId=target, flatten=True)
        self.session = attached["sessionId"]
        for domain in ("Page", "Runtime", "Log", "Network"):
            self.call(domain + ".enable")

    def close(self):
        try:
            self.session = None
            self.call("Browser.close")
            self.process.wait(10)
        except (Failure, OSError, subprocess.TimeoutExpired):
            self.process.kill()
            self.process.wait()

    def call(self, method, **parameters):
        number = next(self.numbers)
        message = {"id": number, "method": method, "params": parameters}
        if self.session:
            message["sessionId"] = self.session
        data = json.dumps(message).encode() + b"\0"
        while data:
            data = data[os.write(self.to_write, data):]
        deadline = time.monotonic() + 60
        while True:
            answer = self.receive(deadline, method)
            if answer.get("id") == number:
                check("error" not in answer, method, answer.get("error"))
                return answer["result"]

    def receive(self, deadline, waiting_for):
        while b"\0" not in self.received:
            ready, _, _ = select.select([self.from_read], [], [], deadline - time.monotonic())
            check(ready, "the browser does not answer:", waiting_for)
            data = os.read(self.from_read, 1 << 20)
            check(data, "the browser ended:", waiting_for)
            self.received += data
        text, _, self.received = self.received.partition(b"\0")
        message = json.loads(text)
        self.note(message.get("method"), message.get("params", {}))
        return message

    def note(self, event, details):
        if event == "Network.requestWillBeSent":
            self.requests.append(details["request"]["url"])
        elif event == "Page.javascriptDialogOpening":
            self.problems.append("a dialog opened: " + details["message"])
            number = next(self.numbers)
            message = {"id": number, "sessionId": self.session, "params": {"accept": True},
                       "method": "Page.handleJavaScriptDialog"}
            os.write(self.to_write, json.dumps(message).encode() + b"\0")
        elif event == "Runtime.exceptionThrown":
            self.problems.append("exception: " + json.dumps(details["exceptionDetails"])[:500])
        elif event == "Runtime.consoleAPICalled":
            self.problems.append("console: " + json.dumps(details["args"])[:500])
        elif event == "Log.entryAdded" and details["entry"]["level"] in ("error", "warning"):
            self.problems.append("log: " + details["entry"]["text"])
        elif event == "Page.loadEventFired":
            self.loads += 1

    # What an officer does

    def open(self, path):
        self.requests.clear()
        before = self.loads
        self.call("Page.navigate", url=path.as_uri())
        deadline = time.monotonic() + 60
        while self.loads == before:
            self.receive(deadline, "the page")

    def value(self, expression):
        result = self.call(
            "Runtime.evaluate", expression=expression, returnByValue=True, awaitPromise=True)
        check("exceptionDetails" not in result, expression, result.get("exceptionDetails"))
        return result["result"].get("value")

    def settles(self, expression, *what):
        """Waits for what the page does in a task of its own, then sees that it stays so."""
        deadline = time.monotonic() + 10
        while not self.value(expression):
            check(time.monotonic() < deadline, *what)
        self.value("new Promise(d => requestAnimationFrame(() => requestAnimationFrame(d)))")
        check(self.value(expression), *what)

    def type(self, text):
        self.call("Input.insertText", text=text)

    def press(self, key, modifiers=0):
        codes = {"Enter": (13, "\r"), "Tab": (9, ""), " ": (32, " "), "ArrowDown": (40, ""),
                 "Backspace": (8, ""), "a": (65, "")}
        code, text = codes[key]
        event = {"key": key, "code": "Space" if key == " " else key, "modifiers": modifiers,
                 "windowsVirtualKeyCode": code}
        if key == "a":
            event["commands"] = ["selectAll"]
        typed = {"text": text} if text else {}
        self.call("Input.dispatchKeyEvent", type="keyDown", **event, **typed)
        self.call("Input.dispatchKeyEvent", type="keyUp", **event)

    def click(self, selector):
        x, y = self.value(
            f"(() => {{ const e = document.querySelector({json.dumps(selector)});"
            "e.scrollIntoView({block: 'center'}); const r = e.getClientRects()[0];"
            "return [r.x + r.width / 2, r.y + r.height / 2]; })()")
        for kind in ("mousePressed", "mouseReleased"):
            self.call("Input.dispatchMouseEvent", type=kind, x=x, y=y, button="left", clickCount=1)

    def tab_to(self, selector, at_most=40):
        for _ in range(at_most):
            self.press("Tab")
            if self.value(f"document.activeElement.matches({json.dumps(selector)})"):
                return
        raise Failure(f"Tab does not lead to {selector}")

    def choose(self, selector, value):
        self.value(
            f"(() => {{ const e = document.querySelector({json.dumps(selector)});"
            f"e.value = {json.dumps(value)};"
            "e.dispatchEvent(new Event('change', {bubbles: true})); })()")

    def size(self, width, height, mobile=False):
        self.call("Emulation.setDeviceMetricsOverride", width=width, height=height,
                  deviceScaleFactor=2 if mobile else 1, mobile=mobile)

    def screenshots(self, folder, name):
        """The page as a person scrolls through it."""
        if folder is None:
            return
        for number, place in enumerate(("header", ".contradictions", "#applications", "tbody")):
            self.value(f"document.querySelector({json.dumps(place)})?.scrollIntoView()")
            data = self.call("Page.captureScreenshot")["data"]
            (folder / f"{name}-{number}.png").write_bytes(base64.b64decode(data))

    def pdf(self):
        return base64.b64decode(
            self.call("Page.printToPDF", preferCSSPageSize=True, printBackground=False)["data"])


# What is opened


def applications():
    """Applications without end: those of the fixtures, each with a name and code of its own."""
    samples = []
    for folder in ("eligible", "ineligible", "undetermined"):
        for path in sorted((ROOT / "Fixtures/Applications" / folder).glob("*.json")):
            try:
                application = json.loads(path.read_bytes())
            except ValueError:
                continue  # In GB18030, for one.
            if isinstance(application.get("enterprise"), dict):
                samples.append(application)
    for number in itertools.count(1):
        sample = json.loads(json.dumps(samples[number * 7 % len(samples)]))
        sample["enterprise"]["name"] = f"第{number}号机械有限公司"
        sample["enterprise"]["creditCode"] = credit_code(number)
        product = sample.setdefault("product", {})
        product["name"] = f"产品{number}"
        # A class of its own, so that not everybody contradicts everybody.
        product["classification"] = {"scheme": "productCatalogue", "code": f"35{number:08}"}
        yield sample


def credit_code(number):
    """A social credit code that is right in form (GB 32100)."""
    signs = "0123456789ABCDEFGHJKLMNPQRTUWXY"
    code = "91220101MA" + "".join(signs[number // 31**place % 31] for place in range(6, -1, -1))
    rest = sum(signs.index(sign) * 3**place % 31 for place, sign in enumerate(code)) % 31
    return code + signs[-rest % 31]


def intake(folder):
    """A small intake with everything that can go wrong; returns how many rows it must give."""
    folder.mkdir()
    made = applications()
    for number, sample in zip(range(1, 41), made):
        (folder / f"{number:04}.json").write_text(json.dumps(sample, ensure_ascii=False))
    for number, name in enumerate(HOSTILE, 1):
        sample = next(made)
        sample["enterprise"]["name"] = name
        sample["product"]["name"] = name + "甲"
        sample["bureau"] = name
        (folder / f"hostile-{number:02}.json").write_text(json.dumps(sample, ensure_ascii=False))
    shutil.copy(folder / "0007.json", folder / "0007-again.json")
    (folder / "<b>broken<img src=x onerror=alert(1)>.json").write_text('{"enterprise": {"name": "半')
    return 40 + 1 + len(HOSTILE) + 1


def many(path):
    with open(path, "w") as lines:
        for _, sample in zip(range(MANY), applications()):
            lines.write(json.dumps(sample, ensure_ascii=False) + "\n")


def write_page(executable, page, *arguments):
    command = [executable, "screen", *arguments, "--format", "html"]
    done = subprocess.run(command, capture_output=True)
    check(done.returncode in (0, 1, 2, 65, 66), "screen ended with", done.returncode, done.stderr)
    page.write_bytes(done.stdout)
    return done.stdout


# What is asked

BODIES = "Array.from(document.querySelectorAll('#rows tbody'))"
DETAILS = "Array.from(document.querySelectorAll('.detail'))"
VISIBLE = BODIES + ".filter(b => b.getClientRects().length)"


def names(browser):
    return browser.value(VISIBLE + ".map(b => b.querySelector('.enterprise').textContent)")


def counter(browser):
    return [int(part) for part in re.findall(r"\d+", browser.value("counter.textContent"))]


def clear(browser):
    browser.click("#reset")


def ask_whole(browser, rows):
    found = browser.value(BODIES + ".length")
    check(found == rows, found, "rows, not", rows)
    check(counter(browser)[:2] == [rows, rows], "counter", counter(browser), rows)
    check(browser.value("document.querySelectorAll('pre').length") == 0, "reports before opening")
    head = browser.value("document.title + document.querySelector('header').textContent")
    check("{{" not in head, "a placeholder is left:", head)
    total, *parts = browser.value(
        "Array.from(document.querySelectorAll('.verdicts b'), b => Number(b.textContent))")
    check(total == rows == sum(parts), "totals", total, parts)


def ask_search(browser, rows):
    # The first key leads past the summary, however long that is.
    browser.tab_to(".skip", 1)
    browser.press("Enter")
    browser.tab_to("#search", 1)
    browser.type("第７号")
    check(names(browser) and all("第7号" in name for name in names(browser)), names(browser))
    check(counter(browser)[0] == len(names(browser)) == 2, "counter after search")
    browser.press("a", modifiers=2)
    browser.type("hostile-03 有限")
    check(counter(browser)[0] == 0 or all("script" in name for name in names(browser)), "two words")
    browser.press("a", modifiers=2)
    browser.type("nobody is called so")
    check(names(browser) == [] and counter(browser)[0] == 0, "nothing found")
    check(browser.value("document.getElementById('none').getClientRects().length > 0"), "says so")
    browser.press("a", modifiers=2)
    browser.press("Backspace")
    check(len(names(browser)) == rows, "all rows are back")


def ask_filters(browser, rows):
    sum_of_verdicts = 0
    for verdict in ("eligible", "undetermined", "ineligible", "unreadable"):
        option = browser.value(
            f"document.querySelector('#verdict option[value={verdict}]')?.textContent")
        if option is None:
            continue
        browser.choose("#verdict", verdict)
        shown = browser.value(VISIBLE + ".map(b => b.dataset.verdict)")
        check(shown and set(shown) == {verdict}, verdict, shown)
        check(counter(browser)[0] == len(shown) == int(re.findall(r"\d+", option)[-1]), option)
        sum_of_verdicts += len(shown)
    check(sum_of_verdicts == rows, "verdicts add up")
    clear(browser)
    # By keyboard too: the first verdict below "all".
    browser.value("document.querySelector('#search').focus()")
    browser.tab_to("#verdict", 3)
    browser.press("ArrowDown")
    check(0 < len(names(browser)) < rows, "the verdict by keyboard")
    clear(browser)
    browser.click(".criteria a[data-criterion]")
    criterion = browser.value("document.getElementById('criterion').value")
    check(criterion != "" and 0 < len(names(browser)) < rows, "a criterion's bar filters")
    clear(browser)
    check(len(names(browser)) == rows, "all rows are back")


def ask_sorting(browser, rows):
    columns = browser.value("document.querySelectorAll('#rows thead th').length")
    for column in range(columns):
        button = f"#rows thead th:nth-child({column + 1}) button"
        orders = []
        for _ in range(2):
            browser.value(f"document.querySelector('{button}').focus()")
            browser.press("Enter")
            orders.append(browser.value(VISIBLE + ".map(b => b.id)"))
            marked = browser.value("Array.from(document.querySelectorAll('thead th'),"
                                   " head => head.getAttribute('aria-sort'))")
            check([bool(mark) for mark in marked] == [n == column for n in range(columns)], marked)
        check(all(len(set(order)) == rows for order in orders), "sorting loses rows")
        check(orders[0] != orders[1], "column", column, "does not sort")
    browser.click("#rows thead th:first-child button")
    numbers = browser.value(VISIBLE + ".map(b => Number(b.id.slice(1)))")
    check(numbers == sorted(numbers), "back in order")


def ask_rows(browser):
    browser.value("document.querySelector('#reset').focus()")
    browser.tab_to("#rows .opener", 20)
    check(browser.value("document.activeElement.matches(':focus-visible')"), "focus is not seen")
    report = "document.activeElement.closest('tbody').querySelector('pre')"
    for key, expanded in (("Enter", True), (" ", False), (" ", True)):
        browser.press(key)
        state = browser.value("document.activeElement.getAttribute('aria-expanded')")
        seen = browser.value(f"{report} !== null && {report}.getClientRects().length > 0")
        check(state == str(expanded).lower() and seen == expanded, key, state, seen)
    text = browser.value(report + ".textContent")
    check(len(text.splitlines()) > 30, "the report is short:", text)
    browser.press("Enter")
    everything = browser.value(
        BODIES + ".map(body => {"
        "  const opener = body.querySelector('.opener'); opener.click();"
        "  const text = body.querySelector('pre')?.textContent ?? ''; opener.click();"
        "  return [body.dataset.verdict, text.length]; })")
    check(all(length > 1000 for verdict, length in everything if verdict != "unreadable"),
          "a row has no report:", everything)
    browser.click("#reasons")
    check(browser.value(DETAILS + ".every(d => d.getClientRects().length)"), "no reasons")
    browser.click("#reasons")


def ask_links(browser):
    for selector in (".nearest a", ".contests a"):
        browser.choose("#verdict", "unreadable")
        browser.click(selector)
        target = browser.value(f"document.querySelector('{selector}').hash.slice(1)")
        check(browser.value("location.hash.slice(1)") == target, selector, target)
        check(browser.value(f"document.getElementById('{target}').className.includes('opened')"),
              "a link does not open its row")
        browser.settles("document.activeElement.className === 'opener'", "focus after a link")
        browser.press("Enter")
        clear(browser)


def ask_hostile(browser):
    shown = "\n".join(names(browser))
    for name in HOSTILE[:8]:
        check(name in shown, "not shown as it is:", name)
    everything = browser.value("document.documentElement.textContent")
    check("\u202e" not in everything, "a bidirectional sign")
    strangers = browser.value(
        "document.querySelectorAll('img, iframe, object, embed, link, form, video, audio, [onload],"
        " [onerror], body svg:not(.bar), a:not([href^=\"#\"])').length")
    check(strangers == 0, "an applicant's markup became elements:", strangers)
    check(browser.value("document.scripts.length") == 2, "an applicant's script")
    # The policy holds even for what the page itself would do.
    refused = browser.value(
        "new Promise(done => { document.addEventListener('securitypolicyviolation',"
        " event => done(event.effectiveDirective), {once: true});"
        " const image = new Image(); image.src = 'http://example.invalid/x.png'; })")
    check(refused == "img-src", "the policy lets an image load:", refused)
    browser.problems = [p for p in browser.problems if "example.invalid/x.png" not in p]
    browser.requests = [r for r in browser.requests if "example.invalid/x.png" not in r]


def ask_widths(browser, screenshots, name):
    for width in (320, 390, 768, 1024, 1121, 1280, 1366, 1920):
        browser.size(width, 844, mobile=width < 500)
        browser.value("document.querySelector('.row .opener').click()")
        wide = browser.value("document.documentElement.scrollWidth")
        check(wide <= width, f"at {width} the page is {wide} wide")
        cut = browser.value("Array.from(document.querySelectorAll('#rows tr > *')).filter("
                            "cell => cell.scrollWidth > cell.clientWidth + 1)"
                            ".map(cell => cell.textContent.slice(0, 80))")
        check(not cut, f"at {width} these are wider than their cells:", cut)
        if width == 390:
            browser.screenshots(screenshots, name + "-phone")
        browser.value("document.querySelector('.row .opener').click()")
        if width in (1024, 1121):
            browser.screenshots(screenshots, f"{name}-{width}")
        if width == 1366:
            browser.screenshots(screenshots, name + "-desktop")
    browser.size(1366, 900)


def ask_paper(browser, screenshots, name):
    pdf = browser.pdf()
    check(pdf.startswith(b"%PDF"), "printing gives no PDF")
    done = subprocess.run(["pdftotext", "-layout", "-", "-"], input=pdf, capture_output=True)
    pages = done.stdout.decode().split("\f")[:-1]
    last = "第40号机械有限公司"
    with_rows = [page for page in pages if re.search(r"第\d+号机械有限公司 +产品\d+", page)]
    check(len(with_rows) >= 2 and last in with_rows[-1] + with_rows[-2], "rows on paper:", pages)
    head = browser.value("document.querySelector('thead .conditions').textContent")
    check(all(head in page for page in with_rows), "the head is not on each page:", pages)
    check(not any("▸" in page or "↕" in page for page in pages), "controls on paper")
    if screenshots:
        (screenshots / (name + ".pdf")).write_bytes(pdf)
    browser.call("Emulation.setEmulatedMedia", media="print")
    check(browser.value("getComputedStyle(document.querySelector('#controls')).display") == "none",
          "controls on paper")
    browser.call("Emulation.setEmulatedMedia", media="")
    return len(pages)


def ask_long_paper(browser):
    """The screen shows the first rows only, paper all that match."""
    browser.value("search.value = '第1'; search.dispatchEvent(new Event('input'))")
    count = counter(browser)[0]
    check(len(names(browser)) < count, "the screen shows all", count)
    pages = len(re.findall(rb"/Type\s*/Page\b", browser.pdf()))
    check(pages > count / 30, count, "rows on", pages, "pages")
    check(len(names(browser)) < count, "after printing the screen shows all", count)
    clear(browser)


def ask_unscripted(browser, page, rows):
    browser.call("Emulation.setScriptExecutionDisabled", value=True)
    browser.open(page)
    details = browser.value(DETAILS + ".filter(d => d.getClientRects().length).length")
    check(details == rows, "without scripts", details, "reasons are shown")
    check(browser.value("document.getElementById('controls').getClientRects().length") == 0,
          "without scripts controls are shown")
    browser.call("Emulation.setScriptExecutionDisabled", value=False)


def ask_speed(browser):
    """How long a page of thousands takes to answer a typed letter, layout included."""
    times = browser.value(
        "(() => { const search = document.getElementById('search'); const times = [];"
        " for (const text of ['第', '第1', '第12', '', '机械 99', '没有', '', '产品4', '']) {"
        "  const start = performance.now(); search.value = text;"
        "  search.dispatchEvent(new Event('input')); document.body.offsetHeight;"
        "  times.push(performance.now() - start); } return times; })()")
    return sorted(times)[len(times) // 2], max(times)


def finish(browser, page):
    check(not browser.problems, *browser.problems)
    strangers = [url for url in browser.requests if url != page.as_uri()]
    check(not strangers, "the page asks for", strangers)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("executable", type=pathlib.Path)
    parser.add_argument("--screenshots", type=pathlib.Path)
    options = parser.parse_args()
    executable = options.executable.resolve()
    install_tools()
    screenshots = options.screenshots
    if screenshots:
        screenshots.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        rows = intake(folder / "intake")
        shared = ROOT / "Fixtures/Intake"
        if shared.is_dir():
            lines = [l for p in shared.rglob("*.ndjson") for l in p.read_bytes().split(b"\n")]
            rows += len(list(shared.rglob("*.json"))) + sum(bool(line.strip()) for line in lines)
        sources = [folder / "intake"] + ([shared] if shared.is_dir() else [])
        browser = Browser(folder / "profile")
        try:
            for language in ("zh", "en"):
                page = folder / f"{language}.html"
                data = write_page(executable, page, *sources, "--lang", language)
                again = write_page(executable, page, *sources, "--lang", language, "--jobs", "1")
                check(data == again, "the page differs with --jobs 1")
                browser.size(1366, 900)
                browser.open(page)
                ask_whole(browser, rows)
                ask_search(browser, rows)
                ask_filters(browser, rows)
                ask_sorting(browser, rows)
                ask_rows(browser)
                ask_links(browser)
                ask_hostile(browser)
                ask_widths(browser, screenshots, language)
                pages = ask_paper(browser, screenshots, language)
                finish(browser, page)
                ask_unscripted(browser, page, rows)
                finish(browser, page)
                print(f"{language}: {rows} rows, {len(data)} bytes, {pages} pages on paper")
            many(folder / "many.ndjson")
            page = folder / "many.html"
            data = write_page(executable, page, folder / "many.ndjson", "--lang", "zh")
            start = time.monotonic()
            browser.open(page)
            opened = time.monotonic() - start
            check(counter(browser)[0] == MANY, "counter", counter(browser))
            median, worst = ask_speed(browser)
            ask_long_paper(browser)
            browser.click("#more")
            check(len(names(browser)) == MANY, "not all rows come on the screen")
            finish(browser, page)
            print(f"{MANY} rows: {len(data) / 1e6:.1f} MB, open in {opened:.1f} s, a letter in "
                  f"{median:.0f} ms, at worst {worst:.0f} ms")
            # Twice what was promised, since others may use the machine at the same time.
            check(median < 200, "search is slow")
        finally:
            browser.close()


if __name__ == "__main__":
    try:
        main()
    except Failure as failure:
        sys.exit(f"browser: {failure}")
