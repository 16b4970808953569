# A package with a programme of its own is built, used and shown in a page; the article about it shows its code.
#
#   python3 .ci/example.py FOLDER
#
# FOLDER is for what is built.
import json
import re
import subprocess
import sys
from pathlib import Path

import browser as officer
import module
from page import Person

ROOT = Path.cwd()
PACKAGE = ROOT / "Fixtures/Examples/Subsidy"
ARTICLE = ROOT / "Sources/Eligibility/Eligibility.docc/EncodeARegulation.md"
bad = []


def expect(is_so, what):
    print(f"{'as it should be' if is_so else 'NOT SO'}: {what}")
    if not is_so:
        bad.append(what)


def run(*command):
    return subprocess.run([*map(str, command)], capture_output=True, text=True)


def build(folder):
    """Builds the package; its program."""
    command = ["swift", "build", "--package-path", PACKAGE, "--scratch-path", folder / "example"]
    made = run(*command)
    if made.returncode:
        sys.exit(made.stdout[-4000:] + made.stderr)
    return Path(run(*command, "--show-bin-path").stdout.strip()) / "subsidy"


def show():
    """What the article shows is what is built."""
    sources = "\n".join(file.read_text() for file in sorted(PACKAGE.rglob("*.swift")) if ".build" not in file.parts)
    blocks = re.findall(r"^```swift\n(.*?)^```$", ARTICLE.read_text(), re.M | re.S)
    dependency = [block for block in blocks if ".package(url:" in block]
    expect(len(blocks) > 6 and len(dependency) == 1, f"{len(blocks)} blocks of code")
    for block in blocks:
        if block not in dependency:
            expect(block in sources, f"it stands in the package: {block.strip().splitlines()[0]}")


def use(program, folder):
    """The program judges what it is given, in every form, and says what is expected."""
    example = json.loads(run(program, "init", "--example").stdout)

    def spent(*costs, **software):
        machines = [{"cost": cost, "invoices": ["invoice.pdf"]} for cost in costs]
        return {"spending": {"unit": "万元", "machines": machines, **software}}

    cases = {
        "the example": ({}, 0, "ELIGIBLE"),
        "one fen too little": (spent(200, 279.999999, software=20), 1, "INELIGIBLE"),
        "enough with software alone": (spent(200, 280, software=20), 2, "UNDETERMINED"),
        "one fen too little without it": (spent(200, 299.999999, software=20), 2, "UNDETERMINED"),
        "software unknown, machines enough": (spent(200, 300), 0, "ELIGIBLE"),
        "a cost unknown, the others enough": (spent(500, None), 0, "ELIGIBLE"),
        "a cost unknown, the others not enough": (spent(499, None, software=0), 2, "UNDETERMINED"),
        "no machines": (spent(software=499), 1, "INELIGIBLE"),
        "filed before the measures": ({"filed": "2024-12-31"}, 65, "UNDETERMINED"),
        "registered a day late": ({"registered": "2023-09-02"}, 1, "INELIGIBLE"),
        "registered in that month": ({"registered": "2023-09"}, 2, "UNDETERMINED"),
        "registered in the month before": ({"registered": "2023-08"}, 0, "ELIGIBLE"),
        "another province": ({"domicile": "220102"}, 1, "INELIGIBLE"),
        "wages not said": ({"owesWages": None}, 2, "UNDETERMINED"),
        "wages owed": ({"owesWages": True}, 1, "INELIGIBLE"),
        "a wrong kind of value": ({"owesWages": "perhaps"}, 65, "UNDETERMINED"),
    }
    intake = folder / "intake"
    intake.mkdir()
    for number, (name, (change, status, verdict)) in enumerate(cases.items()):
        file = intake / f"{number:02}.json"
        file.write_text(json.dumps(example | change, ensure_ascii=False))
        judged = run(program, "check", "--lang", "en", file)
        expect(judged.returncode == status and judged.stdout.startswith(verdict + ": "), name)
    rows = json.loads(run(program, "screen", intake, "--format", "json").stdout)
    expect(len(rows["rows"]) == len(cases), "an intake is screened")
    words = run(program, "help", "--lang", "en").stdout.split("Commands:")[1]
    expect(len(re.findall(r"^  [a-z]+ ", words, re.M)) > 10, "it has every command")
    for form in ("text", "json", "markdown", "html", "letter", "junit", "sarif", "github"):
        written = run(program, "check", "--format", form, intake / "01.json")
        expect(written.returncode == 1 and len(written.stdout) > 80, f"its report as {form}")
    for command in (["criteria"], ["explain", "spending"], ["explain", "/spending/machines/0/cost"], ["schema"], ["init"]):
        written = run(program, *command)
        expect(written.returncode == 0 and len(written.stdout) > 80, " ".join(command))
    expect("单项冠军" not in run(program, "criteria", "--lang", "zh").stdout, "it knows no other programme")


def open_page(program, folder):
    """The page with this programme judges as the program does."""
    page = folder / "subsidy.html"
    made = run(sys.executable, ROOT / "Sources/browser/build.py", page, "--package", PACKAGE, "--product", "page")
    if made.returncode:
        sys.exit(made.stdout[-4000:] + made.stderr)
    built = PACKAGE / ".build/browser/wasm32-unknown-none-wasm/release/page.wasm"
    files = sorted(str(file.relative_to(folder)) for file in (folder / "intake").iterdir())
    runs = [([*way, *files], files) for way in module.WAYS]
    differing, _ = module.compare(program, built, runs, folder)
    expect(differing == 0, f"its module writes what the program writes, {len(runs)} runs on {len(files)} applications")
    officer.install_tools()
    browser = Person(folder / "profile", folder / "downloads")
    try:
        browser.open(page)
        browser.waits("document.querySelector('.filling')")
        labels = browser.value("document.body.innerText")
        expect("设备投入" in labels and "单项冠军" not in labels, "its form asks for the facts of this programme")
    finally:
        browser.close()


def main():
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    show()
    program = build(folder)
    use(program, folder)
    open_page(program, folder)
    sys.exit(f"{len(bad)} not as they should be" if bad else 0)


main()
