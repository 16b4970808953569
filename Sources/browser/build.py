"""Makes jlcheck.html: the program as one page that anyone can open, without network or installation.

    python3 Sources/browser/build.py [FILE] [--package FOLDER --product NAME]

builds the program for browsers with the toolchain's own parts and puts it into the page, by default
jlcheck.html in the current folder. Built twice, the page is the same bytes. With --package it is the
product of another package that has programmes of its own.
"""
import argparse
import base64
import hashlib
import lzma
import os
import pathlib
import re
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
PAGE = ROOT / "Sources/browser/Page"
REPORT = ROOT / "Sources/Reports/Application/Page"
BATCH = ROOT / "Sources/BatchReports/Page"
TRIPLE = "wasm32-unknown-none-wasm"
# The page's scripts, each after what it uses.
SCRIPTS = [REPORT / name for name in ("report.js", "plan.js")] + [BATCH / "batch.js"] + [
    PAGE / f"{name}.js"
    for name in ("unpack", "program", "words", "json", "amount", "ask", "fields", "form", "batch", "zip", "files",
                 "planning", "ladder", "holder", "page")
]
STYLES = [REPORT / "report.css", PAGE / "page.css", BATCH / "batch.css"]


def toolchain_library():
    """The tables of Unicode that Swift's strings need there."""
    info = subprocess.run(["swiftc", "-print-target-info"], capture_output=True, check=True, text=True)
    resources = re.search(r'"runtimeResourcePath": "([^"]+)"', info.stdout)[1]
    return f"{resources}/embedded/{TRIPLE}/libswiftUnicodeDataTables.a"


def built_module(package, product):
    """The module of a product, as the linker writes it."""
    swift = [
        *("-enable-experimental-feature", "Embedded"),
        # What a target's code comes to is made once, where all of it is known.
        *("-enable-experimental-feature", "DeferredCodeGen"),
        *("-wmo", "-parse-as-library", "-Osize", "-Xclang-linker", "-nostdlib"),
    ]
    linker = [
        *("--no-entry", "--strip-all"),
        # What overflows the stack ends the program instead of overwriting what stands below.
        *("--stack-first", "-z", "stack-size=1048576"),
        toolchain_library(),
    ]
    folder = package / ".build/browser"
    command = [
        *("swift", "build", "--package-path", str(package), "--scratch-path", str(folder)),
        *("-c", "release", "--triple", TRIPLE, "--product", product),
        *(word for flag in swift for word in ("-Xswiftc", flag)),
        *(word for flag in linker for word in ("-Xlinker", flag)),
    ]
    subprocess.run(command, check=True, env={**os.environ, "JLCHECK_FOR_BROWSERS": "1"})
    return (folder / TRIPLE / f"release/{product}.wasm").read_bytes()


def digest(text):
    """A script or style as the page's policy names it."""
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


def dense(paths):
    """Scripts or styles without indentation and lines of comment, for a page that is sent by mail."""
    text = "".join(path.read_text() for path in paths)
    return re.sub(r"^ *(?://[^\n]*\n|/\*.*?\*/\n)?", "", text, flags=re.MULTILINE | re.DOTALL)


def packed(module):
    """The module as unpack.js takes it apart."""
    tight = {"id": lzma.FILTER_LZMA1, "preset": 9 | lzma.PRESET_EXTREME, "lc": 3, "lp": 0, "pb": 0, "dict_size": 1 << 22}
    return lzma.compress(module, format=lzma.FORMAT_RAW, filters=[tight])


def in_letters(packed):
    """Bytes in the letters that unpack.js reads: base 85, with letters that mean nothing in a script element."""
    usual = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz!#$%&()*+-;<=>?@^_`{|}~"
    letters = bytes(code for code in range(ord("#"), ord("x") + 1) if code != ord("<"))
    return base64.b85encode(packed, pad=True).translate(bytes.maketrans(usual, letters)).decode()


def page(module):
    """The whole page, which holds the module."""
    script, style = dense(SCRIPTS), dense(STYLES)
    values = {
        "script": script,
        "scriptDigest": digest(script),
        "style": style,
        "styleDigest": digest(style),
        "module": in_letters(packed(module)),
        "size": str(len(module)),
    }
    for name in ("script", "style"):
        if f"</{name}" in values[name]:
            sys.exit(f"a {name} would end within itself")
    return re.sub(r"\{\{(\w+)\}\}", lambda match: values[match[1]], (PAGE / "page.html").read_text())


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("target", nargs="?", type=pathlib.Path, default="jlcheck.html", metavar="FILE")
    parser.add_argument("--package", type=pathlib.Path, default=ROOT, metavar="FOLDER")
    parser.add_argument("--product", default="browser", metavar="NAME")
    options = parser.parse_args()
    options.target.write_text(page(built_module(options.package.resolve(), options.product)))
    print(f"{options.target}: {options.target.stat().st_size} bytes")


if __name__ == "__main__":
    main()
