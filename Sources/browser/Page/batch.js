// Shows a whole batch, as `screen` gives it, as a table to sort and filter.
const Batch = (() => {
  "use strict";

  const { element, filled } = JlcheckReport.parts;
  // Laying out thousands of rows takes long.
  const firstShown = 200;
  const order = ["ineligible", "undetermined", "eligible", "unreadable"];

  const folded = (text) => text.normalize("NFKC").toLowerCase();
  const verdictOf = (row) => row.verdict ?? "unreadable";

  /**
   * The view of a JSON screening.
   *
   * @param {object} setting `screening`, `words`, `names` (the words of reports), `titles` (of criteria) and `open`,
   *   which is called with a row that a person chooses.
   */
  const draw = ({ screening, words, names, titles, open }) => {
    const { rows, totals } = screening;
    const verdictName = (verdict) => names.verdicts[verdict] ?? words.unreadable;
    let [limit, column, direction] = [firstShown, 0, 1];

    const reasons = (row) => [
      row.failureSentence,
      row.faultCount > 0 ? words.withFaults + names.colon + row.faultCount : null,
      ...[...row.unmet, ...row.undetermined].map(
        (entry) => (titles.get(entry.criterion) ?? entry.criterion) + names.colon + entry.sentence),
    ].filter((text) => text);

    const button = (row) => {
      const node = element("button", { type: "button", class: "link" }, row.enterprise ?? words.noName);
      node.addEventListener("click", () => open(row));
      return node;
    };

    const place = (row) => row.source + (row.line === null ? "" : ":" + row.line);
    const columns = [
      [words.number, (row) => row.number, (row) => String(row.number)],
      [words.enterprise, (row) => row.enterprise ?? "", (row) => [
        button(row), row.creditCode ? element("small", { class: "code" }, row.creditCode) : ""]],
      [words.product, (row) => row.product ?? "", (row) => row.product ?? ""],
      [words.verdict, (row) => order.indexOf(verdictOf(row)), (row) => [
        element("b", { class: "verdict-of " + verdictOf(row) }, row.verdictSentence ?? words.unreadable),
        row.contested?.length > 0 ? element("small", {}, words.contested) : ""]],
      [words.reasons, (row) => row.unmet.length * 1000 + row.undetermined.length, (row) => {
        const all = reasons(row);
        return [all.slice(0, 2).map((text) => element("p", {}, text)),
          all.length > 2 ? element("small", {}, filled(names.more, { count: all.length - 2 })) : ""];
      }],
      [words.file, place, (row) => element("span", { class: "code" }, place(row))],
    ];

    const found = rows.map((row) => ({
      row, text: folded([row.enterprise, row.creditCode, row.product, place(row)].join("\n")),
    }));
    const search = element("input", { type: "search", id: "batch-search", autocomplete: "off" });
    const select = element("select", { id: "batch-verdict" });
    const contested = element("input", { type: "checkbox", id: "batch-contested" });
    const counter = element("output", { "aria-live": "polite", class: "counter" });
    const body = element("tbody", {});
    const more = element("button", { type: "button", hidden: "" }, words.showAll);

    const kinds = order.filter((verdict) => rows.some((row) => verdictOf(row) === verdict));
    for (const verdict of ["", ...kinds]) {
      const option = element("option", {}, verdict === "" ? words.all : verdictName(verdict));
      option.value = verdict;
      select.append(option);
    }

    const collator = new Intl.Collator(document.documentElement.lang, { numeric: true });
    const update = () => {
      const parts = folded(search.value).split(/\s+/).filter((part) => part !== "");
      const value = columns[column][1];
      const matching = found.filter(({ row, text }) =>
        (select.value === "" || verdictOf(row) === select.value) && (!contested.checked || row.contested?.length > 0)
        && parts.every((part) => text.includes(part))).map(({ row }) => row);
      matching.sort((left, right) => {
        const [a, b] = [value(left), value(right)];
        return direction * (typeof a === "number" ? a - b : collator.compare(a, b)) || left.number - right.number;
      });
      body.replaceChildren(...matching.slice(0, limit).map((row) => element(
        "tr", {}, columns.map(([title, , content]) => element("td", { "data-label": title }, content(row))))));
      counter.textContent = filled(words.shownCount, { shown: Math.min(limit, matching.length), total: rows.length });
      more.hidden = matching.length <= limit;
    };
    for (const control of [search, select, contested]) {
      control.addEventListener("input", () => {
        limit = firstShown;
        update();
      });
    }
    more.addEventListener("click", () => {
      limit = Infinity;
      update();
      body.querySelectorAll("button")[firstShown]?.focus();
    });

    const heads = columns.map(([title], index) => {
      const sort = element("button", { type: "button" }, title);
      const head = element("th", { scope: "col" }, sort);
      sort.addEventListener("click", () => {
        direction = column === index ? -direction : 1;
        column = index;
        for (const other of heads) other.removeAttribute("aria-sort");
        head.setAttribute("aria-sort", direction > 0 ? "ascending" : "descending");
        update();
      });
      return head;
    });
    heads[0].setAttribute("aria-sort", "ascending");
    update();

    const count = (name, number, verdict) => element(
      "li", verdict ? { class: verdict } : {}, element("b", {}, String(number)), " " + name);
    const label = (control, title) => element("div", {}, element("label", { for: control.id }, title), control);
    return element(
      "div", { class: "batch" },
      element("ul", { class: "counts" }, count(words.total, totals.applications),
        Object.entries(totals.verdicts).map(([verdict, number]) => count(verdictName(verdict), number, verdict)),
        count(words.unreadable, totals.unreadable, "unreadable"), count(words.withFaults, totals.withFaults)),
      screening.contradictions.length === 0 ? null : element(
        "details", { class: "contradictions" },
        element("summary", {}, words.contradictions + names.colon + screening.contradictions.length),
        element("ul", {}, screening.contradictions.map((entry) => element(
          "li", {}, element("p", {}, entry.sentence), element(
            "small", { class: "code" }, entry.applications.map(place).join(names.listComma)))))),
      element("div", { class: "filters", role: "search" }, label(search, words.search), label(select, words.verdict),
        element("label", { class: "check" }, contested, element("span", {}, words.contested))),
      element("p", { class: "note" }, counter, " ", more),
      element("table", { class: "rows" }, element("caption", { class: "unseen" }, words.batchTitle),
        element("thead", {}, element("tr", {}, heads)), body));
  };

  return { draw };
})();
