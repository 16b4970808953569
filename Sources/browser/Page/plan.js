// Shows what it takes to qualify, and when, and lets a person try changes.
const Plan = (() => {
  "use strict";

  const { element, filled } = JlcheckReport;
  const { button } = Fields;

  // The changes that are tried: places and values.
  const tried = new Map();

  /** The view for the application of a form. */
  const create = ({ form, application, words, names, language, titles }) => {
    const result = element("div", { class: "result", "aria-live": "polite" });
    const chosen = element("div", {});

    const list = (entries, name = "plain") => element("ul", { class: name }, entries.map((entry) => element("li", {}, entry)));
    const colon = names.colon;

    /** A value as the form shows it. */
    const shownValue = (value) => {
      const text = Json.compact(value);
      return text.startsWith("\"") ? value : text;
    };

    const edits = (entries) => entries.map(({ pointer, value }) => [
      form.labelOf(pointer.replace(/\/-$/, "")) + (pointer.endsWith("/-") ? " +" : "") + colon,
      value instanceof Map ? list(Array.from(value, ([key, item]) =>
        form.labelOf(pointer.replace(/\/-$/, "/0") + "/" + key).split(" › ").pop() + colon + shownValue(item))) : shownValue(value)]);

    const sentence = (way) => (way.basisName ? way.basisName + colon : "") + way.sentence;

    const round = (title, entry) => entry === null ? null : element(
      "section", {}, element("h3", {}, title + colon + filled(words.round, { year: entry.applicationYear, date: entry.filingDate })),
      entry.steps.length > 0 ? [element("h4", {}, words.steps), list(entry.steps.map((step) => [
        element("b", {}, (titles.get(step.criterion) ?? step.criterion) + colon), sentence(step)]), "steps")] : null,
      entry.noticeCount > 0 ? element("p", { class: "notice" }, filled(words.noticesThen, { count: entry.noticeCount })) : null,
      element("h4", {}, words.assumptions), list(entry.assumptions.map((assumption) => assumption.sentence)),
      entry.edits.length > 0 ? element("details", {}, element("summary", {}, words.edits), list(edits(entry.exactEdits))) : null);

    const open = (entry) => element(
      "section", { class: "open-condition" },
      element("h4", {}, entry.title, " ", element("span", { class: "outcome " + entry.outcome }, names.outcomes[entry.outcome])),
      element("p", {}, entry.sentence),
      entry.missing.length > 0 ? list(entry.missing.map((fact) => form.link(fact.pointer, fact.label)), "facts-missing") : null,
      entry.ways.length > 0 ? element("dl", { class: "ways" }, entry.ways.map((way) => element(
        "div", {}, element("dt", {}, String(way.applicationYear)), element("dd", {}, sentence(way),
          way.isLate ? element("small", {}, " " + filled(words.late, { date: way.filingDate })) : "")))) : null,
      entry.ways.length === 0 && entry.missing.length === 0 ? element("p", { class: "note" }, words.noWay) : null);

    const draw = (plan, exact) => {
      for (const name of ["earliest", "otherwise", "withoutBlocking"]) {
        // Amounts among the edits keep their digits.
        if (plan[name]) plan[name].exactEdits = Json.at(exact, "/" + name + "/edits").map(
          (edit) => ({ pointer: edit.get("pointer"), value: edit.get("value") }));
      }
      const shows = plan.outcome === "found" ? "eligible" : plan.today.verdict;
      result.replaceChildren(
        element("section", { class: "verdict", "data-verdict": shows }, element("h3", {}, plan.headline), element("p", {}, plan.meaning)),
        ...[
          plan.open.length > 0 ? round(words.earliest, plan.earliest) : null, round(words.otherwise, plan.otherwise),
          round(words.withoutBlocking, plan.withoutBlocking),
          plan.faults.length > 0 ? list(plan.faults.map((fault) => form.link(fault.pointer ?? "", fault.sentence))) : null,
          plan.open.length > 0 ? element("section", {}, element("h3", {}, words.openConditions), plan.open.map(open)) : null,
        ].filter((node) => node));
    };

    const update = async () => {
      const changes = Array.from(tried, ([pointer, value]) => ["--assume", pointer + "=" + Json.compact(value)]).flat();
      try {
        const text = await Ask.text(["plan", "--format", "json", ...changes, "application.json"], { "application.json": Json.pretty(application) });
        draw(JSON.parse(text), Json.parse(text));
      } catch (problem) {
        result.replaceChildren(element("p", { class: "fault" }, problem.message));
      }
    };

    const drawTried = () => chosen.replaceChildren(...(tried.size === 0 ? [] : [
      element("h4", {}, words.tried),
      list(Array.from(tried, ([pointer, value]) => [
        form.labelOf(pointer) + colon + shownValue(value) + " ",
        button(words.remove, () => {
          tried.delete(pointer);
          drawTried();
          select.focus();
          update();
        }, { "aria-label": words.remove + " " + form.labelOf(pointer) })]), "tried")]));

    const select = element("select", { id: "try-member" });
    for (const { pointer, member } of [{ pointer: "" }, ...form.leaves()]) {
      const option = element("option", {}, pointer === "" ? words.choose : form.labelOf(pointer));
      option.value = pointer;
      if (pointer === "" || member.clause || pointer.includes("/", 1)) select.append(option);
    }
    const control = element("div", {});
    const go = button(words.tryIt, () => {}, { hidden: "" });
    let value = null;
    go.addEventListener("click", () => {
      tried.set(select.value, value);
      drawTried();
      update();
    });
    select.addEventListener("change", () => {
      const leaf = form.leaves().find(({ pointer }) => pointer === select.value);
      go.hidden = !leaf;
      if (!leaf) return control.replaceChildren();
      value = tried.get(leaf.pointer) ?? Json.at(application, leaf.pointer) ?? null;
      control.replaceChildren(Fields.field({
        member: leaf.member, id: "try" + leaf.pointer, value, words, language, unit: form.unit,
      }, (changed) => { value = changed; }).element);
    });
    drawTried();
    update();
    return element(
      "div", { class: "planning" }, element("h2", { tabindex: "-1" }, words.planTitle), element("p", { class: "note" }, words.planNote), result,
      element("section", { class: "try" }, element("h3", {}, words.tryTitle), element("p", { class: "note" }, words.tryNote), chosen,
        element("div", { class: "field" }, element("label", { for: "try-member" }, words.tryMember), select), control, go));
  };

  return { create, forget: () => tried.clear() };
})();
