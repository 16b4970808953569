// Where the enterprise of the form stands among the titles, drawn from what the program says.
const Ladder = (() => {
  "use strict";

  const { element, filled, paragraph } = JlcheckReport.parts;

  const step = (entry) => element(
    "section", { class: "step", "data-state": entry.state },
    element("h3", {}, entry.title, " ", element("small", {}, entry.stateName)),
    entry.passage ? paragraph(entry.passage, "note") : null,
    element("ul", {}, [
      ...entry.sentences, ...entry.benchmarks.map(({ sentence }) => sentence),
    ].map((sentence) => element("li", {}, sentence))),
    entry.mirror ? [
      element("h4", {}, entry.mirror.title),
      element("ul", {}, entry.mirror.conditions.map(({ title, clause, sentence }) => element(
        "li", {}, element("b", {}, title), " ", element("small", {}, clause), " ", sentence))),
    ] : null,
    paragraph(entry.source, "note"));

  return {
    /** The view; it is filled once the program has answered. */
    create: ({ words, file }) => {
      const body = element("div", { class: "report" });
      const draw = async () => {
        try {
          const ladder = await Ask.json(["ladder", "--", file.name], { [file.name]: file.text });
          body.replaceChildren(
            paragraph(ladder.note, "note"), ...ladder.steps.map(step),
            ...ladder.beside.map((sentence) => paragraph(sentence)),
            ...ladder.notices.map(({ sentence }) => paragraph("! " + sentence)));
        } catch (problem) {
          body.replaceChildren(paragraph(filled(words.ladderFailed, { error: problem.message }), "fault"));
        }
      };
      draw();
      return element("div", { class: "titles" }, element("h2", { tabindex: "-1" }, words.ladderTitle), body);
    },
  };
})();
