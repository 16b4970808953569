#!/usr/bin/env python3
"""Uses the page of `screen --format html` as an officer would, in a headless browser.

    .ci/browser.py EXECUTABLE [--screenshots FOLDER]

Makes an intake, has the executable write the page, opens it from the disk, types, filters, sorts,
opens rows by keyboard, marks and exports them, loads the page again, narrows the window to a phone's
and prints; then takes the times of pages of 5,000 and 100,000. Fails where the page shows other rows
than the JSON report has, does not answer, is slow, loads anything, reports an error, or obeys an
applicant's text, and where axe-core finds something. The browser is driven through a pipe.
"""
import argparse
import base64
import csv
import io
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
# How many applications, and at most: seconds to make the page, its megabytes, those of memory, seconds
# to open it, and milliseconds for an answer.
LARGE = [(5000, 0.5, 10, 500, 3, 200), (100_000, 10, 500, 500, 3, 200)]
# Others may use the machine at the same time, so three times as much passes.
GRACE = 3


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
        self.load("Page.navigate", url=path.as_uri())

    def load(self, method, **parameters):
        """Has a document loaded. What is asked while another one goes would fail, so it waits for the end."""
        before = self.loads
        self.call(method, **parameters)
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
        for number, place in enumerate(("header", ".applications", ".contests", ".obstacles")):
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


def many(path, count):
    """So many applications a line, each with a name, code and product of its own."""
    made = applications()
    samples = [json.dumps(next(made), ensure_ascii=False) for _ in range(600)]
    own = [(f"第{n}号机械有限公司", credit_code(n), f"产品{n}", f"35{n:08}") for n in range(1, 601)]
    with open(path, "w") as lines:
        for number in range(1, count + 1):
            kind = number % len(samples)
            line = samples[kind]
            for old, new in zip(own[kind], (f"第{number}号机械有限公司", credit_code(number),
                                            f"产品{number}", f"35{number:08}")):
                line = line.replace(f'"{old}"', f'"{new}"')
            lines.write(line + "\n")


def write_page(executable, page, *arguments):
    command = [executable, "screen", *arguments, "--format", "html"]
    done = subprocess.run(command, capture_output=True)
    check(done.returncode in (0, 1, 2, 65, 66), "screen ended with", done.returncode, done.stderr)
    page.write_bytes(done.stdout)
    return done.stdout


# What is asked

ROWS = "Array.from(document.querySelectorAll('.applications > tbody > .row'))"
COUNTER = "document.querySelector('.pages .counter')"


def report_of(executable, language, *arguments):
    done = subprocess.run(
        [executable, "screen", *arguments, "--lang", language, "--format", "json"], capture_output=True)
    return json.loads(done.stdout)


def page_numbers(browser):
    return browser.value(ROWS + ".map(row => Number(row.dataset.number))")


def numbers(browser):
    """The numbers of all rows that are listed, page by page; the first page is shown again then."""
    found = page_numbers(browser)
    steps = 0
    while browser.value("!document.querySelectorAll('.step')[1].hidden && !document.querySelectorAll('.step')[1].disabled"):
        browser.click(".step + .step")
        found += page_numbers(browser)
        steps += 1
    for _ in range(steps):
        browser.click(".step")
    check(counter(browser)[0] == len(found) == len(set(found)), counter(browser), found)
    return found


def counter(browser):
    return [int(part) for part in re.findall(r"\d+", browser.value(COUNTER + ".textContent"))]


def pick(browser, name, value):
    browser.value(
        f"(() => {{ const e = document.querySelector('.choice.{name} select');"
        f"e.value = {json.dumps(value)}; e.dispatchEvent(new Event('input', {{bubbles: true}})); }})()")


def values_of(browser, name):
    return browser.value(
        f"Array.from(document.querySelectorAll('.choice.{name} option'), o => o.value).filter(v => v)")


def clear(browser):
    browser.value("document.querySelector('.pages button:nth-of-type(3)').click()")
    check(counter(browser)[0] == counter(browser)[1], "clearing leaves a filter", counter(browser))


def has_priority(row):
    return row["hasPriority"] and row["verdict"] in ("eligible", "undetermined")


def ask_whole(browser, report):
    rows = report["rows"]
    check(numbers(browser) == [row["number"] for row in rows], "rows")
    head = browser.value("document.title + document.querySelector('header').textContent")
    check("{{" not in head, "a placeholder is left:", head)
    total, *parts = browser.value(
        "Array.from(document.querySelectorAll('.tally [data-verdict] b'), b => Number(b.textContent))")
    check(total == len(rows) == sum(parts), "totals", total, parts)
    browser.size(1280, 800)
    top = browser.value("document.querySelector('.applications tbody').getBoundingClientRect().top")
    check(top < 450, "the rows begin at", top)
    browser.size(1366, 900)


def ask_words(browser, report):
    """Doubt is seen as words, priority only where the verdict leaves room for it."""
    by_number = {row["number"]: row for row in report["rows"]}
    shown = browser.value(
        ROWS + ".map(row => [Number(row.dataset.number), row.querySelector('.at-toVerify').textContent,"
        " row.querySelector('.at-verdict').textContent, row.querySelector('.at-reasons').textContent])")
    word = browser.value("JSON.parse(document.getElementById('words').textContent).priority")
    for number, doubts, verdict, reasons in shown:
        row = by_number[number]
        for fact in row["factsToVerify"][:2]:
            check(fact["sentence"].split("\n")[0][:20] in doubts, number, fact, doubts)
        check((word in verdict) == has_priority(row), number, verdict)
        for open_one in row["unmet"]:
            check(open_one["gapWritten"] is None or open_one["gapWritten"] in reasons, number, reasons)


def ask_search(browser, rows):
    browser.value("document.querySelector('.tally button').focus()")
    browser.tab_to(".choice.q input", 8)
    browser.type("第７号")
    names = browser.value(ROWS + ".map(row => row.querySelector('.at-enterprise b').textContent)")
    check(len(names) == 2 and all("第7号" in name for name in names), names)
    browser.press("a", modifiers=2)
    browser.type("nobody is called so")
    check(page_numbers(browser) == [] and counter(browser)[0] == 0, "nothing found")
    check(browser.value("document.querySelector('table + .note').getClientRects().length > 0"), "says so")
    browser.press("a", modifiers=2)
    browser.press("Backspace")
    check(counter(browser)[0] == rows, "all rows are back")


def expected(report, filters):
    """The numbers of the rows that a filter leaves, by the JSON report alone."""
    named = [{"number"} for _ in report["contradictions"]]
    for place, entry in zip(named, report["contradictions"]):
        place.clear()
        place |= {application["number"] for application in entry["applications"]}

    def doubted(row):
        return {criterion for fact in row["factsToVerify"] for criterion in fact["criteria"]}

    def missed(row, outcome):
        ids = []
        if outcome in ("", "unmet"):
            ids += [entry["criterion"] for entry in row["unmet"]] + row["indicatorsUnmet"]
        if outcome in ("", "undetermined"):
            ids += [entry["criterion"] for entry in row["undetermined"]] + row["judgementsWithoutMaterial"]
        return set(ids) if outcome != "verify" else doubted(row)

    def fits(row):
        criterion, outcome = filters.get("criterion", ""), filters.get("outcome", "")
        ids = missed(row, outcome)
        verify, contested = filters.get("verify"), filters.get("contested")
        return (filters.get("verdict") in (None, row["verdict"] or "unreadable")
                and (not criterion or criterion in ids) and (not outcome or bool(ids))
                and (not verify or (row["noticeCount"] > 0 and (
                    verify == "any" or (verify == "criterion") == bool(doubted(row)))))
                and (not contested or row["number"] in (
                    set().union(*named) if contested == "any" else named[int(contested) - 1]))
                and (not filters.get("bureau") or (row["bureau"] or "-") == filters["bureau"])
                and (not filters.get("faults") or row["faultCount"] > 0)
                and (not filters.get("priority") or has_priority(row)))

    return [row["number"] for row in report["rows"] if fits(row)]


def ask_filters(browser, report):
    def hold(**filters):
        check(numbers(browser) == expected(report, filters), filters, numbers(browser))

    for verdict in ("eligible", "undetermined", "ineligible", "unreadable"):
        browser.click(f".count[data-verdict={verdict}]")
        hold(verdict=verdict)
    browser.click(".count[data-verdict='']")
    criteria = values_of(browser, "criterion")
    check(len(criteria) > 15, criteria)
    for criterion in criteria:
        pick(browser, "criterion", criterion)
        for outcome in ("unmet", "undetermined", "verify", ""):
            pick(browser, "outcome", outcome)
            hold(criterion=criterion, outcome=outcome)
    clear(browser)
    for name in ("outcome", "verify", "contested", "bureau"):
        values = values_of(browser, name)
        check(values, "no choice of", name)
        for value in values:
            pick(browser, name, value)
            hold(**{name: value})
        clear(browser)
    boxes = browser.value("document.querySelectorAll('.filters .check').length")
    check(boxes == 2, boxes, "boxes")
    for number, name in enumerate(("faults", "priority"), 1):
        browser.click(f".filters .check:nth-last-of-type({3 - number}) input")
        hold(**{name: "1"})
        clear(browser)
    # Several at once, and by keyboard.
    browser.click(".count[data-verdict=undetermined]")
    browser.value("document.querySelector('.choice.q input').focus()")
    browser.tab_to(".choice.criterion select", 1)
    browser.press("ArrowDown")
    hold(verdict="undetermined", criterion=criteria[0])
    clear(browser)


def ask_sorting(browser, report):
    rows = {row["number"]: row for row in report["rows"]}
    for name in browser.value("Array.from(document.querySelectorAll('[data-sort]'), b => b.dataset.sort)"):
        orders = []
        # What is sorted by now is sorted the other way at once.
        for _ in range(2):
            browser.value(f"document.querySelector('[data-sort={name}]').focus()")
            browser.press("Enter")
            marked = browser.value("Array.from(document.querySelectorAll('.applications > thead th'),"
                                   " head => [head.getAttribute('aria-sort'), head.contains(document.activeElement)])")
            check(all(bool(mark) == is_it for mark, is_it in marked), name, marked)
            orders.append(numbers(browser))
        check(all(len(order) == len(rows) for order in orders), "sorting loses rows")
        check(orders[0] != orders[1] or name == "mark", name, "does not sort")
    pick(browser, "criterion", "average-revenue")
    pick(browser, "outcome", "unmet")
    browser.click("[data-sort=gap]")
    gaps = [next(float(entry["gap"]["value"]) for entry in rows[number]["unmet"]
                 if entry["criterion"] == "average-revenue") for number in numbers(browser)]
    check(len(gaps) > 2 and gaps == sorted(gaps), "gaps", gaps)
    clear(browser)
    browser.click("[data-sort=number]")
    check(numbers(browser) == sorted(rows), "back in order")


def ask_address(browser, page, report):
    """A filter, an order and an opened row outlast loading again, and a link brings them."""
    browser.click(".count[data-verdict=undetermined]")
    browser.click("[data-sort=enterprise]")
    before = numbers(browser)
    browser.value(f"document.querySelector('[data-number=\"{before[3]}\"] .opener').click()")
    # It is written a moment later.
    browser.settles("location.hash.includes('open=')", "the address")
    address = browser.value("location.href")
    check("verdict=undetermined" in address and f"open={before[3]}" in address, address)
    browser.load("Page.reload")
    browser.settles(f"{COUNTER} !== null", "the page comes back")
    check(numbers(browser) == before, "the state is lost by loading again")
    browser.open(page)
    browser.settles(f"{COUNTER} !== null", "the page comes back")
    # Only what follows # differs, so nothing is loaded.
    browser.value(f"location.href = {json.dumps(address)}; 0")
    browser.settles(f"{COUNTER} !== null", "the page comes back")
    check(numbers(browser) == before, "the state is lost by", address)
    check(browser.value("document.querySelector('[aria-expanded=true]').closest('tr').dataset.number")
          == str(before[3]), "the opened row is lost")
    browser.value(f"document.querySelector('[data-number=\"{before[3]}\"] .opener').click()")
    clear(browser)
    browser.click("[data-sort=number]")


def ask_rows(browser, report):
    browser.value("document.querySelector('.choice.mark select').focus()")
    browser.tab_to(".applications .opener", 40)
    check(browser.value("document.activeElement.matches(':focus-visible')"), "focus is not seen")
    for key, expanded in (("Enter", True), (" ", False), (" ", True)):
        browser.press(key)
        state = browser.value("document.activeElement.getAttribute('aria-expanded')")
        seen = browser.value("document.querySelector('.detail .report article') !== null")
        check(state == str(expanded).lower() and seen == expanded, key, state, seen)
    browser.press("Enter")
    for row in report["rows"]:
        page = browser.value(f"document.querySelector('[data-number=\"{row['number']}\"]') !== null")
        if not page:
            browser.click(".step + .step")
        browser.value(f"document.querySelector('[data-number=\"{row['number']}\"] .opener').click()")
        verdict, text = browser.value(
            "[document.querySelector('.detail .report .verdict h3')?.textContent ?? null,"
            " document.querySelector('.detail').textContent]")
        check(verdict == row["verdictSentence"], row["number"], verdict)
        for entry in row["unmet"] + row["undetermined"]:
            check(entry["sentence"].split('"')[0][:12] in text, row["number"], entry["sentence"], text)
        check(row["failureSentence"] is None or row["failureSentence"] in text, text)
        browser.value(f"document.querySelector('[data-number=\"{row['number']}\"] .opener').click()")
    if browser.value("!document.querySelector('.step').hidden"):
        browser.click(".step")


def ask_parts(browser, report):
    """What is said of all: contradictions, criteria and nearest misses, with their ways to rows."""
    browser.value("for (const part of document.querySelectorAll('.screening > details')) part.open = true")
    browser.settles("document.querySelectorAll('.screening > details > div').length === 3", "the parts")
    notes = browser.value("Array.from(document.querySelectorAll('.contests ol > li > p:not(.to-do)'), e => e.textContent)")
    check(len(notes) == len(report["contradictions"]), notes)
    browser.click(".contests ol > li:last-child > button")
    check(numbers(browser) == expected(report, {"contested": str(len(notes))}), "a contradiction's rows")
    browser.click(".obstacles li button")
    check(0 < counter(browser)[0] < len(report["rows"]), "a criterion's rows")
    for selector in (".nearest li button", ".concerned button"):
        browser.click(selector)
        number = browser.value(f"parseInt(document.querySelector('{selector}').textContent)")
        browser.settles("document.activeElement.className === 'opener'", "focus after", selector)
        check(browser.value("document.activeElement.closest('tr').dataset.number") == str(number), selector)
        check(browser.value("document.activeElement.getAttribute('aria-expanded')") == "true", selector)
        browser.press("Enter")
    clear(browser)
    browser.value("for (const part of document.querySelectorAll('.screening > details')) part.open = false")


def saved(downloads, name):
    path, deadline = downloads / name, time.monotonic() + 20
    while not (path.exists() and path.stat().st_size):
        check(time.monotonic() < deadline, "nothing was saved as", name)
        time.sleep(0.05)
    data = path.read_bytes()
    path.unlink()
    return data


def ask_marks(browser, page, downloads, report):
    remarks = ["=1+1", "+8643100000000", "@SUM(A1)", " -2", "007", '引号"和,逗号', "请补审计报告"]
    for number, remark in enumerate(remarks, 1):
        browser.value(
            f"(() => {{ const row = document.querySelector('[data-number=\"{number}\"]');"
            "const mark = row.querySelector('.at-mark select'); mark.value = 'returned';"
            "mark.dispatchEvent(new Event('change', {bubbles: true})); row.querySelector('.opener').click(); })()")
        browser.click(".detail dd input")
        browser.type(remark)
        browser.press("Tab")
        browser.value(f"document.querySelector('[data-number=\"{number}\"] .opener').click()")
    browser.open(page)
    pick(browser, "mark", "returned")
    check(numbers(browser) == list(range(1, len(remarks) + 1)), "marks are lost", numbers(browser))
    pick(browser, "mark", "none")
    check(len(numbers(browser)) == len(report["rows"]) - len(remarks), "those not marked")
    pick(browser, "mark", "any")
    browser.value("Array.from(document.querySelectorAll('.pages button')).at(-1).click()")
    name = "一览-含标记.csv" if report["language"] == "zh" else "screening-with-marks.csv"
    text = saved(downloads, name).decode("utf-8-sig")
    head, *records = csv.reader(io.StringIO(text, newline=""))
    check(len(records) == len(remarks), records)
    for record, remark, row in zip(records, remarks, report["rows"]):
        guarded = remark.strip() if remark[0].isalpha() or remark[0] == "引" else "'" + remark.strip()
        check(record[-1] == guarded, record[-1], remark)
        check(record[0] == str(row["number"]) and record[1] == row["verdictSentence"], record)
    clear(browser)
    browser.value("Array.from(document.querySelectorAll('.pages button')).at(-1).click()")
    records = list(csv.reader(io.StringIO(saved(downloads, name).decode("utf-8-sig"), newline="")))
    check(len(records) == len(report["rows"]) + 1, len(records), "records")
    for cell in itertools.chain(*records):
        check(not re.match(r"\s*[=+\-@＝＋－＠]", cell), "a formula:", cell)
    # Where nothing is kept, that is said.
    script = browser.call("Page.addScriptToEvaluateOnNewDocument", source=
                          "Storage.prototype.setItem = () => { throw new Error('full'); }")
    browser.open(page)
    said = "!document.querySelector('[role=status]').hidden"
    check(not browser.value(said), "it says so before anything is lost")
    browser.value("(() => { const mark = document.querySelector('.at-mark select'); mark.value = 'seen';"
                  "mark.dispatchEvent(new Event('change', {bubbles: true})); })()")
    check(browser.value(said), "it does not say that marks are not kept")
    browser.call("Page.removeScriptToEvaluateOnNewDocument", identifier=script["identifier"])
    browser.value("localStorage.clear()")
    browser.open(page)


def ask_hostile(browser):
    browser.value("document.querySelector('.choice.q input').value = 'hostile';"
                  "document.querySelector('.choice.q input').dispatchEvent(new Event('input'))")
    shown = "\n".join(browser.value(ROWS + ".map(row => row.querySelector('.at-enterprise b').textContent)"))
    for name in HOSTILE[:8]:
        check(name in shown, "not shown as it is:", name)
    strange = "document.body.innerText"
    for number in page_numbers(browser):
        browser.value(f"document.querySelector('[data-number=\"{number}\"] .opener').click()")
        check("\u202e" not in browser.value(strange), "a bidirectional sign")
        strangers = browser.value(
            "document.querySelectorAll('img, iframe, object, embed, link, form, video, audio, [onload],"
            " [onerror], body svg:not(.bar, .share), a').length")
        check(strangers == 0, "an applicant's markup became elements:", strangers)
    browser.value("document.querySelector('[aria-expanded=true]').click()")
    check(browser.value("document.scripts.length") == 5, "an applicant's script")
    clear(browser)
    # The policy holds even for what the page itself would do.
    refused = browser.value(
        "new Promise(done => { document.addEventListener('securitypolicyviolation',"
        " event => done(event.effectiveDirective), {once: true});"
        " const image = new Image(); image.src = 'http://example.invalid/x.png'; })")
    check(refused == "img-src", "the policy lets an image load:", refused)
    browser.problems = [p for p in browser.problems if "example.invalid/x.png" not in p]
    browser.requests = [r for r in browser.requests if "example.invalid/x.png" not in r]


def ask_widths(browser, axe, screenshots, name):
    browser.value("for (const part of document.querySelectorAll('.screening > details')) part.open = true")
    for width in (320, 390, 768, 1024, 1121, 1280, 1366, 1920):
        browser.size(width, 844, mobile=width < 500)
        browser.value("document.querySelector('.row .opener').click()")
        wide = browser.value("document.documentElement.scrollWidth")
        check(wide <= width, f"at {width} the page is {wide} wide")
        cut = browser.value("Array.from(document.querySelectorAll('.applications > * > tr > *')).filter("
                            "cell => cell.scrollWidth > cell.clientWidth + 1)"
                            ".map(cell => cell.textContent.slice(0, 80))")
        check(not cut, f"at {width} these are wider than their cells:", cut)
        if width in (390, 1024, 1366):
            browser.screenshots(screenshots, f"{name}-{width}")
        browser.value("document.querySelector('.row .opener').click()")
    browser.value(axe + "; 0")
    browser.value("document.querySelector('.row .opener').click()")
    for scheme in ("light", "dark"):
        browser.call("Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": scheme}])
        for width in (1366, 390):
            browser.size(width, 900, mobile=width < 500)
            found = browser.value(
                "axe.run(document, {resultTypes: ['violations']}).then(r => r.violations.map("
                "v => v.id + ': ' + v.help + ' ' + v.nodes.slice(0, 3).map(n => n.html).join()))")
            check(not found, name, scheme, width, *found)
            browser.screenshots(screenshots, f"{name}-{scheme}-{width}")
    browser.call("Emulation.setEmulatedMedia", features=[])
    browser.value("document.querySelector('.row .opener').click()")
    browser.value("for (const part of document.querySelectorAll('.screening > details')) part.open = false")
    browser.size(1366, 900)


def ask_paper(browser, screenshots, name):
    """All that is filtered, whatever the screen shows of it, with what it is filtered by."""
    browser.value("document.querySelector('.choice.q input').value = '号机械';"
                  "document.querySelector('.choice.q input').dispatchEvent(new Event('input'))")
    wanted = counter(browser)[0]
    pdf = browser.pdf()
    check(pdf.startswith(b"%PDF"), "printing gives no PDF")
    done = subprocess.run(["pdftotext", "-layout", "-", "-"], input=pdf, capture_output=True)
    pages = done.stdout.decode().split("\f")[:-1]
    found = re.findall(r"第\d+号机械", "".join(pages))
    check(len(found) == wanted, len(found), "rows on paper, not", wanted)
    with_rows = [page for page in pages if re.search(r"第\d+号机械", page)]
    head = browser.value("document.querySelector('[data-sort=verdict]').textContent")
    check(len(with_rows) > 1 and all(head in page for page in with_rows), "the head is not on each page:", pages)
    check("号机械" in pages[0].split(head)[0], "what is filtered by is not on paper:", pages[0])
    check(not any(sign in page for page in pages for sign in "▸↕"), "controls on paper")
    if screenshots:
        (screenshots / (name + ".pdf")).write_bytes(pdf)
    browser.call("Emulation.setEmulatedMedia", media="print")
    check(browser.value("getComputedStyle(document.querySelector('.filters')).display") == "none",
          "controls on paper")
    browser.call("Emulation.setEmulatedMedia", media="")
    check(len(page_numbers(browser)) <= 50, "after printing the screen shows all")
    clear(browser)
    return len(pages)


def ask_unscripted(browser, page, report):
    browser.call("Emulation.setScriptExecutionDisabled", value=True)
    browser.open(page)
    text = browser.value("document.body.innerText")
    for verdict, count in report["totals"]["verdicts"].items():
        check(re.search(rf"[：:] ?{count}\b", text), verdict, count, text)
    check("{{" not in text and len(text) > 200, text)
    browser.call("Emulation.setScriptExecutionDisabled", value=False)


def ask_speed(browser):
    """How long a large page takes for each answer, layout included, in milliseconds."""
    # A moment passes before anybody has read what there is.
    browser.value("new Promise(done => setTimeout(done, 3000))")
    return browser.value("""(() => {
      const times = {}, search = document.querySelector('.choice.q input');
      const time = (name, act) => {
        const start = performance.now();
        act();
        document.body.offsetHeight;
        times[name] = Math.max(times[name] ?? 0, performance.now() - start);
      };
      const choose = (name, value) => {
        const control = document.querySelector(`.choice.${name} select`);
        control.value = value;
        control.dispatchEvent(new Event('input'));
      };
      for (const text of ['第', '第1', '第12', '', '机械 99', '没有', '']) time('search', () => {
        search.value = text;
        search.dispatchEvent(new Event('input'));
      });
      for (const verdict of ['eligible', 'ineligible', '']) {
        time('verdict', () => document.querySelector(`.count[data-verdict="${verdict}"]`).click());
      }
      for (const [name, value] of [['criterion', 'average-revenue'], ['outcome', 'unmet'], ['outcome', ''],
        ['criterion', ''], ['verify', 'any'], ['verify', '']]) time(name, () => choose(name, value));
      for (const { dataset: { sort } } of document.querySelectorAll('[data-sort]')) for (const _ of [1, 2]) {
        time('sort ' + sort, () => document.querySelector(`[data-sort=${sort}]`).click());
      }
      time('page', () => document.querySelectorAll('.step')[1].click());
      time('row', () => document.querySelector('.opener').click());
      return times; })()""")


def ask_large(browser, executable, folder, count, seconds, megabytes, memory, opening, answer):
    source, page = folder / "large.ndjson", folder / "large.html"
    many(source, count)
    with open(page, "wb") as target:
        start = time.monotonic()
        process = subprocess.Popen([executable, "screen", source, "--lang", "zh", "--format", "html"], stdout=target)
        _, status, usage = os.wait4(process.pid, 0)
        made = time.monotonic() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    check(process.returncode == 2, "screen ended with", process.returncode)
    source.unlink()
    size, used = page.stat().st_size / 1e6, usage.ru_maxrss / 1e3
    start = time.monotonic()
    browser.open(page)
    opened = time.monotonic() - start
    check(counter(browser) == [count, count], "counter", counter(browser))
    check("--reports DIR" in browser.value("document.querySelector('.reservation').textContent"),
          "reports are left out without a word")
    times = ask_speed(browser)
    slowest = max(times, key=times.get)
    elements = browser.value("document.querySelectorAll('*').length")
    check(elements < 5000, elements, "elements in the document")
    # Paper has more than the screen, and says where it stops.
    finish(browser, page)
    print(f"{count} rows: made in {made:.2f} s with {used:.0f} MB, {size:.1f} MB, open in {opened:.1f} s, "
          f"answers within {times[slowest]:.0f} ms ({slowest})")
    for name, value, limit in (("making", made, seconds * GRACE), ("size", size, megabytes), ("memory", used, memory),
                               ("opening", opened, opening * GRACE), (slowest, times[slowest], answer * GRACE)):
        check(value <= limit, count, name, value, "is over", limit, times)


def finish(browser, page):
    check(not browser.problems, *browser.problems)
    strangers = [url for url in browser.requests
                 if url.split("#")[0] != page.as_uri() and not url.startswith("blob:")]
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
    # It has checks of its own, and uses the browser from here.
    from report_page import axe_source
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        axe = axe_source(folder)
        rows = intake(folder / "intake")
        shared = ROOT / "Fixtures/Intake"
        lines = [l for p in shared.rglob("*.ndjson") for l in p.read_bytes().split(b"\n")]
        rows += len(list(shared.rglob("*.json"))) + sum(bool(line.strip()) for line in lines)
        sources = [folder / "intake", shared, folder / "absent.json"]
        browser = Browser(folder / "profile")
        downloads = folder / "downloads"
        downloads.mkdir()
        browser.call("Browser.setDownloadBehavior", behavior="allow", downloadPath=str(downloads))
        try:
            for language in ("zh", "en"):
                page = folder / f"{language}.html"
                data = write_page(executable, page, *sources, "--lang", language)
                again = write_page(executable, page, *sources, "--lang", language, "--jobs", "1")
                # Only the reports tell by which command line they were made.
                held, other = (text.split(b'id="data">')[1].split(b"<")[0] for text in (data, again))
                check(held == other, "the page differs with --jobs 1")
                report = report_of(executable, language, *sources)
                check(len(report["rows"]) == rows + 1, len(report["rows"]), "rows, not", rows + 1)
                browser.size(1366, 900)
                browser.open(page)
                ask_whole(browser, report)
                ask_words(browser, report)
                ask_search(browser, rows + 1)
                ask_filters(browser, report)
                ask_sorting(browser, report)
                ask_address(browser, page, report)
                ask_rows(browser, report)
                ask_parts(browser, report)
                ask_marks(browser, page, downloads, report)
                ask_hostile(browser)
                ask_widths(browser, axe, screenshots, language)
                pages = ask_paper(browser, screenshots, language)
                finish(browser, page)
                ask_unscripted(browser, page, report)
                finish(browser, page)
                print(f"{language}: {rows + 1} rows, {len(data)} bytes, {pages} pages on paper")
            for limits in LARGE:
                ask_large(browser, executable, folder, *limits)
        finally:
            browser.close()


if __name__ == "__main__":
    try:
        main()
    except Failure as failure:
        sys.exit(f"browser: {failure}")
