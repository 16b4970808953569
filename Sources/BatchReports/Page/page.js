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

  // Browsers refuse to have the address written more often than some 20 times a second.
  const least = 100;
  let [written, unwritten] = [-Infinity, null];
  const flush = () => {
    if (unwritten === null) return;
    history.replaceState(null, "", "#" + unwritten);
    [written, unwritten] = [performance.now(), null];
  };
  const write = (text) => {
    if (unwritten === null) setTimeout(flush, written + least - performance.now());
    unwritten = text;
  };
  addEventListener("pagehide", flush);

  document.getElementById("batch").replaceChildren(JlcheckBatch.draw({
    report: parsed("data"), words, details,
    address: {
      read: () => location.hash.slice(1),
      write,
      changed: (body) => addEventListener("hashchange", () => {
        unwritten = null;
        body();
      }),
    },
  }));
})();
