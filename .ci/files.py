# Runs the program on files as systems really hold them: names, links, pipes, signals, closed streams.
#
# usage: files.py EXECUTABLE [CASE...]
import json
import os
import resource
import shutil
import signal
import stat
import subprocess
import sys
import tempfile
import time

INELIGIBLE = b'{"market":{"province":{"rank":2}}}'
UNDETERMINED = b"{}"
LIMIT = 16 << 20
CASES = []


def case(function):
    CASES.append(function)
    return function


class World:
    """A folder of its own for one case, and the program to run in it."""

    def __init__(self, executable, folder):
        self.executable = executable
        self.folder = folder

    def file(self, path, content=INELIGIBLE):
        full = os.path.join(os.fsencode(self.folder), os.fsencode(path))
        os.makedirs(os.path.dirname(full), exist_ok=True)
        with open(full, "wb") as file:
            file.write(content)

    def bytes(self, path):
        with open(os.path.join(os.fsencode(self.folder), os.fsencode(path)), "rb") as file:
            return file.read()

    def link(self, target, path):
        os.symlink(target, os.path.join(self.folder, path))

    def names(self, path="."):
        return sorted(os.listdir(os.path.join(self.folder, path)))

    def start(self, *arguments, **options):
        options = {"stdin": subprocess.DEVNULL, "stdout": subprocess.PIPE, **options}
        return subprocess.Popen(
            [self.executable, *arguments], cwd=self.folder, stderr=subprocess.PIPE, **options
        )

    def run(self, *arguments, timeout=60, **options):
        process = self.start(*arguments, **options)
        try:
            output, complaint = process.communicate(timeout=timeout)
        except subprocess.TimeoutExpired:
            process.kill()
            process.communicate()
            raise AssertionError(f"{arguments} does not end")
        return Run(process.returncode, output, complaint)

    def rows(self, *arguments, **options):
        run = self.run("screen", *arguments, "--format", "ndjson", **options)
        lines = [json.loads(line) for line in run.output.decode("utf-8").splitlines()]
        run.rows = [line for line in lines if line["kind"] == "application"]
        run.sources = [row["source"] for row in run.rows]
        return run


class Run:
    def __init__(self, status, output, complaint):
        self.status, self.output, self.complaint = status, output, complaint


def same(found, wanted, what=""):
    assert found == wanted, f"{what} {found!r}, expected {wanted!r}"


def name_bytes(source):
    """The bytes of a file's name in a report for programs."""
    return b"".join(
        bytes([ord(c) - 0x10FE00]) if 0x10FE80 <= ord(c) <= 0x10FEFF else c.encode() for c in source
    )


# No application is left out in silence.


@case
def names_that_are_no_utf8(world):
    names = [b"in/\xc9\xea\xc7\xeb/a.json", b"in/\xb0.json", b"in/\xb1.json", b"in/\xe4\xb8.ndjson"]
    # The characters that stand for bytes are names too.
    names.append("in/\U0010feb0.json".encode())
    for name in names:
        world.file(name)
    run = world.rows("in")
    same(run.status, 1)
    same(sorted(map(name_bytes, run.sources)), sorted(names))
    same(len(set(run.sources)), len(names))
    text = world.run("screen", "in")
    for name in names[:4]:
        assert name[3:] in text.output, name
    page = world.run("screen", "in", "--format", "csv").output.decode("utf-8")
    assert r"in/\xB0.json" in page, page


@case
def a_name_that_is_no_utf8_is_opened_and_written_as_given(world):
    world.file(b"\xb0.json")
    run = world.run("check", b"\xb0.json", "--output", b"\xb1.txt")
    same(run.status, 1)
    assert b"\xb0.json" in world.bytes(b"\xb1.txt")
    run = world.run("screen", b"\xb0.json", "--reports", b"\xb2")
    same(run.status, 1)
    same(os.listdir(os.path.join(os.fsencode(world.folder), b"\xb2")), [b"00001.txt"])
    run = world.run("check", b"\xb3.json")
    same(run.status, 66)
    assert b"\xb3.json" in run.complaint


@case
def names_that_look_alike_are_two(world):
    folder = os.path.join(os.path.dirname(os.path.abspath(__file__)), os.pardir)
    with open(f"{folder}/Fixtures/Applications/eligible/manufacturer-of-bearings.json", "rb") as file:
        content = file.read()
    names = ["e\u0301.json", "\u00e9.json"]
    for name in names:
        world.file(name, content)
    run = world.run("screen", *names, "--format", "json")
    report = json.loads(run.output)
    same([row["source"] for row in report["rows"]], names)
    assert report["contradictions"]
    for contradiction in report["contradictions"]:
        same([each["source"] for each in contradiction["applications"]], names)


@case
def a_folder_that_may_be_read_but_not_entered(world):
    world.file("in/ok.json")
    world.file("in/locked/inner/a.json")
    world.link("inner", "in/locked/link")
    for path in [".", "in"]:
        os.chmod(os.path.join(world.folder, path), 0o755)
    os.chmod(os.path.join(world.folder, "in/locked"), 0o444)
    other = {"user": 65534, "group": 65534, "extra_groups": []} if os.getuid() == 0 else {}
    try:
        run = world.rows("in", **other)
    finally:
        os.chmod(os.path.join(world.folder, "in/locked"), 0o755)
    same(run.status, 66)
    same(run.sources, ["in/locked/inner", "in/locked/link", "in/ok.json"])
    same([row["failure"] for row in run.rows], ["not-permitted", "not-permitted", None])


@case
def a_path_longer_than_the_system_takes(world):
    parts = ["in"] + [letter * 200 for letter in "abcdefghijklmnopqrstuvwxy"]
    folder = os.open(world.folder, os.O_RDONLY)
    for part in parts:
        os.mkdir(part, dir_fd=folder)
        inner = os.open(part, os.O_RDONLY, dir_fd=folder)
        os.close(folder)
        folder = inner
    for name, content in [("a.json", INELIGIBLE), ("b.ndjson", UNDETERMINED + b"\n")]:
        file = os.open(name, os.O_WRONLY | os.O_CREAT, dir_fd=folder)
        os.write(file, content)
        os.close(file)
    path = "/".join(parts)
    assert len(path) > 4096
    run = world.rows("in")
    same(run.sources, [path + "/a.json", path + "/b.ndjson"])
    same(run.status, 2)
    run = world.run("check", path + "/a.json", "--output", path + "/r.txt")
    same(run.status, 1)
    run = world.run("screen", "in", "--reports", path + "/reports", "--output", path + "/r.csv")
    same(run.status, 2)
    same(sorted(os.listdir(folder)), ["a.json", "b.ndjson", "r.csv", "r.txt", "reports"])
    os.close(folder)


@case
def linked_folders(world):
    world.file("elsewhere/a.json")
    world.file("elsewhere/deep/b.json")
    world.file("in/c.json")
    world.link("../elsewhere", "in/first")
    world.link("../elsewhere/deep", "in/second")
    world.link(".", "in/self")
    world.link("../in", "elsewhere/back")
    world.link("loop", "in/loop")
    run = world.rows("in")
    same(
        run.sources, ["in/c.json", "in/first/a.json", "in/first/deep/b.json", "in/loop"], "sources"
    )
    same(run.status, 66)
    os.remove(os.path.join(world.folder, "in/loop"))
    same(world.rows("in").status, 1)


@case
def links_that_lead_nowhere(world):
    world.file("in/a.json")
    world.link("/nowhere/at/all", "in/round")
    run = world.rows("in")
    same((run.status, run.sources), (66, ["in/a.json", "in/round"]))
    same(run.rows[1]["failure"], "absent")


@case
def endings_in_capitals(world):
    world.file("in/b.JSON")
    world.file("in/c.NdJson", UNDETERMINED + b"\n\n" + INELIGIBLE + b"\n")
    world.file("in/d.JSONL")
    # With the sign before it, the stop is one character for readers.
    world.file("in/\u0600.json")
    run = world.rows("in")
    same(run.status, 2)
    same(
        [(row["source"], row["line"]) for row in run.rows],
        [("in/b.JSON", None), ("in/c.NdJson", 1), ("in/c.NdJson", 3), ("in/d.JSONL", 1)]
        + [("in/\u0600.json", None)],
    )


@case
def pipes_and_devices_in_a_folder(world):
    world.file("in/ok.json")
    for name in ["a.json", "b.ndjson", "c.txt"]:
        os.mkfifo(os.path.join(world.folder, "in", name))
    world.link("/dev/null", "in/d.json")
    run = world.rows("in", timeout=10)
    same(run.status, 66)
    same(run.sources, ["in/a.json", "in/b.ndjson", "in/d.json", "in/ok.json"])
    same([row["failure"] for row in run.rows], ["not-a-file"] * 3 + [None])
    # One that is named is meant.
    for name, command in [("a.json", "check"), ("b.ndjson", "screen")]:
        process = world.start(command, "in/" + name)
        with open(os.path.join(world.folder, "in", name), "wb") as pipe:
            pipe.write(INELIGIBLE + b"\n")
        process.communicate(timeout=10)
        same(process.returncode, 1)


@case
def one_line_that_is_too_long(world):
    long = b'{"x":"' + b"a" * LIMIT + b'"}'
    piece = 1 << 19
    filler = b'{"x":"' + b"b" * (piece - 100) + b'"}'
    for name, lines, wanted in [
        ("first", [long, INELIGIBLE, INELIGIBLE], 1),
        ("middle", [INELIGIBLE, b"", long, UNDETERMINED], 3),
        # It begins just before a worker's part ends.
        ("cut", [filler, long, INELIGIBLE], 2),
        ("last", [INELIGIBLE, long], 2),
        ("exact", [INELIGIBLE, b" " * (LIMIT + 1 - len(INELIGIBLE)) + INELIGIBLE, INELIGIBLE], 2),
        ("two", [long, long[:-2] + b'b"}', INELIGIBLE], 1),
    ]:
        for end in [b"", b"\n"]:
            world.file("a.ndjson", b"\n".join(lines) + end)
            run = world.rows("a.ndjson")
            same(run.status, 66, name)
            numbers = [n for n, line in enumerate(lines, 1) if line]
            same([row["line"] for row in run.rows], numbers, name)
            failed = [row["line"] for row in run.rows if row["failure"] == "too-large"]
            same(failed, [1, 2] if name == "two" else [wanted], name)
    # As long as the limit is still an application.
    world.file("a.ndjson", b" " * (LIMIT - len(INELIGIBLE)) + INELIGIBLE + b"\n" + INELIGIBLE)
    run = world.rows("a.ndjson")
    same((run.status, len(run.rows)), (1, 2))


@case
def a_file_with_a_long_line_is_closed(world):
    world.file("0.ndjson", b"a" * (LIMIT + 1))
    names = ["0.ndjson"]
    for number in range(1, 16):
        names.append(f"{number}.ndjson")
        os.link(os.path.join(world.folder, "0.ndjson"), os.path.join(world.folder, names[-1]))
    world.file("z.json")
    limit = lambda: resource.setrlimit(resource.RLIMIT_NOFILE, (12, 12))
    run = world.rows(*names, "z.json", preexec_fn=limit)
    same({row["failure"] for row in run.rows[:-1]}, {"too-large"})
    same(run.rows[-1]["verdict"], "ineligible")


@case
def what_has_no_end_is_ended(world):
    for path in ["/dev/zero", "/dev/urandom"]:
        for command in [["check"], ["screen"], ["test"], ["plan"], ["compare", "ok.json"], ["verify"]]:
            world.file("ok.json")
            run = world.run(*command, path, *(["ok.json"] if command == ["verify"] else []), timeout=20)
            same(run.status, 66, (command, path))
    # Neither does a pipe into which something writes for ever; its writer is told to stop.
    os.mkfifo(world.folder + "/pipe")
    for command, text in [("check", "{"), ("screen", "a")]:
        writer = subprocess.Popen(["sh", "-c", f"yes {text} | tr -d '\\n' >pipe"], cwd=world.folder)
        same(world.run(command, "pipe", timeout=20).status, 66, command)
        writer.wait(timeout=10)


@case
def a_file_that_vanishes_is_told_of(world):
    world.file("here.json")
    world.file("gone.json")
    # Standard input is read first, and until it ends the others are not opened.
    process = world.start("screen", "-", "here.json", "gone.json", "--format", "ndjson", "--jobs", "1",
                          stdin=subprocess.PIPE)
    time.sleep(0.5)
    os.remove(world.folder + "/gone.json")
    output, _ = process.communicate(INELIGIBLE, timeout=20)
    rows = [json.loads(line) for line in output.splitlines()]
    same({row["source"]: row["failure"] for row in rows if row["kind"] == "application"},
         {"-": None, "here.json": None, "gone.json": "absent"})
    same(process.returncode, 66)


@case
def a_file_that_grows_is_read_to_the_end_it_has(world):
    world.file("grows.ndjson", (INELIGIBLE + b"\n") * 1000)
    line = INELIGIBLE.decode() * 50
    writer = subprocess.Popen(["sh", "-c", f"yes '{line}' | head -c 300000000 >>grows.ndjson"], cwd=world.folder)
    run = world.rows("grows.ndjson", timeout=120)
    writer.kill()
    writer.wait()
    assert len(run.rows) >= 1000, len(run.rows)
    same([row["line"] for row in run.rows], list(range(1, len(run.rows) + 1)))
    same({row["failure"] for row in run.rows}, {None})


# What is written is whole and true.


@case
def a_full_disk_leaves_what_was_there(world):
    """A file may not grow beyond a limit, which fails as a full disk does; /dev/full is one."""
    world.file("a.ndjson", (INELIGIBLE + b"\n") * 2000)
    world.file("old.json", b"old and whole")
    world.file("key", b"a secret of some length")

    def limited():
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))

    full = {"preexec_fn": limited, "restore_signals": False}
    before = world.names()
    for arguments in [
        ["screen", "a.ndjson", "--format", "json", "--output", "old.json"],
        ["screen", "a.ndjson", "--format", "csv", "--output", "new.csv"],
        ["screen", "a.ndjson", "--format", "ndjson", "--output", "new.ndjson"],
        ["screen", "a.ndjson", "--claims", "new.claims", "--claims-key", "key"],
        ["screen", "a.ndjson", "--reports", "out"],
        ["check", "a.ndjson", "--format", "html", "--output", "old.json"],
        ["init", "--example", "new.json"],
        ["schema", "application", "--output", "new.schema.json"],
    ]:
        run = world.run(*arguments, **full)
        same(run.status, 74, (arguments, run.complaint))
        same(world.bytes("old.json"), b"old and whole", arguments)
        if "out" in arguments:
            # The reports before are whole; of the one that had no room there is nothing.
            for name in world.names("out"):
                json.loads(world.bytes("out/" + name))
            shutil.rmtree(world.folder + "/out")
        same(world.names(), before, arguments)
        assert run.complaint.startswith(b"jlcheck: "), run.complaint
    with open("/dev/full", "wb") as device:
        for arguments in [["check", "old.json"], ["screen", "a.ndjson"], ["schema"], ["help"], ["criteria"]]:
            same(world.run(*arguments, stdout=device).status, 74, arguments)


@case
def a_killed_run_leaves_the_older_whole_report(world):
    world.file("report.csv", b"old and whole")
    process = begun(world, "--format", "csv", "--output", "report.csv")
    process.kill()
    process.communicate(timeout=10)
    same(world.bytes("report.csv"), b"old and whole")
    # What it left is in nobody's way.
    world.file("a.json")
    same(world.run("screen", "a.json", "--format", "csv", "--output", "report.csv").status, 1)
    assert world.bytes("report.csv").startswith(b"\xef\xbb\xbf")


@case
def what_may_not_be_written_is_said(world):
    world.file("a.json")
    for path in ["/proc/report.csv", "/dev/null/report.csv", "a.json/report.csv", "missing/report.csv"]:
        run = world.run("screen", "a.json", "--format", "csv", "--output", path)
        same(run.status, 74, path)
        assert path.encode() in run.complaint, run.complaint


@case
def output_never_replaces_an_input(world):
    def arrange():
        shutil.rmtree(world.folder)
        world.file("in/sub/a.json")
        world.file("in/b.ndjson")
        world.file("other/c.json")
        world.link("in/sub/a.json", "link.txt")
        world.link("in", "folder")
        world.link("../other", "in/linked")
        os.link(world.folder + "/in/sub/a.json", world.folder + "/hard.txt")

    arrange()
    inputs = {path: world.bytes(path) for path in ["in/sub/a.json", "in/b.ndjson", "other/c.json"]}
    single = ["link.txt", "hard.txt", "folder/sub/a.json", world.folder + "/in/sub/a.json"]
    members = single + ["in/sub/a.json", "folder/b.ndjson", "other/c.json", "in/linked/c.json"]
    lines = [("check", "in/sub/a.json", output) for output in single]
    lines += [("screen", "in", output) for output in members]
    lines += [("screen", "folder", output) for output in members]
    lines += [("compare", "in", "other", output) for output in members]
    lines += [("test", "in", output) for output in members]
    lines += [("claims", "in/sub/a.json", output) for output in single]
    for *words, output in lines:
        arrange()
        run = world.run(*words, "--output", output)
        found = {path: world.bytes(path) for path in inputs}
        same(found, inputs, f"{words} {output}")
        same(run.status, 64, f"{words} {output}")
        assert b"would overwrite" in run.complaint, run.complaint
        assert os.path.samefile(world.folder + "/hard.txt", world.folder + "/in/sub/a.json")
    arrange()
    with open(world.folder + "/in/sub/a.json") as file:
        run = world.run("check", "-", "--output", "in/sub/a.json", stdin=file)
    same((run.status, world.bytes("in/sub/a.json")), (64, INELIGIBLE))
    # What is not read may be replaced, and a new file may stand beside what is.
    world.file("in/old.csv", b"old")
    for output in ["in/old.csv", "in/new.json"]:
        same(world.run("screen", "in", "--output", output).status, 1)


@case
def claims_and_their_key_are_files_too(world):
    world.file("in/a.json")
    world.file("key", b"0123456789abcdef")
    world.link("key", "other-key")
    world.link("in/a.json", "claims")
    for claims in ["other-key", "claims", "in/a.json"]:
        run = world.run("screen", "in", "--claims", claims, "--claims-key", "key")
        same((run.status, world.bytes("in/a.json")), (64, INELIGIBLE), claims)
        same(world.bytes("key"), b"0123456789abcdef")
    run = world.run("screen", "in", "--output", "other-key", "--claims", "c", "--claims-key", "key")
    same((run.status, world.bytes("key")), (64, b"0123456789abcdef"))


@case
def two_outputs_are_never_one_file(world):
    world.file("a.json")
    world.file("key", b"0123456789abcdef")
    world.file("one", b"old")
    os.mkdir(world.folder + "/folder")
    os.link(world.folder + "/one", world.folder + "/hard")
    world.link("one", "soft")
    world.link("new", "dangling")
    world.link("folder", "way")
    for first, second in [
        ("one", "hard"), ("one", "soft"), ("new", "dangling"), ("folder/x", "way/x"),
    ]:
        for command in ["check", "screen"]:
            run = world.run(
                command, "a.json", "--format", "json", "--output", first, "--format", "text",
                "--output", second,
            )
            same(run.status, 64, (command, first, second))
            assert b"more than one report" in run.complaint
        run = world.run(
            "screen", "a.json", "--output", first, "--claims", second, "--claims-key", "key"
        )
        same(run.status, 64, ("claims", first, second))
    with open(world.folder + "/stdout", "wb") as file:
        run = world.run(
            "check", "a.json", "--format", "json", "--format", "text", "--output", "stdout",
            stdout=file,
        )
    same(run.status, 64)
    same(world.bytes("one"), b"old")
    assert not os.path.exists(world.folder + "/new") and world.names("folder") == []


@case
def reports_replace_no_input(world):
    world.file("in/00001.json")
    world.file("in/x.json", UNDETERMINED)
    run = world.run("screen", "in", "--reports", "in", "--reports-format", "json")
    same((run.status, world.bytes("in/00001.json")), (64, INELIGIBLE))
    os.mkdir(world.folder + "/out")
    os.link(world.folder + "/in/x.json", world.folder + "/out/00001.txt")
    run = world.run("screen", "in", "--reports", "out")
    same((run.status, world.bytes("in/x.json")), (64, UNDETERMINED))
    os.remove(world.folder + "/out/00001.txt")
    run = world.run("screen", "in", "--reports", "out", "--output", "out/00001.txt")
    same((run.status, world.names("out")), (64, []))
    # A second run into the same folder is as good as the first.
    for _ in range(2):
        same(world.run("screen", "in", "--reports", "out").status, 2)
    same(world.names("out"), ["00001.txt", "00002.txt"])


@case
def reports_are_not_written_through_links(world):
    world.file("in/a.json")
    world.file("in/b.json", UNDETERMINED)
    world.file("precious", b"precious")
    os.mkdir(world.folder + "/out")
    world.link("../precious", "out/00001.txt")
    world.link("../nothing", "out/00002.txt")
    run = world.run("screen", "in", "--reports", "out")
    same((run.status, world.bytes("precious")), (2, b"precious"))
    assert not os.path.exists(world.folder + "/nothing")
    for name in ["00001.txt", "00002.txt"]:
        assert stat.S_ISREG(os.lstat(f"{world.folder}/out/{name}").st_mode)
    os.remove(world.folder + "/out/00001.txt")
    os.mkfifo(world.folder + "/out/00001.txt")
    same(world.run("screen", "in", "--reports", "out", timeout=10).status, 2)


def wait_for(condition, what):
    for _ in range(200):
        if condition():
            return
        time.sleep(0.05)
    raise AssertionError(what)


def begun(world, *arguments):
    """A run that has begun its output and waits for standard input."""
    process = world.start("screen", "-", *arguments, stdin=subprocess.PIPE)
    wait_for(lambda: any(name.endswith(".tmp") for name in world.names()), "no file is begun")
    # Until it has begun to read, an interruption ends it at once.
    time.sleep(0.5)
    return process


@case
def an_interruption_keeps_the_older_whole_report(world):
    for old in [b"old and whole", None]:
        if old:
            world.file("report.csv", old)
        process = begun(world, "--format", "csv", "--output", "report.csv", "--jobs", "1")
        process.send_signal(signal.SIGINT)
        time.sleep(1)
        _, complaint = process.communicate((INELIGIBLE + b"\n") * 50_000, timeout=120)
        same(process.returncode, 130)
        if old:
            same(world.bytes("report.csv"), old)
        else:
            assert not os.path.exists(world.folder + "/report.csv")
        assert b"kept in report.csv.partial" in complaint, complaint
        assert world.bytes("report.csv.partial").startswith(b"\xef\xbb\xbf")
        same([name for name in world.names() if name.endswith(".tmp")], [])
        if old:
            # Nor does one part take the place of another.
            process = begun(world, "--format", "csv", "--output", "report.csv", "--jobs", "1")
            process.send_signal(signal.SIGINT)
            time.sleep(1)
            _, complaint = process.communicate((INELIGIBLE + b"\n") * 50_000, timeout=120)
            assert b"kept in report.csv.partial-2" in complaint, complaint
            for name in ["report.csv", "report.csv.partial", "report.csv.partial-2"]:
                os.remove(f"{world.folder}/{name}")


@case
def signals_leave_no_temporary_file(world):
    for number in [signal.SIGTERM, signal.SIGHUP]:
        process = begun(world, "--format", "csv", "--output", "report.csv")
        process.send_signal(number)
        # Standard input stays open until then: its end would end the run too, and perhaps first.
        process.wait(timeout=10)
        process.communicate(timeout=10)
        same((process.returncode, world.names()), (-number, []))
    process = begun(world, "--format", "csv", "--output", "report.csv")
    process.send_signal(signal.SIGINT)
    time.sleep(1)
    process.send_signal(signal.SIGINT)
    process.stdin.close()
    process.wait(timeout=10)
    same(world.names(), [], "after the second interruption")


@case
def streams_closed_at_the_start_stay_closed(world):
    world.file("a.json")
    line = (
        f"{self_quoted(world.executable)} screen a.json --format json --output out.json"
        " --format text"
    )
    whole = subprocess.run(["sh", "-c", line], cwd=world.folder, capture_output=True)
    wanted = world.bytes("out.json")
    same(whole.returncode, 1)
    for closed in [">&-", "<&- >&-", "<&- >&- 2>&-"]:
        os.remove(world.folder + "/out.json")
        run = subprocess.run(["sh", "-c", f"{line} {closed}"], cwd=world.folder, capture_output=True)
        same(run.returncode, 74, closed)
        assert not os.path.exists(world.folder + "/out.json") or world.bytes("out.json") == wanted
        world.file("out.json", b"")
        quiet = line.replace(" --format text", "")
        run = subprocess.run(["sh", "-c", f"{quiet} {closed}"], cwd=world.folder)
        same((run.returncode, world.bytes("out.json")), (1, wanted), closed)


def self_quoted(text):
    return "'" + text.replace("'", "'\\''") + "'"


@case
def a_reader_that_goes_away_changes_nothing(world):
    lines = [UNDETERMINED] * 3000 + [b"{"]
    world.file("a.ndjson", b"\n".join(lines))
    for extra in [["--reports", "out"], ["--format", "csv", "--output", "a.csv"], []]:
        process = world.start("screen", "a.ndjson", "--format", "ndjson", "--jobs", "1", *extra)
        process.stdout.close()
        complaint = process.stderr.read()
        same((process.wait(timeout=120), complaint), (65, b""), extra)
    same(len(world.names("out")), len(lines))
    same(world.bytes("a.csv").count(b"\r\n"), len(lines) + 1)


def main():
    executable, *names = sys.argv[1:]
    # A shell has its background jobs ignore interruptions, and programs begun there do so as well.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    # So does nohup with hangups.
    signal.signal(signal.SIGHUP, signal.SIG_DFL)
    failed = []
    cases = [function for function in CASES if not names or function.__name__ in names]
    for function in cases:
        with tempfile.TemporaryDirectory() as folder:
            os.chmod(folder, 0o755)
            # Another user may have to run it too.
            own = shutil.copy(executable, os.path.join(folder, "jlcheck"))
            os.mkdir(os.path.join(folder, "world"))
            try:
                function(World(own, os.path.join(folder, "world")))
            except (AssertionError, OSError, ValueError, subprocess.TimeoutExpired) as problem:
                failed.append(function.__name__)
                print(f"{function.__name__}: {str(problem)[:600]}")
    print(f"{len(cases)} cases, {len(failed)} failed")
    sys.exit(1 if failed else 0)


main()
