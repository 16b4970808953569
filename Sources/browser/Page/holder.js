// Shows how a title stands and what is owed for it, as `status` gives it, above the form of its history.
const Holder = (() => {
  "use strict";

  const { element, filled, paragraph } = JlcheckReport.parts;
  const { button, saves } = Fields;

  /** What `status` says of a history, as the form shows what is said of an application. */
  const reportOf = (title, { criteria }) => {
    const missing = title.missing.map((fact) => ({ ...fact, criteria: fact.duties }));
    return {
      ...title, missing,
      // Every fact that is missing is asked for first: a date may follow from it however the title stands.
      verdict: "undetermined",
      decidedBy: title.duties.map(({ duty }) => duty),
      faults: title.faults.map((fault) => ({
        ...fault, reason: { id: fault.reason, values: fault.meant ? { meant: { value: fault.meant } } : {} },
      })),
      notices: title.notices.map((notice) => ({
        ...notice, places: notice.pointer === null ? [] : [{ pointer: notice.pointer }],
      })),
      noticeCount: title.notices.length,
      findings: title.duties.map((duty) => ({
        ...duty, criterion: duty.duty, role: "condition", clauses: [duty.clause], toDo: duty.mend,
        places: title.dates.filter((date) => date.duty === duty.duty && date.pointer !== null).slice(0, 1),
        rule: criteria.find(({ id }) => id === duty.duty)?.rule[title.language] ?? duty.sentence,
        reason: { id: duty.reason },
        missing: missing.filter(({ duties }) => duties.includes(duty.duty)),
      })),
    };
  };

  /** What `status` says of the history that a file holds. */
  const status = async (name, content, catalogue) => {
    const { titles: [title], language } = await Ask.json(["status", "--", name], { [name]: content });
    if (title.unreadable) throw new Error(title.unreadable);
    return reportOf({ ...title, language }, catalogue);
  };

  const today = () => {
    const now = new Date();
    return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map(
      (part) => String(part).padStart(2, "0")).join("-");
  };

  /** The faults of a file that the form cannot show. */
  const faults = (report, names) => element(
    "ul", {}, report.faults.map(({ line, column, sentence, mend }) => element(
      "li", {}, [line, column].filter((number) => number !== null).join(":") + " ", sentence,
      mend ? element("span", { class: "to-do" }, names.comma + mend) : null)));

  /** How it stands, with what is late or open; and as which of the verdicts it is coloured. */
  const standing = ({ standing: state, standingName, dates }, words, names) => {
    const [late, open] = ["late", "open"].map((name) => dates.filter(({ state }) => state === name).length);
    const isOver = ["ended", "revoked", "barred", "reviewRightLost"].includes(state);
    return {
      says: [standingName, late > 0 ? filled(words.lateCount, { count: late }) : "",
        open > 0 ? filled(words.openCount, { count: open }) : ""].filter((part) => part).join(names.comma),
      colour: isOver || late > 0 ? "ineligible" : state === "undetermined" || open > 0 ? "undetermined" : "eligible",
    };
  };

  /** What is late or open first, then what is to come, then what is done. */
  const sorted = ({ dates }) => {
    const inState = (...states) => dates.filter(({ state }) => states.includes(state));
    return { outstanding: inState("late", "open"), upcoming: inState("upcoming"), done: inState("done", "doneLate") };
  };

  /** The timeline; `file` gives the history's name and text, and `form` is where it is filled in. */
  const create = ({ form, file, words, names }) => {
    const says = element("p", { class: "note", role: "status" });
    const asOfToday = button(
      filled(words.asOfToday, { date: today() }), () => form.put("/asOf", today()), { hidden: "" });
    const save = [["ics", words.calendar, "ics", "text/calendar"], ...Ask.formats].map(
      ([format, title, ending, type]) => button(title, async () => {
        const { name: source, text } = file();
        const { output } = await Ask.run(["status", "--format", format, "--", source], { [source]: text });
        if (output.length === 0) return says.replaceChildren(words.noCalendar);
        const base = source.replace(/\.json$/i, "");
        const name = base + (format === "ics" ? "" : "-" + words.statusName) + "." + ending;
        Ask.save(name, output, type);
        says.replaceChildren(filled(words.saved, { name }));
      }, format === "ics" ? { class: "main" } : {}));
    const list = element("div", {});
    let painted = null;

    const entry = (date) => element(
      "li", { "data-state": date.state },
      element("p", {}, element("time", {}, date.by), " ", element("b", {}, date.stateName), " ",
        date.pointer === null ? date.title : form.link(date.pointer, date.title),
        element("small", { class: "clause" }, [date.clause, words.parties[date.owedBy]].filter(
          (part) => part).join(names.comma))),
      paragraph(form.inForm(date.sentence)),
      date.mend && date.state !== "done" && date.state !== "doneLate"
        ? paragraph("→ " + form.inForm(date.mend), "to-do") : null);

    const section = (title, dates) => dates.length === 0 ? [] : [
      element("h3", {}, title), element("ul", { class: "dates" }, dates.map(entry))];

    /** Shows the dates, changing nothing while they are the same: somebody may be at a link. */
    const show = (report) => {
      asOfToday.hidden = report.asOf === today();
      const key = JSON.stringify(report.dates);
      if (key === painted) return;
      painted = key;
      // What was saved is what stood there before.
      says.replaceChildren();
      const { outstanding, upcoming, done } = sorted(report);
      const isOpen = list.querySelector("details")?.open;
      list.replaceChildren(
        ...section(words.lateOrOpen, outstanding), ...section(words.toCome, upcoming),
        ...(done.length === 0 ? [] : [element(
          "details", isOpen ? { open: "" } : {}, element("summary", {}, filled(words.done, { count: done.length })),
          element("ul", { class: "dates" }, done.map(entry)))]));
    };

    return {
      element: element(
        "section", { class: "timeline", "aria-label": words.timeline },
        element("div", { class: "tools" }, asOfToday, saves(words.save + names.colon, save)), says, list),
      show,
    };
  };

  return { status, create, faults, standing, sorted };
})();
