// Draws JSON reports as a document: functions of the report's object and the words of its language that
// give nodes. They judge nothing and compute nothing but the lengths of bars.
const JlcheckReport = (() => {
  "use strict";

  const svg = "http://www.w3.org/2000/svg";
  const marks = { met: "✓", unmet: "✗", undetermined: "?", notApplicable: "–", forReview: "○" };

  // MARK: Nodes

  /** A text with everything escaped that would hide, reorder or move other characters. */
  const shown = (text) => String(text).replace(
    /((?<=[^\s\p{C}\p{VS}])\p{VS})|[\p{C}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu,
    (sign, selector) => {
      // What chooses a form of the visible character before it stays.
      if (selector) return selector;
      const code = sign.codePointAt(0);
      // Characters that stand for the bytes of a file's name.
      const byte = code - 0x10FE00;
      if (byte >= 0x80 && byte <= 0xFF) return "\\x" + byte.toString(16).toUpperCase();
      return { "\n": "\\n", "\r": "\\r", "\t": "\\t" }[sign]
        ?? "\\u{" + code.toString(16).toUpperCase() + "}";
    });

  /** An element with attributes and children; texts become text nodes, and nothing else ever does. */
  const element = (name, attributes = {}, ...children) => {
    const node = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, shown(value));
    for (const child of children.flat(Infinity)) {
      if (child !== null && child !== undefined && child !== "") {
        node.append(child instanceof Node ? child : shown(child));
      }
    }
    return node;
  };

  const shape = (name, attributes) => {
    const node = document.createElementNS(svg, name);
    for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, String(value));
    return node;
  };

  const filled = (pattern, values) =>
    pattern.replace(/\{(\w+)\}/g, (hole, name) => values[name] ?? hole);

  const paragraph = (text, name) => text ? element("p", name ? { class: name } : {}, text) : null;

  const section = (id, title, ...children) => element(
    "section", {}, element("h3", { id }, title), ...children);

  // MARK: Tables

  /** A table of columns with a title each; the first cell of a row is its head. */
  const table = (name, titles, rows) => {
    const cell = (content, column) => column === 0
      ? element("th", { scope: "row", class: "first" }, content)
      : element("td", { "data-label": titles[column] }, content);
    return element(
      "table", { class: name },
      element("thead", {}, element(
        "tr", {}, titles.map((title) => element("th", { scope: "col" }, title)))),
      element("tbody", {}, rows.map((row) => element("tr", {}, row.map(cell)))));
  };

  const more = (count, words) => count > 0 ? paragraph(filled(words.more, { count }), "note") : null;

  const code = (text) => element("span", { class: "code" }, text);

  /** A box to tick, ticked already or not, and what it is for. */
  const box = (isTicked, content) => element(
    "label", {}, element("input", { type: "checkbox", ...(isTicked ? { checked: "" } : {}) }),
    element("span", {}, content));

  // MARK: Figures

  /** A number for the length of a bar, `null` where a value has no place on a scale. */
  const size = (quantity) => {
    switch (quantity.kind) {
      case "money": case "number": case "count": case "rank": case "years": case "days":
        return Number(quantity.value);
      case "ratio": return Number(quantity.numerator) / Number(quantity.denominator);
      case "date": {
        const [year, month = 1, day = 1] = quantity.value.split("-").map(Number);
        return Date.UTC(year, month - 1, day) / 864e5;
      }
      default: return null;
    }
  };

  /** A scale with the range required, its limit, and the figure as a bar. */
  const bar = (margin, filingDate, label) => {
    let [value, limit] = [size(margin.value), size(margin.threshold)];
    let isAtLeast = margin.bound !== "atMost";
    if (value === null || limit === null) return null;
    if (margin.value.kind === "date") {
      // Of dates the bar is the time from them until the application is filed: the longer, the earlier.
      const end = filingDate
        ? size({ kind: "date", value: filingDate }) : Math.max(value, limit);
      [value, limit, isAtLeast] = [end - value, end - limit, !isAtLeast];
    }
    const greatest = Math.max(value, limit, 0) * 1.15 || 1;
    const at = (number) => Math.max(0, Math.min(100, 100 * number / greatest));
    const short = size(margin.surplus) < (margin.bound === "above" ? Number.MIN_VALUE : 0);
    const drawing = shape("svg", {
      class: short ? "bar short" : "bar", viewBox: "0 0 100 12", preserveAspectRatio: "none",
      role: "img",
    });
    drawing.setAttribute("aria-label", shown(label));
    const [from, to] = isAtLeast ? [at(limit), 100] : [0, at(limit)];
    drawing.append(
      shape("rect", { class: "track", x: 0, y: 0, width: 100, height: 12 }),
      shape("rect", { class: "required", x: from, y: 0, width: to - from, height: 12 }),
      shape("rect", { class: "value", x: 0, y: 3, width: at(value), height: 6 }),
      shape("line", { class: "limit", x1: at(limit), x2: at(limit), y1: 0, y2: 12 }));
    return drawing;
  };

  const figures = (report, words, id) => {
    const rows = report.findings.flatMap((finding) => (finding.margins ?? []).map((margin) => {
      const { value, requirement, distance } = margin.written;
      const label = margin.name + words.colon + [value, requirement, distance].join(words.comma);
      return [
        [element("b", {}, margin.name), element("small", {}, finding.clauses[0])],
        bar(margin, report.filingDate, label), value, requirement, distance,
      ];
    }));
    if (rows.length === 0) return null;
    const titles = [words.figure, words.scale, words.value, words.requirement, words.distance];
    return section(
      id + "figures", words.figures, paragraph(words.figuresNote, "note"),
      table("figures", titles, rows));
  };

  // MARK: Findings

  const outcome = (finding, words) => element(
    "span", { class: "outcome " + finding.outcome },
    element("span", { "aria-hidden": "true" }, marks[finding.outcome] + " "),
    words.outcomes[finding.outcome]);

  const readings = (finding, words) => {
    const list = finding.readings ?? [];
    if (list.every((reading) => reading.outcome === list[0].outcome)) return null;
    return element(
      "ul", { class: "readings", "aria-label": words.readings }, list.map((reading) => element(
        "li", {}, reading.meaning + words.colon + words.outcomes[reading.outcome])));
  };

  const explained = (finding, words) => [
    paragraph(finding.sentence), readings(finding, words),
    finding.toDo ? paragraph("→ " + finding.toDo, "to-do") : null,
  ];

  const findings = (report, role, title, words, id) => {
    const rows = report.findings.filter((finding) => finding.role === role).map((finding) => [
      [element("b", {}, finding.title), element("small", {}, finding.clauses.join(words.clauseComma))],
      outcome(finding, words), explained(finding, words),
    ]);
    if (rows.length === 0) return null;
    return section(
      id + role, title, table("findings", [words.criterion, words.outcome, words.finding], rows));
  };

  // MARK: Verdict

  const place = (report, position) => {
    const { line, column } = position;
    return report.source + (line ? ":" + line + ":" + column : "");
  };

  const verdict = (report, words, rulebook) => {
    const deciding = report.findings.filter(
      (finding) => report.decidedBy.includes(finding.criterion));
    const part = (title, ...children) => children.some((child) => child)
      ? [element("h4", {}, title), ...children] : [];
    return element(
      "section", { class: "verdict", "data-verdict": report.verdict },
      rulebook.closed ? paragraph(rulebook.closed) : null,
      element("h3", {}, report.verdictSentence),
      paragraph(report.meaning),
      report.faultCount > 0
        ? paragraph(filled(words.faultsCount, { count: report.faultCount })) : null,
      part(words.decidedBy, deciding.length > 0 ? element(
        "ul", {}, deciding.map((finding) => element(
          "li", {}, element("b", {}, finding.title), " ",
          element("small", {}, finding.clauses[0]), explained(finding, words)))) : null),
      part(words.notices, report.notices.length > 0 ? element(
        "ul", {}, report.notices.map((notice) => element(
          "li", {}, paragraph(notice.sentence),
          notice.mend ? paragraph("→ " + notice.mend, "to-do") : null,
          notice.places.length > 0
            ? element("small", {}, place(report, notice.places[0]), " ", notice.places[0].label)
            : null))) : null, more(report.noticesNotListed, words)),
      part(words.beyond, paragraph(rulebook.beyond)));
  };

  const facts = (name, entries) => element("dl", { class: name }, entries.map(
    ([title, text]) => element("div", {}, element("dt", {}, title), element("dd", {}, text))));

  const rules = (report, words, rulebook) => [
    rulebook.title,
    filled(words.inForce, { document: report.edition.document, date: report.edition.inForce }),
    report.strictness === "indicatorsToo" ? words.indicatorsCount : "",
  ].filter((text) => text).join(words.comma);

  const dates = (report, words) => [
    filled(words.yearOfRound, { year: report.applicationYear ?? words.notGiven }),
    filled(words.filedOn, { date: report.filingDate ?? words.notGiven })
      + (report.filingDateAssumed ? words.assumed : ""),
  ].join(words.comma);

  const round = (report, words) => [
    dates(report, words), report.kindNote,
    report.bureauName ? filled(words.filedWith, { bureau: report.bureauName }) : "",
  ].filter((text) => text).join(words.comma);

  const head = (report, words, rulebook) => facts("facts", [
    [rulebook.applicantName ?? words.enterprise, [
      report.enterprise ?? words.notGiven,
      report.creditCode ? element("span", { class: "code" }, " " + report.creditCode) : ""]],
    [rulebook.objectName ?? words.product, report.product ?? words.notGiven],
    [words.round, round(report, words)],
    [words.rules, rules(report, words, rulebook)],
    [words.file, element("span", { class: "code" }, report.source)],
  ]);

  // MARK: What stands behind it

  const named = (entry, words) => entry.what
    + (entry.clause ? words.comma + entry.clause : "")
    + (entry.isNamed ? "" : words.comma + words.notNamed);

  const basis = (report, words, id) => {
    const met = report.findings.filter(
      (finding) => finding.role === "condition" && finding.outcome === "met" && finding.basis);
    if (met.length === 0) return null;
    const rows = Object.entries(words.bases).flatMap(([kind, name]) => {
      const group = met.filter((finding) => finding.basis.kind === kind);
      return group.length === 0 ? [] : [[
        [element("b", {}, name)],
        element("ul", {}, group.map((finding) => element(
          "li", {}, finding.title,
          finding.basis.documents.map((entry) => element(
            "small", {}, named(entry, words)))))),
      ]];
    });
    return section(
      id + "basis", words.basis, paragraph(words.basisNote, "note"),
      table("bases", [words.standing, words.conditions], rows));
  };

  // MARK: Missing and faulty

  const titles = (report, ids) => report.findings
    .filter((finding) => ids.includes(finding.criterion)).map((finding) => finding.title);

  const faults = (report, words, id) => report.faults.length === 0 ? null : section(
    id + "faults", words.faults, table(
      "faults", [words.place, words.problem, words.toDo], report.faults.map((fault) => [
        [element("span", { class: "code" }, place(report, fault)),
          fault.pointer ? element("small", { class: "code" }, fault.pointer) : null],
        fault.sentence, fault.mend ?? "",
      ])), more(report.faultCount - report.faults.length, words));

  const missing = (report, words, id) => section(
    id + "missing", words.missing,
    report.missing.length === 0 ? paragraph(words.missingNone) : table(
      "missing", [words.place, words.content, words.neededFor], report.missing.map((fact) => [
        [element("span", { class: "code" }, place(report, fact)),
          element("small", { class: "code" }, fact.pointer)],
        fact.label, titles(report, fact.criteria).join(words.listComma),
      ])), more(report.missingNotListed, words));

  // MARK: Review sheet

  const material = (finding, words) => {
    const submitted = finding.submitted ?? [];
    if (submitted.length === 0) return words.noMaterial;
    return submitted.flatMap(({ text, proofs }) => [
      text ? element("blockquote", {}, text) : null,
      proofs.length > 0
        ? element("ul", { class: "proofs" }, proofs.map((proof) => element("li", {}, proof))) : null,
    ]);
  };

  const review = (report, words, id) => {
    const matters = report.findings.filter(
      (finding) => finding.role === "judgement" || finding.role === "bonus");
    if (matters.length === 0) return null;
    return section(
      id + "review", words.review, paragraph(words.reviewNote, "note"),
      matters.map((finding) => element(
        "div", { class: "matter" },
        element("h4", {}, finding.title, " ", element("small", {}, finding.clauses.join(words.clauseComma))),
        facts("sheet", [
          [words.question, finding.rule],
          [words.figuresForExperts, [
            finding.outcome === "forReview" ? null : outcome(finding, words),
            explained(finding, words)]],
          [words.material, material(finding, words)],
          [words.opinion, element("span", { class: "blank" })],
        ]))));
  };

  const evidence = (report, words, id) => section(
    id + "evidence", words.evidence,
    report.evidence.length === 0 ? paragraph(words.evidenceNone) : [
      paragraph(words.evidenceNote, "note"),
      element("ul", { class: "checklist" }, report.evidence.map((request) => {
        const unlisted = (request.placesNotListed ?? 0) + (request.documentsNotListed ?? 0);
        return element("li", {}, box(request.isNamed, [
          request.what, " ", element("small", {}, filled(words.evidenceFor, {
            criteria: titles(report, request.criteria).join(words.listComma),
          })), " ", request.places.map((pointer) => element(
            "small", { class: "code" }, pointer, " ")),
          request.documents.map((name) => element("small", { class: "named" }, name)),
          unlisted > 0
            ? element("small", { class: "named" }, filled(words.more, { count: unlisted })) : null,
        ]));
      }))]);

  const record = (run, report, words, rulebook, id) => section(
    id + "record", words.record, facts("facts record", [
      [words.program, run.program],
      [words.rules, rules(report, words, rulebook)],
      [words.dates, dates(report, words)],
      [words.file, element("span", { class: "code" }, place(report, { line: null }))],
      [words.digest, element("span", { class: "code" }, report.sha256)],
      [words.commandLine, element("code", {}, run.commandLine)],
    ]));

  // MARK: Documents

  const name = (report, words) =>
    (report.enterprise ?? words.notGiven) + words.comma + (report.product ?? words.notGiven);

  const article = (run, report, words, number) => {
    const id = "r" + (number + 1) + "-";
    const rulebook = report.rulebook ?? run.rulebook;
    return element(
      "article", { id: "r" + (number + 1), "aria-labelledby": id + "name" },
      element("h2", { id: id + "name" }, name(report, words)),
      verdict(report, words, rulebook), head(report, words, rulebook),
      figures(report, words, id), findings(report, "condition", words.conditions, words, id),
      basis(report, words, id), faults(report, words, id), missing(report, words, id),
      findings(report, "formality", words.formalities, words, id),
      findings(report, "quota", words.quota, words, id),
      findings(report, "indicator", words.indicators, words, id),
      findings(report, "preference", words.preference, words, id), review(report, words, id),
      evidence(report, words, id), record(run, report, words, rulebook, id));
  };

  const contents = (run, words) => run.applications.length < 2 ? null : element(
    "nav", { "aria-label": words.contents }, element(
      "ol", { class: "contents" }, run.applications.map((report, number) => element(
        "li", { "data-verdict": report.verdict },
        element("a", { href: "#r" + (number + 1) }, name(report, words)), " ",
        element("b", {}, report.verdictSentence)))));

  /** The heading of the page. */
  const heading = (run, words) => run.applications.length === 1
    ? words.title : filled(words.titleOfMany, { count: run.applications.length });

  return {
    heading,

    /** What other documents are drawn with. */
    parts: {
      box, code, dates, element, facts, faults, filled, more, name, outcome, paragraph, place, rules,
      section, shown,
    },

    /** What the window is called. */
    title: (run, words) => shown(run.applications.length === 1
      ? run.applications[0].verdictSentence + words.comma + name(run.applications[0], words)
      : heading(run, words)),

    /** All reports of a run, one after another, with a list of them on top where there are several. */
    draw: (run, words) => {
      const all = document.createDocumentFragment();
      const list = contents(run, words);
      if (list) all.append(list);
      all.append(...run.applications.map((report, number) => article(run, report, words, number)));
      return all;
    },
  };
})();
