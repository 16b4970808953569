// Draws a batch, the JSON report of `screen`, as a table to filter, sort, mark, export and print. It judges
// nothing: which rows there are, what is said of them and in which words comes from the report.
const JlcheckBatch = (() => {
  "use strict";

  const { element, filled, shown } = JlcheckReport.parts;
  const svg = "http://www.w3.org/2000/svg";
  // Laying out thousands of rows takes long, and nobody reads so many at once.
  const [pageSize, mostPrinted, mostListed] = [50, 3000, 20];
  const verdicts = ["eligible", "undetermined", "ineligible", "unreadable"];
  const signs = { eligible: "✓", undetermined: "?", ineligible: "✗", unreadable: "!" };
  const marks = ["seen", "returned", "doubted"];

  // Full-width letters and digits, as Chinese keyboards type them, equal the others.
  const folded = (text) => text.normalize("NFKC").toLowerCase();
  const button = (attributes, content, act) => {
    const node = element("button", { type: "button", ...attributes }, content);
    node.addEventListener("click", act);
    return node;
  };
  /** A function of lists that many rows share, computed once for each list. */
  const remembering = (body) => {
    const known = new Map();
    return (list) => {
      if (!known.has(list)) known.set(list, body(list));
      return known.get(list);
    };
  };

  // MARK: Rows

  /** The report with its rows as objects, where it has them as columns. */
  const unpacked = (report) => {
    if (Array.isArray(report.rows)) return report;
    const { values, columns } = report.rows;
    const rows = Array.from({ length: (columns[0]?.plain ?? []).length }, () => ({}));
    for (const { key, plain, shared } of columns) {
      rows.forEach((row, index) => {
        if (plain) row[key] = plain[index];
        else if (shared[index] >= 0) row[key] = values[shared[index]];
      });
    }
    return { ...report, rows };
  };

  const verdictOf = (row) => row.verdict ?? "unreadable";
  // What can still become eligible; of others priority says nothing.
  const hasPriority = (row) => row.hasPriority && (row.verdict === "eligible" || row.verdict === "undetermined");

  /** The folder in which all files are, with its slash. */
  const commonFolder = (rows) => {
    let folder = rows.length > 0 ? rows[0].source : "";
    for (const { source } of rows) {
      while (folder !== "" && !(folder.endsWith("/") && source.startsWith(folder))) {
        folder = folder.slice(0, folder.slice(0, -1).lastIndexOf("/") + 1);
      }
    }
    return folder;
  };

  /** For each text its place in the order of the language, signs compared one by one and digits as numbers. */
  const ranksOfTexts = (texts, language) => {
    const collator = new Intl.Collator(language);
    const all = Array.from(new Set(texts.join(""))).sort(collator.compare);
    const codes = new Map(all.map((sign, place) => [sign, String.fromCodePoint(place + 0x40)]));
    const key = remembering((text) => text.replace(/(\d+)|./gsu, (sign, digits) => digits
      ? codes.get(digits[0]) + String.fromCodePoint(digits.length) + digits : codes.get(sign)));
    const keys = texts.map(key);
    const places = new Map(Array.from(new Set(keys)).sort().map((text, place) => [text, place]));
    // What is not given comes last in either direction.
    return keys.map((text, index) => texts[index] === "" ? -1 : places.get(text));
  };

  const ranksOfNumbers = (numbers) => {
    const all = Float64Array.from(new Set(numbers)).sort();
    const places = new Map(Array.from(all, (number, place) => [number, place]));
    return numbers.map((number) => Number.isNaN(number) ? -1 : places.get(number));
  };

  // MARK: Marks

  /** A name for the batch that another batch does not have. */
  const nameOf = (rows) => {
    let [low, high] = [0x811C9DC5, 0x1234567];
    for (const { source, line, creditCode, product } of rows) {
      for (const part of [source, line, creditCode, product]) {
        const text = part + "\n";
        for (let place = 0; place < text.length; place += 1) {
          low = Math.imul(low ^ text.charCodeAt(place), 0x01000193);
          high = Math.imul(high ^ low, 0x5BD1E995);
        }
      }
    }
    return "jlcheck-marks:" + rows.length + ":" + (low >>> 0).toString(36) + (high >>> 0).toString(36);
  };

  /** What the officer notes of each row, by its number, as long as the browser keeps it. */
  const notesOn = (rows) => {
    const name = nameOf(rows);
    let isKept = true;
    const stored = () => {
      try {
        return JSON.parse(localStorage.getItem(name)) ?? {};
      } catch {
        isKept = false;
        return {};
      }
    };
    let notes = stored();
    return {
      of: (row) => notes[row.number] ?? {},
      numbers: () => Object.keys(notes),
      isKept: () => isKept,
      set(row, change) {
        // Another window may have noted something of another row.
        if (isKept) notes = stored();
        notes[row.number] = { ...notes[row.number], ...change };
        if (!notes[row.number].mark && !notes[row.number].remark) delete notes[row.number];
        try {
          localStorage.setItem(name, JSON.stringify(notes));
        } catch {
          isKept = false;
        }
      },
    };
  };

  // MARK: CSV

  const wordsOfNumbers = /^(?:a|p|am|pm|e|true|false|[年月日时時分点點秒上下午周星期]+|(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*)$/i;

  /** A text that a spreadsheet takes for a text: it reads cells as if they were typed. */
  const cell = (value) => {
    if (typeof value === "number") return String(value);
    const text = shown(value ?? "");
    const isMisread = /^'|^\s*[=+\-@＝＋－＠]/u.test(text)
      || (/\p{N}|^(?:true|false)$/iu.test(text) && (text.match(/\p{L}+/gu) ?? []).every((word) => wordsOfNumbers.test(word)));
    return '"' + (isMisread ? "'" : "") + text.replaceAll('"', '""') + '"';
  };

  const save = (name, text) => {
    const link = element("a", { download: name });
    link.href = URL.createObjectURL(new Blob([text], { type: "text/csv" }));
    document.body.append(link);
    link.click();
    link.remove();
    setTimeout(() => URL.revokeObjectURL(link.href), 60000);
  };

  // MARK: View

  const defaults = {
    verdict: "", criterion: "", outcome: "", verify: "", contested: "", faults: "", priority: "", bureau: "", mark: "",
    q: "", sort: "number", down: "", page: "1", open: "",
  };
  const filters = ["verdict", "criterion", "outcome", "verify", "contested", "faults", "priority", "bureau", "mark", "q"];

  /**
   * The view of a report of `screen`.
   *
   * @param {object} setting `report`, its `words`, `address` (how the state is written where it lasts: `read` gives
   *   the text of before, `write` takes that of now) and `details`, which gives what an opened row shows of the
   *   application's full report.
   */
  const draw = ({ report, words: usual, address, details }) => {
    const { applicantName, objectName } = report.rulebook;
    const words = {
      ...usual, enterprise: applicantName ?? usual.enterprise, product: objectName ?? usual.product,
    };
    const { rows, totals, contradictions } = unpacked(report);
    const notes = notesOn(rows);
    const folder = commonFolder(rows);
    const titles = new Map(totals.criteria.map(({ criterion, title }) => [criterion, title]));
    const byNumber = new Map(rows.map((row) => [row.number, row]));
    const concerning = new Map();
    contradictions.forEach((entry, index) => {
      for (const { number } of entry.applications) concerning.set(number, [...concerning.get(number) ?? [], index]);
    });

    const state = { ...defaults };
    const place = (row) => row.source.slice(row.source.startsWith(folder) ? folder.length : 0)
      + (row.line === null ? "" : ":" + row.line);
    const nameOfRow = (row) => row.enterprise || place(row);
    const noteName = (mark) => words[{ seen: "markSeen", returned: "markReturned", doubted: "markDoubted" }[mark] ?? "markNone"];
    const listed = (all) => all.join(words.listComma);
    const contestsOf = (row) => concerning.get(row.number) ?? [];

    // What the rows have, by the lists that many of them share.
    const criteriaOf = remembering((list) => new Set(
      list.flatMap((entry) => entry.criteria ?? [entry.criterion ?? entry])));

    // MARK: Filtering

    const searched = [];
    const textOf = (index) => searched[index] ??= folded(
      [rows[index].enterprise, rows[index].creditCode, rows[index].product, place(rows[index])].join("\n"));

    const matches = () => {
      const parts = folded(state.q).split(/\s+/).filter((part) => part !== "");
      const { verdict, criterion, outcome, verify, contested, faults, priority, bureau, mark } = state;
      const names = remembering((list) => criterion === ""
        ? criteriaOf(list).size > 0 : criteriaOf(list).has(criterion));
      const asks = [
        verdict && ((row) => verdictOf(row) === verdict),
        (criterion || outcome) && ((row) => (outcome === "verify" && names(row.factsToVerify))
          || ((outcome === "" || outcome === "unmet") && (names(row.unmet) || names(row.indicatorsUnmet)))
          || ((outcome === "" || outcome === "undetermined")
            && (names(row.undetermined) || names(row.judgementsWithoutMaterial)))),
        verify && ((row) => row.noticeCount > 0 && (verify === "any"
          || (verify === "criterion") === criteriaOf(row.factsToVerify).size > 0)),
        contested && ((row) => contested === "any" ? concerning.has(row.number)
          : contestsOf(row).includes(Number(contested) - 1)),
        faults && ((row) => row.faultCount > 0),
        priority && hasPriority,
        bureau && ((row) => (row.bureau ?? "-") === bureau),
        mark && ((row) => mark === "any" ? notes.of(row).mark || notes.of(row).remark
          : (notes.of(row).mark ?? "none") === mark),
        parts.length > 0 && ((row, index) => parts.every((part) => textOf(index).includes(part)
          || (notes.of(row).remark && folded(notes.of(row).remark).includes(part)))),
      ].filter((ask) => ask);
      return (index) => asks.every((ask) => ask(rows[index], index));
    };

    // MARK: Order

    const gapsOf = remembering((list) => list.filter(({ gap }) => gap !== null));
    /** How much is lacking of the criterion that is looked at, or else of the first that says so. */
    const gapOf = (row) => state.criterion
      ? gapsOf(row.unmet).find(({ criterion }) => criterion === state.criterion) : gapsOf(row.unmet)[0];
    const places = new Map(totals.criteria.map(({ criterion }, index) => [criterion, index]));

    const values = {
      number: (row) => row.number,
      enterprise: (row) => row.enterprise ?? "",
      product: (row) => row.product ?? "",
      verdict: (row) => verdicts.indexOf(verdictOf(row)),
      reasons: (row) => row.unmet.length * 1000 + row.undetermined.length,
      gap: (row) => gapOf(row) ? Number(gapOf(row).gap.value) : NaN,
      toVerify: (row) => criteriaOf(row.factsToVerify).size * 1000 + row.noticeCount,
      indicators: (row) => row.indicatorsUnmet.length,
      material: (row) => row.judgementsWithoutMaterial.length,
      faults: (row) => row.faultCount,
      file: place,
      bureau: (row) => row.bureauName ?? "",
      mark: (row) => notes.of(row).mark ? marks.indexOf(notes.of(row).mark) : NaN,
    };
    const known = new Map();
    const ranks = (sort) => {
      const name = sort === "gap" ? sort + state.criterion : sort;
      if (known.has(name)) return known.get(name);
      const all = rows.map(values[sort]);
      let found = typeof all[0] === "string" ? ranksOfTexts(all, words.tag) : ranksOfNumbers(all);
      // Amounts of two criteria do not compare, so those of one follow those of another.
      if (sort === "gap") {
        found = ranksOfNumbers(found.map((rank, index) =>
          rank < 0 ? NaN : places.get(gapOf(rows[index]).criterion) * rows.length + rank));
      }
      if (sort !== "mark") known.set(name, found);
      return found;
    };

    /** The numbers of the rows in order. */
    const ordered = () => {
      const found = ranks(values[state.sort] ? state.sort : "number");
      const count = rows.length;
      const keys = Float64Array.from(found, (rank, index) =>
        (rank < 0 ? count : state.down ? count - 1 - rank : rank) * count + index);
      return keys.sort().map((key) => key % count);
    };

    // MARK: A row

    const badge = (row) => element(
      "span", { class: "badge" }, element("span", { "aria-hidden": "true" }, signs[verdictOf(row)] + " "),
      row.verdictSentence ?? words.unreadable);

    const gapWritten = (entry) => entry.gapWritten
      ? element("span", { class: "gap" }, filled(words.lacking, { gap: entry.gapWritten })) : null;

    const doubts = (facts, most) => facts.slice(0, most).map((fact) => element(
      "p", {}, fact.criteria.length > 0
        ? element("b", {}, listed(fact.criteria.map((id) => titles.get(id))) + words.colon) : null, fact.sentence));

    const unlisted = (count) => count > 0 ? element("p", { class: "note" }, filled(words.more, { count })) : null;

    const marker = (row) => {
      const select = element("select", { "aria-label": words.mark + words.colon + nameOfRow(row) },
        ["", ...marks].map((mark) => element("option", { value: mark }, mark ? noteName(mark) : "–")));
      select.value = notes.of(row).mark ?? "";
      select.addEventListener("change", () => note(row, { mark: select.value }));
      return select;
    };

    /** The remark, and for paper the mark, which a control shows on the screen. */
    const noted = (row) => element(
      "small", { class: "noted" }, element("b", {}, notes.of(row).mark ? noteName(notes.of(row).mark) : ""), " ",
      notes.of(row).remark);

    /** The columns: what sorts by them, and what a row has there. */
    const columns = [
      { sorts: ["number"], draw: (row) => opener(row) },
      {
        sorts: ["enterprise"], draw: (row) => [
          element("b", row.enterprise ? {} : { class: "none" }, row.enterprise || (row.failure ? "" : words.nobody)),
          row.creditCode ? element("small", { class: "code" }, row.creditCode) : null],
      },
      { sorts: ["product"], draw: (row) => row.product },
      {
        sorts: ["verdict"], draw: (row) => [
          badge(row),
          hasPriority(row) ? element("span", { class: "chip" }, words.priority) : null,
          contestsOf(row).length > 0
            ? element("span", { class: "chip contested" }, words.contested + words.colon + contestsOf(row).length) : null],
      },
      {
        sorts: ["reasons", "gap"], draw: (row) => [
          row.failureSentence ? element("p", {}, row.failureSentence) : null,
          row.unmet.map((entry) => element(
            "p", { class: "unmet" }, "✗ " + titles.get(entry.criterion) + " ", gapWritten(entry))),
          row.undetermined.length > 0 ? element("p", { class: "open" }, "? "
            + listed(row.undetermined.slice(0, 4).map(({ criterion }) => titles.get(criterion)))) : null,
          unlisted(row.undetermined.length - 4)],
      },
      {
        sorts: ["toVerify"], draw: (row) => [
          doubts(row.factsToVerify, 2), unlisted(row.noticeCount - Math.min(2, row.factsToVerify.length))],
      },
      {
        sorts: ["faults", "indicators", "material"], draw: (row) => ["faults", "indicators", "material"]
          .filter((name) => values[name](row) > 0).map((name) => element(
            "p", {}, element("small", {}, words[name] + words.colon), element("b", {}, String(values[name](row))))),
      },
      {
        sorts: ["file", "bureau"], draw: (row) => [
          element("small", { class: "code" }, place(row)), row.bureauName ? element("small", {}, row.bureauName) : null],
      },
      {
        sorts: ["mark"], draw: (row) => [
          marker(row), noted(row)],
      },
    ];

    const opener = (row) => {
      const isOpen = state.open === String(row.number);
      const node = button({
        class: "opener", "aria-expanded": isOpen,
        "aria-label": filled(isOpen ? words.close : words.open, { name: row.number + " " + nameOfRow(row) }),
      }, String(row.number), () => set({ open: isOpen ? "" : String(row.number) }, row));
      return node;
    };

    const lines = (row) => {
      const line = element(
        "tr", { class: "row", "data-verdict": verdictOf(row), "data-number": row.number },
        columns.map(({ sorts: [name], draw }) => element(
          name === "enterprise" ? "th" : "td", {
            class: "at-" + name, "data-label": words[name], ...(name === "enterprise" ? { scope: "row" } : {}),
          }, draw(row))));
      return state.open === String(row.number)
        ? [line, element("tr", { class: "detail" }, element("td", { colspan: columns.length }, detail(row)))] : [line];
    };

    // MARK: What an opened row shows

    const group = (title, ...entries) => {
      const all = entries.flat().filter((entry) => entry);
      return all.length === 0 ? null : element("div", {}, element("dt", {}, title), all.map((entry) => element("dd", {}, entry)));
    };
    const toDo = (text) => text ? element("span", { class: "to-do" }, " → " + text) : null;

    const detail = (row) => {
      const finding = (entry) => [
        element("b", {}, titles.get(entry.criterion)), " ", entry.sentence, " ", gapWritten(entry), toDo(entry.toDo)];
      const title = (id) => titles.get(id);
      const remark = element("input", {
        type: "text", value: notes.of(row).remark ?? "", "aria-label": words.remark + words.colon + nameOfRow(row),
        autocomplete: "off", maxlength: 2000,
      });
      remark.addEventListener("change", () => note(row, { remark: remark.value.trim() }));
      return [
        element("dl", {},
          group(words.unreadable, row.failureSentence),
          group(words.contradictions, contestsOf(row).map((index) => [
            link({ ...defaults, contested: String(index + 1) }, contradictions[index].name), " ",
            contradictions[index].sentence])),
          group(words.conditionsUnmet, row.unmet.map(finding)), group(words.conditionsOpen, row.undetermined.map(finding)),
          group(words.faultsOfFile, row.faults.map((fault) => [
            element("span", { class: "code" },
              [fault.line ? fault.line + ":" + fault.column : "", fault.pointer].filter((part) => part).join(" ") + " "),
            fault.sentence,
            fault.earlier ? filled(words.firstAt, { place: fault.earlier.line + ":" + fault.earlier.column }) : "",
            toDo(fault.mend)]), unlisted(row.faultCount - row.faults.length)),
          group(words.toVerify, row.factsToVerify.map((fact) => [doubts([fact], 1), toDo(fact.mend)]),
            unlisted(row.noticesNotListed ?? 0)),
          group(words.indicatorsUnmet, listed(row.indicatorsUnmet.map(title))),
          group(words.noMaterial, listed(row.judgementsWithoutMaterial.map(title))),
          group(words.file, element("span", { class: "code" }, row.source + (row.line === null ? "" : ":" + row.line))),
          group(words.remark + words.colon + words.remarkHint, remark)),
        details(row, rows.indexOf(row)),
      ];
    };

    // MARK: Controls

    const controls = new Map();
    const control = (name, node, title) => {
      controls.set(name, node);
      node.addEventListener("input", () => set({ [name]: node.type === "checkbox" ? (node.checked ? "1" : "") : node.value }));
      return node.type === "checkbox" ? element("label", { class: "check" }, node, element("span", {}, title))
        : element("label", { class: "choice " + name }, element("span", {}, title), node);
    };
    const options = (entries) => entries.map(([value, text]) => element("option", { value }, text));
    const choice = (name, title, entries) =>
      control(name, element("select", {}, options([["", words.any], ...entries])), title);

    const counts = new Map(verdicts.map((verdict) => [verdict, 0]));
    const bureaus = new Map();
    const named = new Set();
    const gather = remembering((list) => criteriaOf(list).forEach((criterion) => named.add(criterion)));
    let [withFaults, withPriority] = [0, 0];
    for (const row of rows) {
      counts.set(verdictOf(row), counts.get(verdictOf(row)) + 1);
      bureaus.set(row.bureau ?? "-", row.bureauName ?? words.nobody);
      for (const list of [row.unmet, row.undetermined, row.indicatorsUnmet, row.judgementsWithoutMaterial,
        row.factsToVerify]) gather(list);
      withFaults += row.faultCount > 0;
      withPriority += hasPriority(row);
    }
    const byRole = Object.entries(words.roles).map(([role, name]) => [name, totals.criteria.filter(
      (entry) => entry.role === role && named.has(entry.criterion))]).filter(([, list]) => list.length > 0);

    const tally = ["", ...verdicts].map((verdict) => button(
      { class: "count " + (verdict || "all"), "data-verdict": verdict }, [
        element("b", {}, String(verdict ? counts.get(verdict) : rows.length)), " ",
        verdict === "" ? words.all : words.verdicts[verdict] ?? words.unreadable,
      ], () => set({ verdict })));

    // Of those that are eligible, how many have priority and how many others contradict.
    const parts = [["priority", "1", totals.eligibleWithPriority], ["contested", "any", totals.eligibleContested]]
      .filter(([, , count]) => count > 0 && counts.get("eligible") > 0).map(([name, value, count]) => button(
        { class: "count", "data-part": name }, [
          element("b", {}, String(count)), " ", words.verdicts.eligible + words.comma + words[name],
        ], () => set({ verdict: "eligible", priority: "", contested: "", [name]: value })));

    const search = element("input", { type: "search", placeholder: words.searchHint, autocomplete: "off", spellcheck: "false" });
    const box = (name, title, count) => count > 0
      ? control(name, element("input", { type: "checkbox" }), title + " " + count) : null;
    const criterionField = choice("criterion", words.criterion, []);
    controls.get("criterion").append(...byRole.map(([name, list]) => element(
      "optgroup", { label: name }, options(list.map(({ criterion, title }) => [criterion, title])))));
    const hasBureaus = bureaus.size > 1 || !bureaus.has("-");
    const fields = element(
      "div", { class: "filters", role: "search" },
      control("q", search, words.search), criterionField,
      choice("outcome", words.outcome, [
        ["unmet", words.outcomes.unmet], ["undetermined", words.outcomes.undetermined], ["verify", words.toVerify]]),
      rows.some(({ noticeCount }) => noticeCount > 0) ? choice("verify", words.toVerify, [
        ["any", words.some], ["criterion", words.aboutCriteria], ["rest", words.aboutRest]]) : null,
      contradictions.length > 0 ? choice("contested", words.contradictions, [
        ["any", words.contested + " " + concerning.size],
        ...contradictions.slice(0, 200).map(({ name }, index) => [String(index + 1), index + 1 + " " + name])]) : null,
      hasBureaus ? choice("bureau", words.bureau, Array.from(bureaus)) : null,
      choice("mark", words.mark, [["any", words.marked], ...marks.map((mark) => [mark, noteName(mark)]), ["none", words.markNone]]),
      box("faults", words.faults, withFaults), box("priority", words.priority, withPriority));

    // MARK: The list

    const told = element("p", { class: "reservation", role: "status", hidden: "" }, words.notKept);
    const counter = element("output", { "aria-live": "polite", class: "counter" });
    const range = element("span", { class: "range" });
    const [previous, next] = [[-1, words.previous], [1, words.next]].map(([step, title]) => button(
      { class: "step" }, title, () => {
        set({ page: String(Number(state.page) + step), open: "" });
        table.scrollIntoView();
      }));
    const printed = element("p", { class: "printed" });
    const body = element("tbody", {});
    const nothing = element("p", { class: "note", hidden: "" }, words.nothing);

    const heads = columns.map(({ sorts }) => element(
      "th", { scope: "col", class: "at-" + sorts[0] }, sorts.map((sort) => button({ "data-sort": sort }, words[sort], () => set({
        sort, down: state.sort === sort && !state.down ? "1" : "",
      })))));
    const table = element(
      "table", { class: "applications" }, element("caption", { class: "unseen" }, words.title),
      element("thead", {}, element("tr", {}, heads)), body);

    let [order, orderedBy, matching] = [null, null, []];

    const put = (indices) => body.replaceChildren(...Array.from(indices).flatMap((index) => lines(rows[index])));

    const page = () => {
      const last = Math.max(1, Math.ceil(matching.length / pageSize));
      state.page = String(Math.min(Math.max(1, Math.trunc(Number(state.page)) || 1), last));
      const first = (Number(state.page) - 1) * pageSize;
      put(matching.slice(first, first + pageSize));
      counter.textContent = filled(words.counter, { shown: matching.length, total: rows.length });
      range.textContent = last > 1
        ? filled(words.page, { first: first + 1, last: Math.min(first + pageSize, matching.length) }) : "";
      previous.hidden = next.hidden = last === 1;
      previous.disabled = first === 0;
      next.disabled = Number(state.page) === last;
      nothing.hidden = matching.length > 0;
    };

    /** What is filtered, in words, for paper. */
    const filtersInWords = () => filters.filter((name) => state[name] && (controls.has(name) || name === "verdict")).map((name) => {
      if (name === "verdict") return words.verdicts[state.verdict] ?? words.unreadable;
      const node = controls.get(name);
      if (node.type === "checkbox") return words[name];
      const text = node.selectedOptions ? node.selectedOptions[0]?.textContent ?? "" : node.value;
      return node.closest("label").firstChild.textContent + words.colon + text;
    });

    const update = () => {
      const by = [state.sort, state.down, state.sort === "gap" ? state.criterion : "", state.sort === "mark" ? {} : ""];
      if (!orderedBy || by.some((part, index) => part !== orderedBy[index])) order = ordered();
      orderedBy = by;
      const isMatch = matches();
      matching = Array.from(order.filter(isMatch));
      for (const node of tally) node.setAttribute("aria-pressed", String(node.dataset.verdict === state.verdict));
      for (const node of parts) {
        node.setAttribute("aria-pressed", String(state.verdict === "eligible" && state[node.dataset.part] !== ""));
      }
      for (const [name, node] of controls) {
        if (node.type === "checkbox") node.checked = state[name] !== "";
        else if (node.value !== state[name]) node.value = state[name];
      }
      for (const head of heads) head.removeAttribute("aria-sort");
      for (const node of table.tHead.querySelectorAll("button")) {
        const isSorting = node.dataset.sort === state.sort;
        node.classList.toggle("sorting", isSorting);
        node.classList.toggle("down", isSorting && state.down !== "");
        if (isSorting) node.parentNode.setAttribute("aria-sort", state.down ? "descending" : "ascending");
      }
      const inWords = filtersInWords();
      printed.textContent = inWords.length > 0 ? filled(words.printed, { filters: inWords.join(words.comma) }) : "";
      reset.hidden = inWords.length === 0;
      page();
    };

    const write = () => {
      const changed = Object.entries(state).filter(([name, value]) => name in defaults && value !== defaults[name]);
      address.write(new URLSearchParams(changed).toString());
    };

    /** Changes the state; a row that is given has the focus again. */
    const set = (changes, row) => {
      if (!("page" in changes) && !("open" in changes)) state.page = "1";
      Object.assign(state, changes);
      write();
      if (Object.keys(changes).every((name) => name === "open")) page();
      else update();
      if (row) body.querySelector(`[data-number="${row.number}"] .opener`)?.focus();
    };

    /** Shows a row, open, with all others where it is not among those listed. */
    const show = (row) => {
      const index = rows.indexOf(row);
      if (!matching.includes(index)) Object.assign(state, defaults, { sort: state.sort, down: state.down });
      update();
      set({ open: String(row.number), page: String(Math.floor(matching.indexOf(index) / pageSize) + 1) }, row);
      update();
      const node = body.querySelector(`[data-number="${row.number}"]`);
      node.scrollIntoView();
      node.querySelector(".opener").focus({ preventScroll: true });
    };

    const note = (row, change) => {
      notes.set(row, change);
      told.hidden = notes.isKept();
      const line = body.querySelector(`[data-number="${row.number}"]`);
      // The control that has the focus stays.
      const cell = line?.querySelector(".at-mark");
      cell?.querySelector(".noted").replaceWith(noted(row));
    };

    const link = (changes, title) => button({ class: "link" }, title, () => {
      set({ ...defaults, ...changes });
      table.scrollIntoView();
      search.focus({ preventScroll: true });
    });

    // MARK: Export and paper

    const findings = (list) => list.map((entry) => titles.get(entry.criterion)
      + (entry.gapWritten ? " (" + filled(words.lacking, { gap: entry.gapWritten }) + ")" : "")).join("; ");
    const exported = [
      [words.number, (row) => row.number], [words.verdict, (row) => row.verdictSentence ?? words.unreadable],
      [words.enterprise, (row) => row.enterprise], [words.creditCode, (row) => row.creditCode],
      [words.product, (row) => row.product], [words.bureau, (row) => row.bureauName],
      [words.file, (row) => row.source], [words.line, (row) => row.line ?? ""],
      [words.conditionsUnmet, (row) => findings(row.unmet)], [words.conditionsOpen, (row) => findings(row.undetermined)],
      [words.toVerify, (row) => row.factsToVerify.map(({ sentence }) => sentence).join("; ")],
      [words.contradictions, (row) => contestsOf(row).map((index) => contradictions[index].name).join("; ")],
      [words.indicatorsUnmet, (row) => row.indicatorsUnmet.map((id) => titles.get(id)).join("; ")],
      [words.noMaterial, (row) => row.judgementsWithoutMaterial.map((id) => titles.get(id)).join("; ")],
      [words.priority, (row) => hasPriority(row) ? words.priority : ""], [words.faults, (row) => row.faultCount],
      [words.mark, (row) => notes.of(row).mark ? noteName(notes.of(row).mark) : ""],
      [words.remark, (row) => notes.of(row).remark],
    ];
    const csv = () => "\uFEFF" + [exported.map(([title]) => title), ...matching.map(
      (index) => exported.map(([, value]) => value(rows[index])))].map(
      (record) => record.map(cell).join(",") + "\r\n").join("");
    const reset = button({ hidden: "" }, words.reset, () => {
      set(Object.fromEntries(filters.map((name) => [name, ""])));
      search.focus();
    });
    const keep = button({}, words.export, () => save(
      words.tag === "en" ? "screening-with-marks.csv" : "一览-含标记.csv", csv()));

    // Paper gets all that match, up to what a browser can lay out.
    const cut = element("p", { class: "printed", hidden: "" }, filled(words.printCut, { count: mostPrinted }));
    addEventListener("beforeprint", () => {
      if (!view.isConnected) return;
      cut.hidden = matching.length <= mostPrinted;
      put(matching.slice(0, mostPrinted));
    });
    addEventListener("afterprint", page);

    // MARK: What is said of all

    const drawing = (parts, whole) => {
      const node = document.createElementNS(svg, "svg");
      const attributes = { class: "share", viewBox: `0 0 ${Math.max(whole, 1)} 1`, preserveAspectRatio: "none", "aria-hidden": "true" };
      for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
      let start = 0;
      for (const [name, width] of parts) {
        const part = document.createElementNS(svg, "rect");
        for (const [key, value] of Object.entries({ class: name, x: start, width, height: 1 })) part.setAttribute(key, value);
        node.append(part);
        start += width;
      }
      return node;
    };

    const obstacles = () => {
      const all = Object.entries(words.roles).map(([role, name]) => {
        const list = totals.criteria.filter((entry) => entry.role === role).map((entry) => ({
          ...entry, unmet: entry.outcomes.unmet, open: role === "indicator" ? 0 : entry.outcomes.undetermined,
        })).filter(({ unmet, open }) => unmet + open > 0).sort((a, b) => b.unmet - a.unmet || b.open - a.open);
        return list.length === 0 || role === "preference" || role === "bonus" ? null : [
          element("h3", {}, name), element("ul", { class: "shares" }, list.map(({ criterion, title, unmet, open }) => element(
            "li", {}, link({ criterion }, title), " ", element("span", { class: "figure" }, role === "judgement"
              ? filled(words.withoutMaterial, { count: open })
              : [[unmet, words.outcomes.unmet], [open, words.outcomes.undetermined]].filter(([count]) => count > 0)
                .map(([count, name]) => name + " " + count).join(words.comma)),
            drawing([["unmet", unmet], ["open", open]], totals.applications)))),
        ];
      }).filter((part) => part);
      return all.length > 0 ? all : element("p", {}, words.noObstacle);
    };

    const nearest = () => totals.criteria.filter(({ nearestMisses }) => nearestMisses.length > 0).map(
      ({ title, nearestMisses }) => [element("h3", {}, title), element("ul", { class: "shares" }, nearestMisses.map((miss) => {
        const row = rows.find(({ source, line }) => source === miss.source && line === miss.line);
        const name = miss.enterprise || place(miss);
        return element("li", {}, row ? button({ class: "link" }, row.number + " " + name, () => show(row)) : name, " ",
          element("span", { class: "figure" }, filled(words.lacking, { gap: miss.gapWritten })));
      }))]);

    const contest = (entry, index) => element(
      "li", {}, link({ contested: String(index + 1) }, entry.name), element("p", {}, entry.sentence),
      entry.mend ? element("p", { class: "to-do" }, "→ " + entry.mend) : null,
      element("ul", { class: "concerned" }, entry.applications.slice(0, mostListed).map((application) => {
        const row = byNumber.get(application.number);
        return element("li", {}, row
          ? button({ class: "link" }, row.number + " " + nameOfRow(row), () => show(row)) : application.number + " ", " ",
        element("small", { class: "code" }, place(application)));
      })), unlisted(entry.applications.length - mostListed));

    /** A part that is drawn when somebody opens it. */
    const part = (name, title, content) => {
      const node = element("details", { class: name }, element("summary", {}, title));
      node.addEventListener("toggle", () => {
        if (node.open && node.children.length === 1) node.append(element("div", {}, content()));
      });
      return node;
    };

    const view = element(
      "div", { class: "screening" },
      element("div", { class: "tally", role: "group", "aria-label": words.verdict }, tally, parts),
      fields, told, printed, cut,
      element("div", { class: "pages" }, counter, range, previous, next, reset, keep),
      table, nothing,
      contradictions.length > 0 ? part("contests", words.contradictions + " " + contradictions.length, () => [
        element("p", { class: "note" }, words.contestedHow),
        element("ol", {}, contradictions.slice(0, 500).map(contest)), unlisted(contradictions.length - 500)]) : null,
      report.passedOver.length > 0 ? part("others", words.passedOver + " " + report.passedOver.length, () => [
        element("ul", {}, report.passedOver.slice(0, 500).map(({ source, sentence }) => element(
          "li", {}, element("span", { class: "code" }, source), " ", sentence))),
        unlisted(report.passedOver.length - 500)]) : null,
      part("obstacles", words.criteria, obstacles),
      totals.criteria.some(({ nearestMisses }) => nearestMisses.length > 0) ? part("nearest", words.nearest, nearest) : null);

    table.addEventListener("click", (event) => {
      const line = event.target.closest("tr.row");
      // Who marks a name or code in order to copy it does not want the row to open.
      if (line === null || event.target.closest("button, select, a, input") || !getSelection().isCollapsed) return;
      line.querySelector(".opener").click();
    });

    /** Takes the state from the address, and shows the page on which the opened row is. */
    const restore = () => {
      Object.assign(state, defaults, Object.fromEntries(new URLSearchParams(address.read())));
      update();
      const place = matching.indexOf(rows.indexOf(byNumber.get(Number(state.open))));
      if (place < 0) return;
      state.page = String(Math.floor(place / pageSize) + 1);
      page();
    };
    address.changed?.(restore);
    restore();
    told.hidden = notes.isKept();

    // Later answers take no longer than those on small batches, where time before them was free.
    const ahead = [() => rows.forEach((_, index) => textOf(index)),
      ...["enterprise", "product", "file", "bureau", "gap"].map((sort) => () => ranks(sort))];
    const prepare = () => {
      ahead.shift()?.();
      if (ahead.length > 0) setTimeout(prepare, 50);
    };
    if (rows.length > 5000) setTimeout(prepare, 200);
    return view;
  };

  return { draw };
})();
