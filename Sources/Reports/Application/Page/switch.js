// Shows the reports that the page holds, and changes their language.
(() => {
  "use strict";

  const root = document.documentElement;
  const byId = (id) => document.getElementById(id);
  const parsed = (id) => JSON.parse(byId(id).textContent);
  const tags = { zh: "zh-Hans", en: "en" };
  const buttons = Array.from(byId("languages").children);

  const show = (language) => {
    const [report, words] = [parsed("report-" + language), parsed("words-" + language)];
    root.lang = tags[language];
    document.title = JlcheckReport.title(report, words);
    byId("title").textContent = JlcheckReport.heading(report, words);
    byId("languages").setAttribute("aria-label", words.language);
    byId("reports").replaceChildren(JlcheckReport.draw(report, words));
    for (const button of buttons) {
      button.setAttribute("aria-pressed", String(button.dataset.language === language));
    }
  };

  for (const button of buttons) {
    button.addEventListener("click", () => show(button.dataset.language));
  }
  show(root.lang === tags.zh ? "zh" : "en");
  byId("languages").hidden = false;
})();
