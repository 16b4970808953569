// Draws JSON plans as a document, with the parts of reports.
const JlcheckPlan = (() => {
  "use strict";

  const {
    box, code, dates, element, facts, faults, filled, more, name, outcome, paragraph, place, rules,
    section, shown,
  } = JlcheckReport.parts;

  const listed = 100;

  const edits = (list, words) => [
    element("ul", { class: "edits" }, list.slice(0, listed).map(
      (edit) => element("li", {}, element("code", {}, edit.written)))),
    more(list.length - listed, words),
  ];

  const way = (entry, words) => words.wayBases[entry.basis] + words.colon + entry.sentence;

  const tried = (plan, words) => plan.tried.length === 0 ? null
    : section("tried", words.planTried, edits(plan.tried, words));

  const round = (entry, id, title, words) => entry === null ? null : section(
    id, [title, words.colon, filled(words.planFiling, {
      year: entry.applicationYear, date: entry.filingDate,
    })],
    entry.steps.length === 0 ? null : element(
      "ul", { class: "checklist steps" }, entry.steps.map((step) => element(
        "li", {}, box(false, [
          element("b", {}, step.title), words.colon, way(step, words)])))),
    entry.assumptions.length === 0 ? null : [
      element("h4", {}, words.planAssumed),
      element("ul", { class: "assumptions" }, entry.assumptions.map(
        (assumption) => element("li", {}, assumption.sentence)))],
    entry.notices.length === 0 ? null : [
      element("h4", {}, words.planNotices),
      element("ul", { class: "doubtful" }, entry.notices.map(
        (notice) => element("li", {}, notice.sentence)))],
    entry.edits.length === 0 ? null
      : [element("h4", {}, words.planEdits), edits(entry.edits, words)]);

  const missing = (entry, plan, words) => element("ul", {}, entry.missing.map((fact) => element(
    "li", {}, fact.label, " ", element("small", { class: "code" }, fact.pointer),
    fact.line ? element("small", { class: "code" }, " ", place(plan, fact)) : null)));

  const ways = (entry, plan, words) => {
    if (entry.ways.length > 0) {
      return entry.ways.map((dated) => [
        filled(words.planRound, { year: dated.applicationYear }),
        way(dated, words)
          + (dated.isLate ? filled(words.planNotBefore, { date: dated.filingDate }) : "")]);
    }
    if (plan.firstRound === null) return [];
    return [["—", entry.missing.length > 0 ? words.planOnceFilledIn
      : filled(words.planNever, { first: plan.firstRound, last: plan.lastRound })]];
  };

  const open = (plan, words) => plan.open.length === 0 ? null : section(
    "open", words.planOpen, plan.open.map((entry) => element(
      "div", { class: "matter" },
      element("h4", {}, entry.title, " ", element("small", {}, entry.clauses.join(words.clauseComma))),
      facts("sheet", [
        [outcome(entry, words), [
          paragraph(entry.sentence),
          entry.toDo ? paragraph("→ " + entry.toDo, "to-do") : null]],
        ...entry.missing.length === 0 ? [] : [[
          words.planFillIn,
          [missing(entry, plan, words), more(entry.missingNotListed ?? 0, words)]]],
        ...ways(entry, plan, words),
      ]))));

  const head = (plan, words) => facts("facts", [
    [words.enterprise, [
      plan.today.enterprise ?? words.notGiven,
      plan.today.creditCode ? code(" " + plan.today.creditCode) : ""]],
    [words.product, plan.today.product ?? words.notGiven],
    [words.planNow, [
      element("b", {}, plan.today.verdictSentence), words.comma, dates(plan.today, words)]],
    [words.file, code(plan.source)],
  ]);

  const record = (plan, words) => section("record", words.record, facts("facts record", [
    [words.program, plan.program],
    [words.rules, rules(plan, words, { title: plan.rulebookTitle })],
    [words.file, code(plan.source)],
    [words.digest, code(plan.sha256)],
    [words.commandLine, element("code", {}, plan.commandLine)],
  ]));

  return {
    /** The heading of the page. */
    heading: (plan, words) => words.plan,

    /** What the window is called. */
    title: (plan, words) => shown(plan.headline + words.comma + name(plan.today, words)),

    /** The plan: what it comes to, the rounds, and the conditions in the way. */
    draw: (plan, words) => element(
      "article", { id: "r1", "aria-labelledby": "name" },
      element("h2", { id: "name" }, name(plan.today, words)),
      element(
        "section", {
          class: "verdict", "data-verdict": plan.exitStatus === 0 ? "eligible" : "undetermined",
        },
        element("h3", {}, plan.headline), paragraph(plan.meaning)),
      head(plan, words), tried(plan, words), faults(plan, words, ""),
      plan.open.length === 0 ? null
        : round(plan.earliest, "earliest", words.planEarliest, words),
      round(plan.otherwise, "otherwise", words.planOtherwise, words),
      round(plan.withoutBlocking, "others", words.planWithoutBlocking, words),
      open(plan, words), record(plan, words)),
  };
})();
