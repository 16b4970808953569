# Calendars of titles are read by a parser that others wrote, and a register of many holders loses none of them.
#
#   python3 .ci/calendar_check.py path/to/jlcheck
import csv
import datetime
import glob
import io
import json
import os
import subprocess
import sys
import tempfile
import time

import environment
from browser import credit_code

PARSER = "icalendar==6.3.1"
FOLDERS = ["Fixtures/Titles/Champions", "Fixtures/Titles/Clusters"]
HOLDERS = 500
CHINA = datetime.timezone(datetime.timedelta(hours=8))
# Nine in the morning, 30 days, 7 days and a day before the midnight at which the day begins.
ALARMS = [datetime.timedelta(hours=9, days=-days) for days in (30, 7, 1)]

problems = []


def check(condition, *what):
    if not condition:
        problems.append(" ".join(map(str, what)))


def run(executable, *arguments, text=None):
    done = subprocess.run([executable, "status", *arguments], capture_output=True, input=text, check=False)
    return done.returncode, done.stdout


def upcoming(date, today):
    """The day on which a calendar has a date: the safe one, or a later one of another reading; or none."""
    if date["state"] not in ("upcoming", "late", "open"):
        return None
    return next((day for day in (date["by"], date["latest"]) if day >= today), None)


def events(data, name):
    """The events of a calendar, after a look at its bytes."""
    import icalendar

    check(data.endswith(b"\r\n"), name, "does not end its last line")
    for line in data.split(b"\r\n"):
        check(len(line) <= 75 and b"\n" not in line, name, "has a line too long:", line)
        line.decode("utf-8")
    calendar = icalendar.Calendar.from_ical(data)
    check(str(calendar["version"]) == "2.0" and calendar.get("prodid"), name, "is no calendar of version 2.0")
    found = [part for part in calendar.walk() if part.name == "VEVENT"]
    names = [str(event["uid"]) for event in found]
    check(len(names) == len(set(names)), name, "has two events of one name")
    return found


def compare(executable, path, language, *as_of):
    """One history: its calendar holds the dates that the JSON report does, and nothing else."""
    arguments = [path, "--lang", language, *as_of]
    _, report = run(executable, *arguments, "--format", "json")
    _, data = run(executable, *arguments, "--format", "ics")
    title = json.loads(report)["titles"][0]
    today = title["asOf"]
    wanted = [(day, date) for date in title["dates"] if today and (day := upcoming(date, today))]
    if not wanted:
        check(not data, path, "has a calendar and nothing to come")
        return {}
    found = events(data, path)
    check(len(found) == len(wanted), path, len(found), "events for", len(wanted), "dates")
    for event, (day, date) in zip(found, wanted):
        start = event.decoded("dtstart")
        check(type(start) is datetime.date and start.isoformat() == day, path, start, "is not", day)
        check((event.decoded("dtend") - start).days == 1, path, "an event is longer than its day")
        stamp = event.decoded("dtstamp").astimezone(CHINA)
        check(stamp.isoformat() == today + "T00:00:00+08:00", path, "is of", stamp)
        text = str(event["description"])
        check(text.startswith(date["sentence"]) and date["clause"] in text, path, "says", text)
        check(str(event["summary"]).startswith(date["title"]), path, "is called", event["summary"])
        alarms = [part.decoded("trigger") for part in event.walk() if part.name == "VALARM"]
        check(alarms == ALARMS, path, "rings at", alarms)
    return {(date["duty"], date["key"]): str(event["uid"]) for event, (_, date) in zip(found, wanted)}


def register(executable, folder):
    """A bureau's register: each holder is there, in the order of the days, in every form."""
    lines = []
    for number in range(HOLDERS):
        granted = datetime.date(2024, 8, 1) + datetime.timedelta(days=number * 3)
        lines.append(json.dumps({
            "programme": "single-champion-holder", "bureau": "changchun",
            "enterprise": {"name": f"第{number}号有限公司", "creditCode": credit_code(number)},
            "product": f"产品{number}", "certificate": {"isGranted": True, "granted": granted.isoformat()},
            "reviews": [], "reviewRight": {"isCancelled": False}, "updates": [], "changes": [], "inquiries": [],
            "revocations": [],
        }, ensure_ascii=False))
    path = os.path.join(folder, "holders.ndjson")
    with open(path, "w", encoding="utf-8") as file:
        file.write("\n".join(lines) + "\n")
    files = os.path.join(folder, "files")
    os.mkdir(files)
    for number, line in enumerate(lines):
        with open(os.path.join(files, f"{number:03}.json"), "w", encoding="utf-8") as file:
            file.write(line)
    for source in (path, files):
        arguments = [source, "--as-of", "2027-02-01", "--lang", "zh"]
        begun = time.monotonic()
        status, table = run(executable, *arguments, "--format", "csv")
        took = time.monotonic() - begun
        # The highest of its titles: of some it is open whether an update is owed.
        check(status == 2, "the register ends with", status)
        head, *records = csv.reader(io.StringIO(table.decode("utf-8-sig"), newline=""))
        days = [record[0] for record in records if record[0]]
        check(days == sorted(days), "the table is not in the order of its days")
        check({record[head.index("持有人")] for record in records} >= {f"第{n}号有限公司" for n in range(HOLDERS)},
              "a holder is lost from the table")
        check(all(len(record) == len(head) for record in records), "a record has other columns")
        _, report = run(executable, *arguments, "--format", "json")
        titles = json.loads(report)["titles"]
        check(len(titles) == HOLDERS, len(titles), "titles in the JSON report")
        _, page = run(executable, *arguments, "--format", "html")
        check(all(f"第{n}号有限公司".encode() in page for n in range(HOLDERS)), "a holder is lost from the page")
        _, data = run(executable, *arguments, "--format", "ics")
        wanted = {(date["owedBy"] == "bureau" or number, date["duty"], date["key"])
                  for number, title in enumerate(titles) for date in title["dates"]
                  if upcoming(date, "2027-02-01")}
        check(len(events(data, "the register")) == len(wanted), "the calendar of the register lacks events")
        print(f"{len(titles)} holders in {took:.2f} s, {len(records)} records, {len(wanted)} events")


def main():
    executable = os.path.abspath(sys.argv[1])
    if "JLCHECK_HAS_PARSER" not in os.environ:
        with tempfile.TemporaryDirectory() as folder:
            programs = environment.make(folder, PARSER)
            return environment.run_again(programs, JLCHECK_HAS_PARSER="yes")
    count = 0
    paths = [path for folder in FOLDERS for path in sorted(glob.glob(folder + "/*.json"))
             if not path.endswith("expectations.json")]
    for path in paths:
        names = [compare(executable, path, language) for language in ("zh", "en")]
        # The same date has the same name in any language and on any other day.
        names.append(compare(executable, path, "en", "--as-of", "2026-01-15"))
        for one in names:
            for key, name in one.items():
                check(names[0].get(key, name) == name, path, key, "has another name")
                count += 1
    with tempfile.TemporaryDirectory() as folder:
        register(executable, folder)
    for problem in problems[:20]:
        print(problem)
    print(f"{len(paths)} histories, {count} events, {len(problems)} problems")
    return 1 if problems or count < 500 else 0


if __name__ == "__main__":
    sys.exit(main())
