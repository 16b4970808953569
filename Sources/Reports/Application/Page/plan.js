// Draws JSON plans as a document, with the parts of reports.
const JlcheckPlan = (() => {
  "use strict";

  const {
    box, code, dates, element, facts, faults, filled, more, name, outcome, paragraph, place, rules,
    section, shown,
  } = JlcheckReport.parts;

  const listed = 100;

  const editList = (list, content) => element(
    "ul", { class: "edits" }, list.slice(0, listed).map((edit) => element("li", {}, content(edit))));
  const folded = (title, content) => element("details", {}, element("summary", {}, title), content);

  /** What to change in the file; for a form, what to change there, and the file's on demand. */
  const edits = (list, words, form) => {
    const written = editList(list, (edit) => element("code", {}, edit.written));
    return [
      form ? editList(list, form.edit) : written, more(list.length - listed, words),
      form ? folded(form.inFile, written) : null];
  };

  const way = (entry, words) => words.wayBases[entry.basis] + words.colon + entry.sentence;

  const tried = (plan, words, form) => plan.tried.length === 0 ? null
    : section("tried", words.planTried, edits(plan.tried, words, form));

  const round = (entry, id, title, words, form) => entry === null ? null : section(
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
      : [element("h4", {}, form?.edits ?? words.planEdits), edits(entry.edits, words, form)]);

  const missing = (entry, plan, form) => element("ul", {}, entry.missing.map((fact) => element(
    "li", {}, fact.label, form ? null : [" ", element("small", { class: "code" }, fact.pointer)],
    fact.line && !form ? element("small", { class: "code" }, " ", place(plan, fact)) : null)));

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

  const open = (plan, words, form) => plan.open.length === 0 ? null : section(
    "open", words.planOpen, plan.open.map((entry) => element(
      "div", { class: "matter" },
      element("h4", {}, entry.title, " ", element("small", {}, entry.clauses.join(words.clauseComma))),
      facts("sheet", [
        [outcome(entry, words), [
          paragraph(entry.sentence),
          entry.toDo ? paragraph("→ " + entry.toDo, "to-do") : null]],
        ...entry.missing.length === 0 ? [] : [[
          words.planFillIn,
          [missing(entry, plan, form), more(entry.missingNotListed ?? 0, words)]]],
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

  const record = (plan, words, form) => {
    const entries = facts("facts record", [
      [words.program, plan.program],
      [words.rules, rules(plan, words, { title: plan.rulebookTitle })],
      [words.file, code(plan.source)],
      [words.digest, code(plan.sha256)],
      [words.commandLine, element("code", {}, plan.commandLine)],
    ]);
    return form ? element("section", {}, folded(words.record, entries)) : section("record", words.record, entries);
  };

  return {
    /** The heading of the page. */
    heading: (plan, words) => words.plan,

    /** What the window is called. */
    title: (plan, words) => shown(plan.headline + words.comma + name(plan.today, words)),

    /**
     * The plan: what it comes to, the rounds, and the conditions in the way. Of an application that stands in a form,
     * `form` says how its title shows what is tried, and what an edit is there.
     */
    draw: (plan, words, form = null) => element(
      "article", { id: "r1", "aria-labelledby": "name" },
      element("h2", { id: "name" }, name(plan.today, words)),
      element(
        "section", {
          class: "verdict", "data-verdict": plan.exitStatus === 0 ? "eligible" : "undetermined",
        },
        element("h3", {}, plan.headline, plan.tried.length > 0 ? form?.tried : null), paragraph(plan.meaning)),
      head(plan, words), tried(plan, words, form), faults(plan, words, ""),
      plan.open.length === 0 ? null
        : round(plan.earliest, "earliest", words.planEarliest, words, form),
      round(plan.otherwise, "otherwise", words.planOtherwise, words, form),
      round(plan.withoutBlocking, "others", words.planWithoutBlocking, words, form),
      open(plan, words, form), record(plan, words, form)),
  };
})();
