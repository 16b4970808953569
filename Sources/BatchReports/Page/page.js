// Sorts, filters, searches and folds the rows that the page holds anyway, and shows full reports.
(() => {
  "use strict";

  // Laying out thousands of rows takes long: the screen gets the first, paper gets all.
  const firstShown = 100;

  const root = document.documentElement;
  const byId = (id) => document.getElementById(id);

  // Full-width letters and digits, as Chinese keyboards type them, equal the others.
  const folded = (text) => text.normalize("NFKC").toLowerCase();
  const parts = (text) => text.split(/\s+/).filter((part) => part !== "");
  const filled = (pattern, values) => pattern.replace(/\{(\w+)\}/g, (_, name) => values[name]);

  const start = () => {
    const table = byId("rows");
    const [search, verdict, criterion, contested, counter, more] =
      ["search", "verdict", "criterion", "contested", "counter", "more"].map(byId);

    // MARK: Rows

    const verdicts = ["eligible", "undetermined", "ineligible", "unreadable"];

    const entries = Array.from(table.tBodies, (body, index) => {
      const [row, detail] = body.rows;
      const text = (column) => row.cells[column].textContent;
      const { unmet, open, other, contests } = body.dataset;
      const failing = [unmet, open, other].map(parts);
      const entry = {
        body, index,
        verdict: body.dataset.verdict,
        isContested: contests !== "0",
        criteria: new Set(failing.flat()),
        // One for each column.
        sortValues: [
          index, text(1), text(2), verdicts.indexOf(body.dataset.verdict) * 1e6 + Number(contests),
          failing[0].length * 1e3 + failing[1].length, Number(text(5)), Number(text(6)),
          Number(text(7)), text(8),
        ],
        searched: folded([1, 2, 8].map(text).join("\n")),
        opener: document.createElement("button"),
        isFilled: false,
      };
      entry.opener.type = "button";
      entry.opener.className = "opener";
      entry.opener.setAttribute("aria-label", table.dataset.opener + (text(1) || text(8)));
      entry.opener.setAttribute("aria-expanded", "false");
      detail.id = "d" + body.id;
      entry.opener.setAttribute("aria-controls", detail.id);
      row.cells[0].prepend(entry.opener);
      return entry;
    });
    const byBody = new Map(entries.map((entry) => [entry.body, entry]));
    const byLink = new Map(entries.map((entry) => ["#" + entry.body.id, entry]));

    let order = entries;
    let matching = entries;
    let limit = firstShown;

    /** Puts rows into the table, and takes the others out of it. */
    const put = (shown) => {
      const kept = new Set(shown.map((entry) => entry.body));
      for (const body of Array.from(table.tBodies)) if (!kept.has(body)) body.remove();
      table.append(...kept);
    };

    const update = () => {
      const words = parts(folded(search.value));
      matching = order.filter((entry) =>
        (verdict.value === "" || entry.verdict === verdict.value) &&
        (criterion.value === "" || entry.criteria.has(criterion.value)) &&
        (!contested.checked || entry.isContested) &&
        words.every((word) => entry.searched.includes(word)));
      put(matching.slice(0, limit));
      const isCut = matching.length > limit;
      const values = { shown: matching.length, total: entries.length, first: limit };
      counter.textContent = filled(counter.dataset.pattern, values)
        + (isCut ? filled(counter.dataset.more, values) : "");
      more.hidden = !isCut;
      byId("none").hidden = matching.length > 0;
    };

    // MARK: Filters

    const restart = () => {
      limit = firstShown;
      update();
    };

    const clear = () => {
      search.value = verdict.value = criterion.value = "";
      contested.checked = false;
      restart();
    };

    search.addEventListener("input", restart);
    for (const control of [verdict, criterion, contested]) {
      control.addEventListener("change", restart);
    }
    byId("reset").addEventListener("click", clear);
    byId("reasons").addEventListener("change", (event) => {
      table.classList.toggle("explained", event.target.checked);
    });
    more.addEventListener("click", () => {
      const next = matching[limit];
      limit = Infinity;
      update();
      // The button is gone; the first of the rows it brought takes the focus.
      next.opener.focus();
    });

    // Paper gets all that match. The others are hidden and not taken out: browsers look for the
    // target of each link in what they print, and look long for one that is not there.
    const prepareForPaper = (isOnPaper) => {
      const kept = new Set(matching);
      for (const entry of entries) entry.body.hidden = isOnPaper && !kept.has(entry);
      put(isOnPaper ? order : matching.slice(0, limit));
    };
    addEventListener("beforeprint", () => prepareForPaper(true));
    addEventListener("afterprint", () => prepareForPaper(false));

    // MARK: Order

    const collator = new Intl.Collator(root.lang, { numeric: true });
    const compared = (a, b) => (typeof a === "number" ? a - b : collator.compare(a, b));

    const sort = (column, direction) => {
      order = entries.slice().sort((left, right) => {
        const [a, b] = [left.sortValues[column], right.sortValues[column]];
        // What is not given comes last in either direction.
        const missing = (a === "") - (b === "");
        return missing || direction * compared(a, b) || left.index - right.index;
      });
      restart();
    };

    const heads = Array.from(table.tHead.rows[0].cells);
    heads.forEach((head, column) => {
      const button = document.createElement("button");
      button.type = "button";
      button.append(...head.childNodes);
      head.append(button);
      button.addEventListener("click", () => {
        const isAscending = head.getAttribute("aria-sort") !== "ascending";
        for (const other of heads) other.removeAttribute("aria-sort");
        head.setAttribute("aria-sort", isAscending ? "ascending" : "descending");
        sort(column, isAscending ? 1 : -1);
      });
    });
    heads[0].setAttribute("aria-sort", "ascending");

    // MARK: Reports

    const marks = { "✓": "met", "✗": "unmet", "?": "open" };
    let reports;

    const reportView = (entry) => {
      reports ??= JSON.parse(byId("reports").textContent);
      const numbers = reports.reports[entry.index];
      if (numbers === null) return [];
      const view = document.createElement("pre");
      view.className = "report";
      view.tabIndex = 0;
      view.setAttribute("role", "region");
      view.setAttribute("aria-label", table.dataset.report);
      const lines = numbers.map((number) => reports.lines[number]);
      lines.forEach((line, place) => {
        const span = document.createElement("span");
        // Headings stand at the margin, first or after a blank line; findings bear a mark.
        const mark = /^ {2}(\S) /.exec(line)?.[1];
        const isAlone = place === 0 || lines[place - 1] === "";
        if (isAlone && /^\S/.test(line)) span.className = "heading";
        else if (mark in marks) span.className = marks[mark];
        span.textContent = line + "\n";
        view.append(span);
      });
      return [view];
    };

    const toggle = (entry, isOpen) => {
      entry.body.classList.toggle("opened", isOpen);
      entry.opener.setAttribute("aria-expanded", String(isOpen));
      if (!isOpen || entry.isFilled) return;
      entry.isFilled = true;
      entry.body.rows[1].cells[0].append(...reportView(entry));
    };

    table.addEventListener("click", (event) => {
      const row = event.target.closest("tr.row");
      if (row === null || event.target.closest("a") !== null) return;
      // Who marks a name or code in order to copy it does not want the row to open.
      const isOpener = event.target.closest(".opener") !== null;
      if (!isOpener && !getSelection().isCollapsed) return;
      const entry = byBody.get(row.parentNode);
      toggle(entry, !entry.body.classList.contains("opened"));
    });

    // MARK: Links

    let shown;

    /** Brings a row into the table, open. */
    const show = (entry) => {
      if (!matching.includes(entry)) clear();
      if (matching.indexOf(entry) >= limit) {
        limit = Infinity;
        update();
      }
      toggle(entry, true);
      shown?.body.classList.remove("shown");
      entry.body.classList.add("shown");
      shown = entry;
      // A page that opens at a row scrolls there, and drops the focus, after this.
      setTimeout(() => {
        entry.body.scrollIntoView();
        entry.opener.focus({ preventScroll: true });
      });
    };

    document.addEventListener("click", (event) => {
      const link = event.target.closest("a[href^='#']");
      if (link === null) return;
      if (byLink.has(link.hash) && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
        // The browser's own way to the row would take the focus away, at a time of its choosing.
        event.preventDefault();
        history.pushState(null, "", link.hash);
        show(byLink.get(link.hash));
      }
      if (link.dataset.criterion !== undefined) {
        clear();
        criterion.value = link.dataset.criterion;
        restart();
      }
    });

    addEventListener("popstate", () => {
      if (byLink.has(location.hash)) show(byLink.get(location.hash));
    });

    byId("contested-field").hidden = !entries.some((entry) => entry.isContested);
    byId("controls").hidden = false;
    update();
    if (byLink.has(location.hash)) show(byLink.get(location.hash));
  };

  // Rows stay out of sight until most of them are put aside, or reading them in takes long.
  root.classList.add("scripted", "starting");
  document.addEventListener("DOMContentLoaded", () => {
    try {
      start();
    } catch (problem) {
      // Everything stands in the page; without the classes it shows.
      root.classList.remove("scripted");
      throw problem;
    } finally {
      root.classList.remove("starting");
    }
  });
})();
