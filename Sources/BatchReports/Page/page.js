// Shows the batch that the page holds; the address keeps what is filtered, sorted and opened.
(() => {
  "use strict";

  const parsed = (id) => JSON.parse(document.getElementById(id).textContent);
  const [words, names] = [parsed("words"), parsed("report-words")];
  let reports;

  const details = (row, index) => {
    reports ??= parsed("reports");
    const lines = reports?.reports[index] ?? [];
    if (lines.length === 0) return null;
    const run = JSON.parse(lines.map((number) => reports.lines[number]).join("\n"));
    return JlcheckReport.parts.element("div", { class: "report" }, JlcheckReport.draw(run, names));
  };

  document.getElementById("batch").replaceChildren(JlcheckBatch.draw({
    report: parsed("data"), words, details,
    address: {
      read: () => location.hash.slice(1),
      write: (text) => history.replaceState(null, "", "#" + text),
      changed: (body) => addEventListener("hashchange", body),
    },
  }));
})();
