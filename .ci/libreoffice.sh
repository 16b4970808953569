#!/usr/bin/env bash
# Officers open tables in a spreadsheet; this opens them in one, looks at every cell, and prints them.
#
#   .ci/libreoffice.sh path/to/jlcheck
set -euo pipefail
executable=$(realpath "$1")
cd "$(dirname "$0")/.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

command -v soffice >/dev/null || {
  apt-get update -q
  DEBIAN_FRONTEND=noninteractive apt-get install -qy --no-install-recommends libreoffice-calc
}

# Applications whose names, products and codes a spreadsheet would rather change.
python3 - "$work" <<'PYTHON'
import json
import sys

ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"


def code(first_17):
    """A social credit code with its check character."""
    weight, total = 1, 0
    for character in first_17:
        total += ALPHABET.index(character) * weight
        weight = weight * 3 % 31
    return first_17 + ALPHABET[(31 - total % 31) % 31]


def codes():
    """Codes that look like numbers: all digits, leading zeros, exponents."""
    numbers = iter(range(10**8, 10**9))
    for beginning in ["91220101", "91220201", "01220101", "00220101"]:
        yield next(
            candidate
            for candidate in (code(f"{beginning}{number}") for number in numbers)
            if candidate.isdigit()
        )
    yield next(
        candidate
        for candidate in (code(f"912201011234567E{digit}") for digit in "0123456789")
        if candidate[-1].isdigit()
    )
    yield code("91220101MA1KQ7B32")


TEXTS = [
    "长春岚岳精密传动有限公司", "=1+1", "=cmd|' /C calc'!A0", '=HYPERLINK("http://example.invalid","点此")',
    "+8643100000000", "-1+1", "@SUM(A1)", "＝1+1", "\t=1", "\r\n=1", " =1+1", "'单引号", "''", "007",
    "000", "912202014021776183", "912201011234567E89", "1E5", "3-1", "3/4", "1 1/2", "12:30", "1:30 p",
    "50%", "¥5", "(5)", "1,234.50", "１２３", "2025年3月", "2025-03-01", "MAR1", "5 May", "true", "FALSE",
    '他说"好"，然后\n换行；再\r\n换行', '"', '""', ",", ";", "a,b;c\td", "第一行\n\n第三行\n", "\u202e反向\u200b", "😀👨\u200d👩\u200d👧",
    "\x1b[31m红", "<b>&amp;</b>", "#REF!", "e\u0301", "葛\U000e0100", "a" * 5000,
]
with open(sys.argv[1] + "/intake.ndjson", "w", encoding="utf-8") as intake:
    known = list(codes())
    for number, text in enumerate(TEXTS):
        application = {
            "formatVersion": 1,
            "enterprise": {"name": text, "creditCode": known[number % len(known)]},
            "product": {"name": TEXTS[-1 - number]},
        }
        intake.write(json.dumps(application) + "\n")
PYTHON

"$executable" screen --lang zh --format csv --output "$work/screening.csv" \
  --format recommendation --output "$work/recommendation.csv" \
  "$work/intake.ndjson" Fixtures/Intake || test $? -le 65
# A list that is one page long has as many pages as it is wide.
"$executable" screen --lang zh --format recommendation --output "$work/list.csv" Fixtures/Intake/0[12]*.json

convert() { # FORMAT FOLDER FILE [IMPORT]
  soffice "-env:UserInstallation=file://$work/profile" --headless ${4:+"--infilter=$4"} \
    --convert-to "$1" --outdir "$2" "$3" >"$work/log" 2>&1
  test -s "$2/$(basename "${3%.*}").${1%%:*}" || { cat "$work/log" >&2; exit 1; }
}

# UTF-8 (76) is what the dialog finds out by the byte order mark, which nobody asks without a screen.
# The second import is the hardest: in Chinese (2052), with everything recognised that looks like a
# date, a number or a truth value.
# Values are written back as they are held, not as a cell of that width shows them.
back='csv:Text - txt - csv (StarCalc):44,34,76,1,,0,true,false,false'
number=0
for import in 'Text - txt - csv (StarCalc):44,34,76,1' \
  'Text - txt - csv (StarCalc):44,34,76,1,,2052,false,true'; do
  for format in xlsx ods; do
    number=$((number + 1))
    for table in screening recommendation; do
      convert "$format" "$work/$number" "$work/$table.csv" "$import"
      convert "$back" "$work/$number" "$work/$number/$table.$format"
    done
  done
done
convert pdf "$work/paper" "$work/list.csv" 'Text - txt - csv (StarCalc):44,34,76,1'

python3 - "$work" <<'PYTHON'
import csv
import itertools
import json
import re
import sys
import zipfile

work = sys.argv[1]
csv.field_size_limit(10**9)


def rows(path):
    with open(path, encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file))


def lines(text):
    """A spreadsheet has one kind of line end in a cell."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def visible(text):
    """What the CSV shows instead of characters that hide, move or reorder others."""
    for scalar in "\u202e\u200b\u200d\x1b":
        text = text.replace(scalar, f"\\u{{{ord(scalar):X}}}")
    return text.replace("\t", "\\t").replace("\r", "\\r").replace("\n", "\\n")


written = rows(f"{work}/screening.csv")
head = {title: place for place, title in enumerate(written[0])}
bad = 0

# What was filed stands in the CSV, behind an apostrophe at most.
with open(f"{work}/intake.ndjson", encoding="utf-8") as intake:
    filed = [json.loads(line) for line in intake]
assert len(written) == 1 + len(filed) + 10, len(written)
for application, row in zip(filed, written[1:]):
    for title, text in [
        ("企业", application["enterprise"]["name"]),
        ("统一社会信用代码", application["enterprise"]["creditCode"]),
        ("产品", application["product"]["name"]),
    ]:
        cell = row[head[title]]
        if cell not in (visible(text), "'" + visible(text)):
            bad += 1
            print(f"filed {text!r}, written {cell!r}")

# Every cell stands in the spreadsheet as it was written, and none became a formula.
count = 0
for number, table in itertools.product(range(1, 5), ["screening", "recommendation"]):
    written = rows(f"{work}/{table}.csv")
    read = rows(f"{work}/{number}/{table}.csv")
    if [len(row) for row in read] != [len(row) for row in written]:
        bad += 1
        print(f"{number}: {len(read)} rows of {table} instead of {len(written)}, or other columns")
    for line, (row, other) in enumerate(zip(written, read)):
        for title, cell, found in zip(written[0], row, other):
            count += 1
            if lines(cell) != lines(found):
                bad += 1
                print(f"{number}: {table}, row {line}, {title}: written {cell!r}, read {found!r}")
for (number, name, sign), table in itertools.product(
        [(1, "xlsx", b"<f"), (2, "ods", b"table:formula"), (3, "xlsx", b"<f"), (4, "ods", b"table:formula")],
        ["screening", "recommendation"]):
    with zipfile.ZipFile(f"{work}/{number}/{table}.{name}") as archive:
        for part in archive.namelist():
            if part.endswith("content.xml") or "worksheets/" in part:
                if sign in archive.read(part):
                    bad += 1
                    print(f"{number}: a formula in {part} of {table}")
with open(f"{work}/paper/list.pdf", "rb") as file:
    pages = len(re.findall(rb"/Type\s*/Page\b(?!s)", file.read()))
print(f"the list of recommendation is {pages} pages wide on paper")
if not 1 <= pages <= 3:
    bad += 1
print(f"{count} cells read back from LibreOffice, {bad} not intact")
sys.exit(1 if bad or not count else 0)
PYTHON
