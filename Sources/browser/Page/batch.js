// Shows a whole batch, as `screen` gives it, in the view that the command's own page has.
const Batch = (() => {
  "use strict";

  const { element } = JlcheckReport.parts;
  const { button } = Fields;

  // The view's words by language, from a page that the program writes.
  const known = {};
  // What was filtered, sorted and opened last, and of which batch.
  let kept = { name: null, text: "" };

  const wordsIn = async (language) => {
    const page = await Ask.text(["screen", "--format", "html", "application.json"], { "application.json": "{}" });
    known[language] ??= JSON.parse(page.split('id="words">')[1].split("<")[0]);
    return known[language];
  };

  /**
   * The view of a JSON screening.
   *
   * @param {object} setting `screening`, `words` and `open`, which is called with a row whose
   *   report a person wants.
   */
  const draw = ({ screening, words: { seeReport }, open }) => {
    const name = screening.rows.map(({ source }) => source).join("\n");
    if (kept.name !== name) kept = { name, text: "" };
    const view = element("div", { class: "batch" });
    const show = (words) => view.replaceChildren(JlcheckBatch.draw({
      report: screening, words,
      address: { read: () => kept.text, write: (text) => { kept.text = text; } },
      details: (row) => row.failure ? null : button(seeReport, () => open(row), { class: "main" }),
    }));
    if (known[screening.language]) show(known[screening.language]);
    else wordsIn(screening.language).then(show);
    return view;
  };

  return { draw };
})();
