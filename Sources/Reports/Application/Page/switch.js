// Shows the report that the page holds, and changes their language.
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
    const drawer = report.planVersion ? JlcheckPlan : JlcheckReport;
    document.title = drawer.title(report, words);
    byId("title").textContent = drawer.heading(report, words);
    byId("languages").setAttribute("aria-label", words.language);
    byId("reports").replaceChildren(drawer.draw(report, words));
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
