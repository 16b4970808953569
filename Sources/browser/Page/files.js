// Checks files that a person drops or chooses: one as its report, many as a batch.
const Files = (() => {
  "use strict";

  const { element, filled } = JlcheckReport.parts;
  const { button, saves } = Fields;

  // What is shown, so that it stays when the language or the view changes: `files`, a record of paths and bytes,
  // `operands` for the command line, and whether it is a batch.
  let held = null;

  // MARK: Reading

  // Shows what is held in the view that was made last; reading goes on while a person changes the language.
  let showNewest = null;

  // Many applications in one file, a line each.
  const lines = /\.(?:ndjson|jsonl)$/i;
  const isRead = (path) => /\.json$/i.test(path) || lines.test(path);

  /** The files at and below what was dropped, by a handle; what cannot be read has no file. */
  const below = async (handle, folder = "") => {
    const path = folder + handle.name;
    const all = [];
    try {
      if (handle.kind === "file") return [{ path, file: await handle.getFile() }];
      for await (const entry of handle.values()) all.push(...await below(entry, path + "/"));
    } catch {
      all.push({ path, file: null });
    }
    return all;
  };

  const entriesOf = async (folder) => {
    const [reader, all] = [folder.createReader(), []];
    for (;;) {
      const some = await new Promise((done, failed) => reader.readEntries(done, failed));
      if (some.length === 0) return all;
      all.push(...some);
    }
  };

  /** The same by an entry, as browsers without handles give it. */
  const belowEntry = async (entry) => {
    const path = entry.fullPath.replace(/^\//, "");
    try {
      if (entry.isDirectory) return (await Promise.all((await entriesOf(entry)).map(belowEntry))).flat();
      return [{ path, file: await new Promise((done, failed) => entry.file(done, failed)) }];
    } catch {
      return [{ path, file: null }];
    }
  };

  /** What was dropped. All is asked for at once, since a browser forgets it after that. */
  const dropped = (transfer) => Promise.all(Array.from(transfer.items, (item) => {
    if (item.kind !== "file") return [];
    const [handle, entry, file] = [item.getAsFileSystemHandle?.(), item.webkitGetAsEntry(), item.getAsFile()];
    if (!entry.isDirectory) return [{ path: file.name, file }];
    // Of a page that is opened from a disk some browsers read folders by handles only. They leave out names that
    // they find odd, and tell nobody.
    return handle ? handle.then(async (folder) => [{ path: null }, ...await below(folder)]) : belowEntry(entry);
  }));

  /** A path that no other file has. */
  const unused = (path, taken) => {
    let name = path;
    for (let number = 2; taken.has(name); number += 1) {
      name = path.replace(/(\.[^./]*)?$/, (ending) => " (" + number + ")" + ending);
    }
    taken.add(name);
    return name;
  };

  /** Keeps what was given: `files` with their paths, of which those below folders are read like the command does. */
  const hold = async (given) => {
    const taken = new Set();
    // Of other files in folders the command needs no more than the names, to list them.
    const isWanted = ({ path, file }) => !file || !path.includes("/") || isRead(path);
    const wanted = given.filter(({ path }) => path !== null)
      .map(({ path, file }) => ({ path: unused(path, taken), file }));
    const [files, unread] = [Object.create(null), []];
    for (let start = 0; start < wanted.length; start += 100) {
      await Promise.all(wanted.slice(start, start + 100).map(async ({ path, file }) => {
        try {
          files[path] = new Uint8Array(isWanted({ path, file }) ? await file.arrayBuffer() : 0);
        } catch {
          unread.push(path);
        }
      }));
    }
    const paths = Object.keys(files);
    const operands = Array.from(new Set(paths.map((path) => path.split("/")[0])));
    const isOne = paths.length === 1 && paths[0] === operands[0] && !lines.test(operands[0]);
    const isSelective = given.some(({ path }) => path === null);
    const count = paths.filter((path) => isWanted({ path, file: files[path] })).length;
    held = { files, operands, isBatch: !isOne, row: null, count, unread, isSelective };
  };

  const given = (input) => Array.from(input.files, (file) => ({ path: file.webkitRelativePath || file.name, file }));

  /** The file of a row, or the line of a file that it was read from, as files for the command. */
  const ofRow = (row) => {
    const bytes = held.files[row.source];
    if (row.line === null) return { [row.source]: bytes };
    let start = 0;
    for (let line = 1; line < row.line; line += 1) start = bytes.indexOf(10, start) + 1;
    const end = bytes.indexOf(10, start);
    const name = row.source.replace(lines, "") + "-" + row.line + ".json";
    return { [name]: bytes.subarray(start, end < 0 ? bytes.length : end) };
  };

  // MARK: View

  /** The view in a language; `fillIn` opens a file in the form. */
  const create = ({ words, names, titles, fillIn }) => {
    const result = element("div", { class: "result" });
    const status = element("p", { class: "note", role: "status" });
    const unread = element("div", { class: "unread" });

    /** Saves a file, which never has the name of an application. */
    const keep = (name, content, type) => {
      Ask.save(name, content, type);
      status.textContent = filled(words.saved, { name });
    };

    const report = async (files) => {
      const [path] = Object.keys(files);
      const run = await Ask.json(["check", "--", path], files);
      const base = path.split("/").pop().replace(/\.json$/i, "") + "-";
      const forms = [...Ask.formats, ["letter", words.letter, "txt", "text/plain"]];
      const save = forms.map(([format, title, ending, type]) => button(title, async () => {
        const { output } = await Ask.run(["check", "--format", format, "--", path], files);
        keep(base + (format === "letter" ? words.letterName : words.reportName) + "." + ending, output, type);
      }));
      return [
        element("div", { class: "tools" }, held.isBatch ? button(words.back, () => choose(null), { class: "back" }) : null,
          button(words.fillInThis, () => fillIn(path, files[path])), saves(words.save + names.colon, save)),
        element("div", { class: "report" }, JlcheckReport.draw(run, names)),
      ];
    };

    const batch = async () => {
      const screen = (...args) => Ask.run(
        ["screen", ...Ask.ofProgramme(), ...args, "--", ...held.operands], held.files);
      held.screening ??= {};
      const key = Ask.language + Ask.programme;
      held.screening[key] ??= JSON.parse(new TextDecoder().decode((await screen("--format", "json")).output));
      const save = (format, type) => button(format.toUpperCase(), async () => {
        keep(words.tableName + "." + format, (await screen("--format", format)).output, type);
      });
      const all = button(words.reports, async () => {
        status.textContent = filled(words.checking, { count: held.count });
        const { written } = await screen("--quiet", "--reports", "reports", "--reports-format", "html");
        keep(words.reportName + ".zip", await Zip.pack(written), "application/zip");
      });
      return [
        saves(words.save + names.colon, [save("csv", "text/csv"), save("html", "text/html"), all]),
        Batch.draw({ screening: held.screening[key], words, open: choose }),
      ];
    };

    /** What is not among the results though it was given. */
    const drawUnread = () => unread.replaceChildren(
      held.isSelective ? element("p", { class: "note" }, words.handlesOnly) : "",
      ...(held.unread.length === 0 ? [] : [
        element("p", { class: "fault" }, filled(words.unreadFiles, { count: held.unread.length })),
        element("ul", {}, held.unread.sort().map((path) => element(
          "li", { class: "code" }, path + (/(^|\/)$/.test(path) ? words.unreadName : ""))))]));

    const show = async () => {
      if (!held) return;
      drawUnread();
      status.textContent = held.count === 0 ? words.nothing : filled(words.checking, { count: held.count });
      if (held.count === 0) return result.replaceChildren();
      try {
        const isList = held.isBatch && !held.row;
        const nodes = isList ? await batch() : await report(held.isBatch ? ofRow(held.row) : held.files);
        result.replaceChildren(...nodes);
        status.textContent = words.checked;
      } catch (problem) {
        result.replaceChildren();
        status.textContent = filled(words.failed, { error: problem.message });
      }
    };

    /** Shows the report of a row, or the list again. */
    const choose = async (row) => {
      const last = held.row;
      held.row = row;
      await show();
      if (row) result.querySelector(".back").focus();
      else {
        const cells = Array.from(result.querySelectorAll("td:first-child"));
        const cell = cells.find(({ textContent }) => textContent === String(last?.number));
        cell?.parentNode.querySelector("button").focus();
      }
      result.scrollIntoView();
    };

    const input = (id, title, attributes) => {
      const node = element("input", { type: "file", id, multiple: "", class: "unseen", ...attributes });
      node.addEventListener("change", async () => {
        try {
          await hold(given(node));
          await showNewest();
        } catch (problem) {
          status.textContent = filled(words.notRead, { error: problem.message });
        }
        node.value = "";
      });
      return [node, element("label", { for: id, class: "button" }, title)];
    };
    const zone = element(
      "div", { class: "drop" }, element("p", {}, words.drop),
      element(
        "div", { class: "tools" }, input("files-input", words.chooseFiles, {}),
        input("folder-input", words.chooseFolder, { webkitdirectory: "" })));
    const view = element(
      "div", { class: "checking" }, element("h2", { tabindex: "-1" }, words.filesTitle),
      element("p", { class: "note" }, words.filesNote), zone, status, unread, result);
    view.addEventListener("dragover", (event) => {
      event.preventDefault();
      zone.classList.add("over");
    });
    view.addEventListener("dragleave", () => zone.classList.remove("over"));
    view.addEventListener("drop", async (event) => {
      event.preventDefault();
      zone.classList.remove("over");
      try {
        await hold((await dropped(event.dataTransfer)).flat());
        await showNewest();
      } catch (problem) {
        status.textContent = filled(words.notRead, { error: problem.message });
      }
    });
    showNewest = show;
    show();
    return view;
  };

  return { create };
})();
