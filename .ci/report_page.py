#!/usr/bin/env python3
"""Reads the pages of `check --format html` and `plan --format html` as experts and officers would, in a headless browser.

    .ci/report_page.py EXECUTABLE [--screenshots FOLDER]

Has the executable write pages of applications that show everything a report can say, opens them from
the disk, compares what they show with the JSON report of each language, changes the language, narrows
the window to a phone's, prints, and has axe-core look for whatever shuts people out. Fails where a page
says something else than the JSON report, loads anything, reports an error, or obeys an applicant's text.
"""
import argparse
import base64
import hashlib
import json
import pathlib
import re
import subprocess
import sys
import tempfile
import zipfile

import browser as officer
from browser import HOSTILE, ROOT, Browser, Failure, check

# The wheel holds axe-core's script, which is all that is used of it.
AXE = "axe-core-python==0.1.0"
FIXTURES = [
    "ineligible/average-revenue-one-fen-below", "eligible/manufacturer-of-bearings",
    "eligible/proofs-not-yet-attached", "eligible/services-applicant", "faulty/ten-faults",
    "eligible/review-after-three-years", "undetermined/nothing-stated",
    "undetermined/clean-record-accident-2022-09-09-readings-disagree",
    "undetermined/hostile-texts", "faulty/hostile-keys-and-values", "eligible/saved-as-gb18030",
    "eligible/notice-share-above-100",
]
PLANS = [
    "ineligible/average-revenue-growing-to-190-million", "eligible/manufacturer-of-bearings",
    "ineligible/focus-years-novelty-unknown-started-2022-01-02", "ineligible/domicile-liaoning",
    "undetermined/nothing-stated", "faulty/ten-faults", "undetermined/hostile-texts",
    "undetermined/clean-record-two-accidents-one-pending",
]
LANGUAGES = {"zh": "zh-Hans", "en": "en"}
WIDTHS = (320, 390, 768, 1024, 1366)


def run(executable, form, language, paths, *arguments, command="check"):
    """The report of a form, with the arguments that made it."""
    words = [command, "--format", form, "--lang", language, *arguments, *map(str, paths)]
    done = subprocess.run([executable, *words], capture_output=True, cwd=ROOT)
    check(done.returncode in (0, 1, 2, 65) and not done.stderr, words, "ended with",
          done.returncode, done.stderr)
    return done.stdout, words


def hostile(folder):
    """Applications with names and statements that no page may obey."""
    base = ROOT / "Fixtures/Applications/eligible/manufacturer-of-bearings.json"
    for number, text in enumerate(HOSTILE, 1):
        application = json.loads(base.read_bytes())
        application["enterprise"]["name"] = text
        application["product"]["name"] = text
        application["product"]["energy"]["standard"] = text
        for statement in application["statements"].values():
            statement["text"] = text
            statement["evidence"] = [text, text + "甲"]
        path = folder / f"<img src=x onerror=alert({number})>.json"
        path.write_text(json.dumps(application, ensure_ascii=False))
        yield path


def axe_source(folder):
    """The script of axe-core."""
    subprocess.run([sys.executable, "-m", "pip", "-q", "--disable-pip-version-check", "download",
                    "--no-deps", "-d", str(folder), AXE], check=True)
    with zipfile.ZipFile(next(folder.glob("*.whl"))) as wheel:
        name = next(name for name in wheel.namelist() if name.endswith("axe.min.js"))
        return wheel.read(name).decode()


# What is asked


def texts(browser, selector, inside="document"):
    return browser.value(
        f"Array.from({inside}.querySelectorAll({json.dumps(selector)}), e => e.textContent)")


def shown(text):
    """A text as it stands on the page, as far as the texts of these applications need it."""
    text = text.replace("\n", "\\n").replace("\r", "\\r").replace("\t", "\\t")
    return re.sub("[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u115f\u1160\u200b-\u200f\u2028-\u202f"
                  "\u2060-\u206f\u3164\ufeff\uffa0\ue000-\uf8ff]",
                  lambda sign: sign[0] if sign[0] in "\u202f"
                  else "\\u{%X}" % ord(sign[0]), text)


def ask_same(browser, language, report, paths):
    """Whether the page says what the JSON report says."""
    articles = browser.value("document.querySelectorAll('article').length")
    check(articles == len(report["applications"]) == len(paths), articles, "reports")
    check(browser.value("document.documentElement.lang") == LANGUAGES[language], "lang", language)
    for number, (entry, path) in enumerate(zip(report["applications"], paths), 1):
        article = f"document.getElementById('r{number}')"
        check(texts(browser, ".verdict h3", article) == [entry["verdictSentence"]], path)
        verdict = texts(browser, ".verdict", article)[0]
        decided = [f for f in entry["findings"] if f["criterion"] in entry["decidedBy"]]
        for text in [entry["meaning"], *(n["sentence"] for n in entry["notices"]),
                     *(part for f in decided for part in (f["title"], f["sentence"], f["toDo"])),
                     (entry.get("rulebook") or report["rulebook"]).get("beyond")]:
            check(not text or text in verdict, path, "beside the verdict is not:", text)
        margins = [(m["name"], *m["written"].values())
                   for f in entry["findings"] for m in f.get("margins", [])]
        rows = browser.value(
            f"Array.from({article}.querySelectorAll('.figures tbody tr'), row => ["
            "row.querySelector('b').textContent,"
            "...Array.from(row.cells).slice(2).map(cell => cell.textContent)])")
        check(rows == [list(margin) for margin in margins], path, "figures", rows, margins)
        labels = browser.value(
            f"Array.from({article}.querySelectorAll('.bar'), b => b.getAttribute('aria-label'))")
        check(len(labels) == len(margins) and all(
            part in label for label, margin in zip(labels, margins) for part in margin),
            path, "bars say", labels)
        for role in ("condition", "indicator", "preference"):
            wanted = [(f["title"], f["sentence"]) for f in entry["findings"] if f["role"] == role]
            found = browser.value(
                f"Array.from(document.querySelectorAll('#r{number}-{role} ~ table tbody tr'),"
                " row => [row.querySelector('b').textContent,"
                " row.cells[2].querySelector('p').textContent])")
            check(found == [list(pair) for pair in wanted], path, role, found, wanted)
        matters = [f for f in entry["findings"] if f["role"] in ("judgement", "bonus")]
        sheets = texts(browser, ".matter", article)
        check(len(sheets) == len(matters), path, "matters for experts", len(sheets))
        for matter, sheet in zip(matters, sheets):
            submitted = [text for s in matter.get("submitted", [])
                         for text in [s["text"] or "", *s["proofs"]]]
            for text in [matter["title"], matter["rule"], matter["sentence"],
                         *map(shown, submitted)]:
                check(text in sheet, path, "the review sheet lacks", repr(text), sheet)
        check(texts(browser, ".missing .first small", article)
              == [shown(m["pointer"]) for m in entry["missing"]], path, "missing facts")
        faults = texts(browser, ".faults tbody td:nth-child(2)", article)
        check(faults == [fault["sentence"] for fault in entry["faults"]], path, "faults", faults)
        places = "".join(texts(browser, ".faults .first, .missing .first", article))
        for item in entry["faults"] + entry["missing"]:
            place = f":{item['line']}:{item['column']}" if item["line"] else ""
            check(place in places, path, "no place", place)
        boxes = texts(browser, ".checklist label", article)
        check(len(boxes) == len(entry["evidence"]) and all(
            text in box for request, box in zip(entry["evidence"], boxes)
            for text in [request["what"], *map(shown, request["documents"]),
                         *request["places"]]),
            path, "evidence", boxes)
        ticked = browser.value(
            f"Array.from({article}.querySelectorAll('.checklist input'), box => box.checked)")
        check(ticked == [request["isNamed"] for request in entry["evidence"]], path, "ticked", ticked)
        check({request["what"] for request in entry["evidence"] if not request["isNamed"]}
              == {request["what"] for request in entry["evidenceToAttach"]}, path, "to attach")
        met = sorted(f["title"] for f in entry["findings"]
                     if f["role"] == "condition" and f["outcome"] == "met")
        behind = browser.value(
            f"Array.from({article}.querySelectorAll('.bases li'), e => e.firstChild.data)")
        check(sorted(behind) == met, path, "what stands behind the conditions", behind, met)
        digest = hashlib.sha256((ROOT / path).read_bytes()).hexdigest()
        record = texts(browser, ".record", article)[0]
        check(digest == entry["sha256"] and digest in record, path, "digest", record)
        check(shown(report["commandLine"]) in record, path, "command line", record)
        check(report["program"] in record and entry["edition"]["inForce"] in record, record)
    everything = texts(browser, "main")[0]
    for defect in ("[object", "undefined", "NaN", "{count}", "{date}", "{criteria}"):
        check(defect not in everything.replace(shown(report["commandLine"]), ""), "shown:", defect)


def ask_same_plan(browser, language, plan, paths):
    """Whether the page says what the JSON plan says."""
    check(browser.value("document.documentElement.lang") == LANGUAGES[language], "lang", language)
    page, path = texts(browser, "main")[0], paths[0]
    check(texts(browser, ".verdict h3") == [plan["headline"]], path, "headline")
    check(plan["meaning"] in texts(browser, ".verdict")[0], path, "meaning")
    check(plan["today"]["verdictSentence"] in page, path, "verdict")
    rounds = [(key, plan[name]) for key, name in [
        ("earliest", "earliest"), ("otherwise", "otherwise"), ("others", "withoutBlocking")]
        if plan[name] and (name != "earliest" or plan["open"])]
    found = browser.value("Array.from(document.querySelectorAll('article section > h3[id]'),"
                          " h => h.id).filter(id => /^(earliest|otherwise|others)$/.test(id))")
    check(found == [key for key, _ in rounds], path, "rounds", found)
    for key, entry in rounds:
        section = f"document.getElementById('{key}').parentElement"
        heading = texts(browser, "h3", section)[0]
        check(str(entry["applicationYear"]) in heading and entry["filingDate"] in heading, heading)
        steps = texts(browser, ".steps label", section)
        check(len(steps) == len(entry["steps"]) and all(
            step["title"] in box and step["sentence"] in box
            for step, box in zip(entry["steps"], steps)), path, "steps", steps)
        check(texts(browser, ".assumptions li", section)
              == [each["sentence"] for each in entry["assumptions"]], path, "assumptions")
        check(texts(browser, ".doubtful li", section)
              == [each["sentence"] for each in entry["notices"]], path, "doubtful figures")
        check(texts(browser, ".edits code", section)
              == [shown(edit["written"]) for edit in entry["edits"][:100]], path, "changes")
    sheets = texts(browser, ".matter")
    check(len(sheets) == len(plan["open"]), path, "open conditions", len(sheets))
    for entry, sheet in zip(plan["open"], sheets):
        for text in [entry["title"], *entry["clauses"], entry["sentence"], entry["toDo"] or "",
                     *(fact["pointer"] for fact in entry["missing"]),
                     *(way["sentence"] for way in entry["ways"]),
                     *(str(way["applicationYear"]) for way in entry["ways"])]:
            check(text in sheet, path, "the condition lacks", text, sheet)
    faults = texts(browser, ".faults tbody td:nth-child(2)")
    check(faults == [fault["sentence"] for fault in plan["faults"]], path, "faults", faults)
    digest = hashlib.sha256((ROOT / path).read_bytes()).hexdigest()
    record = texts(browser, ".record")[0]
    check(digest == plan["sha256"] and digest in record, path, "digest", record)
    check(shown(plan["commandLine"]) in record and plan["program"] in record, path, record)
    for defect in ("[object", "undefined", "NaN", "{count}", "{date}", "{year}", "{first}"):
        check(defect not in page.replace(shown(plan["commandLine"]), ""), "shown:", defect)


def ask_languages(browser, page, reports, paths, same):
    for language in ("en", "zh", "en"):
        browser.click(f"[data-language={language}]")
        same(browser, language, reports[language], paths)
        pressed = browser.value(
            "Array.from(document.querySelectorAll('#languages button'), b => b.ariaPressed)")
        check(pressed == [str(code == language).lower() for code in LANGUAGES], pressed)
    # From the top, by keyboard.
    browser.open(page)
    browser.tab_to("[data-language=zh]", 1)
    browser.tab_to("[data-language=en]", 1)
    check(browser.value("document.activeElement.matches(':focus-visible')"), "focus is not seen")
    browser.press("Enter")
    check(browser.value("document.documentElement.lang") == "en", "Enter changes nothing")


def ask_hostile(browser):
    page = texts(browser, "html")[0]
    check("\u202e" not in page and "\u2066" not in page, "a bidirectional sign")
    for text in HOSTILE[:8]:
        check(text in texts(browser, "main")[0], "not shown as it is:", text)
    strangers = browser.value(
        "document.querySelectorAll('img, iframe, object, embed, link, form, video, audio, [onload],"
        " [onerror], [style], body svg:not(.bar), a:not([href^=\"#r\"])').length")
    check(strangers == 0, "an applicant's markup became elements:", strangers)
    check(browser.value("document.scripts.length") == 6, "an applicant's script")
    refused = browser.value(
        "new Promise(done => { document.addEventListener('securitypolicyviolation',"
        " event => done(event.effectiveDirective), {once: true});"
        " const image = new Image(); image.src = 'http://example.invalid/x.png'; })")
    check(refused == "img-src", "the policy lets an image load:", refused)
    browser.problems = [p for p in browser.problems if "example.invalid/x.png" not in p]
    browser.requests = [r for r in browser.requests if "example.invalid/x.png" not in r]


def ask_access(browser, axe, screenshots, name):
    """Contrast, names, headings, tables and languages, as axe-core sees them."""
    browser.value(axe + "; 0")
    for scheme in ("light", "dark"):
        browser.call("Emulation.setEmulatedMedia",
                     features=[{"name": "prefers-color-scheme", "value": scheme}])
        for width in (1366, 390):
            browser.size(width, 900, mobile=width < 500)
            found = browser.value(
                "axe.run(document, {resultTypes: ['violations']}).then(r => r.violations.map("
                "v => v.id + ': ' + v.help + ' ' + v.nodes.slice(0, 3).map(n => n.html).join()))")
            check(not found, scheme, width, *found)
            screenshot(browser, screenshots, f"{name}-{scheme}-{width}")
    browser.call("Emulation.setEmulatedMedia", features=[])
    browser.size(1366, 900)


def screenshot(browser, folder, name):
    if folder:
        browser.value("scrollTo(0, 0)")
        data = browser.call("Page.captureScreenshot")["data"]
        (folder / f"report-{name}.png").write_bytes(base64.b64decode(data))


def ask_widths(browser):
    for width in WIDTHS:
        browser.size(width, 844, mobile=width < 500)
        wide = browser.value("document.documentElement.scrollWidth")
        check(wide <= width, f"at {width} the page is {wide} wide")
        cut = browser.value(
            "Array.from(document.querySelectorAll('td, tbody th, dd, li, h2, h3, p')).filter("
            "e => e.scrollWidth > e.clientWidth + 1 && e.clientWidth > 1)"
            ".map(e => e.textContent.slice(0, 80))")
        check(not cut, f"at {width} these are wider than their boxes:", cut)
    browser.size(1366, 900)


def gist(report):
    """What a report or a plan comes to, a headline and its meaning each."""
    if "planVersion" in report:
        return [(report["headline"], report["meaning"])]
    return [(entry["verdictSentence"], entry["meaning"]) for entry in report["applications"]]


def ask_paper(browser, report, screenshots, name):
    pdf = browser.pdf()
    # In the order of the page's content: by layout, signs of two fonts in a line come apart.
    done = subprocess.run(["pdftotext", "-raw", "-", "-"], input=pdf, capture_output=True)
    paper = re.sub(r"\s+", "", done.stdout.decode())
    for entry, (headline, _) in zip(report.get("applications", [report]), gist(report)):
        for text in (headline, entry["sha256"], entry["edition"]["document"]):
            check(re.sub(r"\s+", "", text) in paper, "not on paper:", text)
    sizes = set(re.findall(rb"/MediaBox\s*\[([^]]*)\]", pdf))
    check(all([round(float(n)) for n in size.split()[2:]] == [595, 842] for size in sizes) and sizes,
          "not A4:", sizes)
    check("English" not in paper, "controls on paper")
    if screenshots:
        (screenshots / f"report-{name}.pdf").write_bytes(pdf)


def ask_unscripted(browser, page, report):
    browser.call("Emulation.setScriptExecutionDisabled", value=True)
    browser.open(page)
    text = browser.value("document.body.innerText")
    for headline, meaning in gist(report):
        check(headline in text and meaning in text, "no verdict", text)
    check(browser.value("document.querySelector('noscript').innerText.length") > 10, "no word why")
    browser.call("Emulation.setScriptExecutionDisabled", value=False)


def finish(browser, page):
    check(not browser.problems, *browser.problems)
    strangers = [url for url in browser.requests if url != page.as_uri()]
    check(not strangers, "the page asks for", strangers)


def ask(browser, executable, page, paths, axe, screenshots, *arguments, command="check"):
    """Everything, of the page of some applications, or of the plan for one."""
    same = ask_same if command == "check" else ask_same_plan

    def write(form, language):
        return run(executable, form, language, paths, *arguments, command=command)

    for language in LANGUAGES:
        data, words = write("html", language)
        check(data == write("html", language)[0], "differs when again")
        page.write_bytes(data)
        reports = {}
        for other in LANGUAGES:
            # The page was made by its own command line; all else is what the JSON report says.
            reports[other] = json.loads(write("json", other)[0])
            held = json.loads(re.search(
                rb'id="report-%s">(.*?)</script>' % other.encode(), data, re.S)[1])
            check(held["arguments"] == words, held["arguments"], words)
            reports[other].update(arguments=words, commandLine=held["commandLine"])
            check(held == reports[other], "the page holds another report than", other)
        browser.size(1366, 900)
        browser.open(page)
        same(browser, language, reports[language], paths)
        ask_access(browser, axe, screenshots, f"{page.stem}-{language}")
        ask_paper(browser, reports[language], screenshots, f"{page.stem}-{language}")
        ask_widths(browser)
        ask_languages(browser, page, reports, paths, same)
        finish(browser, page)
        ask_unscripted(browser, page, reports[language])
        finish(browser, page)
    return len(data)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("executable", type=pathlib.Path)
    parser.add_argument("--screenshots", type=pathlib.Path)
    options = parser.parse_args()
    executable = options.executable.resolve()
    officer.install_tools()
    if options.screenshots:
        options.screenshots.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        axe = axe_source(folder)
        known = [pathlib.Path(f"Fixtures/Applications/{name}.json") for name in FIXTURES]
        browser = Browser(folder / "profile")
        try:
            size = ask(browser, executable, folder / "one.html", known[:1], axe,
                       options.screenshots)
            print(f"one report: {size} bytes")
            size = ask(browser, executable, folder / "many.html", known, axe,
                       options.screenshots, "--strict", "--as-of", "2025-09-30")
            print(f"{len(known)} reports: {size} bytes")
            for number, name in enumerate(PLANS):
                path = pathlib.Path(f"Fixtures/Applications/{name}.json")
                tried = ["--assume", "/market/nation/rank=5"] if number == 0 else []
                size = ask(browser, executable, folder / f"plan-{number}.html", [path], axe,
                           options.screenshots, *tried, command="plan")
            print(f"{len(PLANS)} plans, the last one: {size} bytes")
            paths = list(hostile(folder))
            ask(browser, executable, folder / "hostile-plan.html", paths[:1], axe,
                options.screenshots, command="plan")
            ask(browser, executable, folder / "hostile.html", paths, axe, options.screenshots)
            browser.open(folder / "hostile.html")
            ask_hostile(browser)
            finish(browser, folder / "hostile.html")
            print(f"{len(paths)} hostile applications are shown and not obeyed")
        finally:
            browser.close()


if __name__ == "__main__":
    try:
        main()
    except Failure as failure:
        sys.exit(f"report_page: {failure}")
