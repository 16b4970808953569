// Shows the plan of what is filled in, as `plan` gives it, and lets a person try changes.
const Planning = (() => {
  "use strict";

  const { element, filled } = JlcheckReport.parts;
  const { button, saves } = Fields;

  // The changes that are tried: places and values.
  const tried = new Map();

  /** The view for the application of a form; `file` is the name and text under which it is saved. */
  const create = ({ form, application, file, words, names, language }) => {
    const result = element("div", { class: "result", "aria-live": "polite" });
    const chosen = element("div", {});
    const control = element("div", {});
    const select = element("select", { id: "try-member" });

    const changes = () => Array.from(tried, ([pointer, value]) => [
      "--assume", pointer + "=" + Json.compact(value)]).flat();

    const status = element("p", { class: "note", role: "status" });

    /** What the drawing of a plan needs, in the words of the form. */
    const shownAs = () => ({
      tried: filled(words.ifTried, { count: tried.size }), inFile: words.inFile, edits: words.edits,
      edit: ({ pointer, value, written }) => {
        // What is written has all digits.
        const exact = typeof value === "string" ? value : Json.parse(written.slice(written.indexOf("=") + 1));
        return [form.labelOf(pointer), names.colon, element("b", {}, form.said(pointer, exact))];
      },
    });

    const update = async () => {
      try {
        const files = { [file.name]: file.text };
        const plan = await Ask.json(["plan", ...changes(), "--", file.name], files);
        const save = Ask.formats.map(([format, title, ending, type]) => button(title, async () => {
          const args = ["plan", "--format", format, ...changes(), "--", file.name];
          const { output } = await Ask.run(args, files);
          const name = file.name.replace(/\.json$/i, "") + "-" + words.planName + "." + ending;
          Ask.save(name, output, type);
          status.textContent = filled(words.saved, { name });
        }));
        // Lines and columns are those of a file that nobody has seen yet.
        plan.faults = plan.faults.map((fault) => ({
          ...fault, line: null, pointer: fault.pointer && form.labelOf(fault.pointer),
          sentence: form.inForm(fault.sentence), mend: form.inForm(fault.mend, fault.pointer ?? ""),
        }));
        result.replaceChildren(saves(words.save + names.colon, save), status, JlcheckPlan.draw(plan, names, shownAs()));
      } catch (problem) {
        result.replaceChildren(element("p", { class: "fault" }, filled(words.failed, { error: problem.message })));
      }
    };

    /** The changes that are tried, each to be taken back. */
    const drawTried = () => {
      const drop = (title, places, attributes) => button(title, () => {
        for (const pointer of places) tried.delete(pointer);
        drawTried();
        select.focus();
        update();
      }, attributes);
      const places = Array.from(tried.keys());
      chosen.replaceChildren(...(tried.size === 0 ? [] : [
        element("ul", { class: "tried" }, Array.from(tried, ([pointer, value]) => element(
          "li", {}, form.labelOf(pointer) + names.colon, form.said(pointer, value) + " ",
          drop(words.remove, [pointer], { "aria-label": words.remove + " " + form.labelOf(pointer) })))),
        tried.size > 1 ? drop(words.dropAll, places) : ""]));
    };

    for (const { pointer } of [{ pointer: "" }, ...form.leaves()]) {
      const option = element("option", {}, pointer === "" ? words.choose : form.labelOf(pointer));
      option.value = pointer;
      select.append(option);
    }
    let [value, field] = [null, null];

    /** What would be wrong with the application if the value stood at a place, and is not wrong without it. */
    const newFaults = async (pointer) => {
      const changed = Json.parse(Json.compact(application));
      for (const [place, other] of tried) if (place !== pointer) Json.put(changed, place, other);
      const check = async () => (await Ask.json(
        ["check", "application.json"], { "application.json": Json.compact(changed) })).applications[0].faults;
      const before = await check();
      Json.put(changed, pointer, value);
      return (await check()).filter((fault) => !before.some(
        (other) => other.pointer === fault.pointer && other.sentence === fault.sentence));
    };

    const go = button(words.tryIt, async () => {
      const [pointer, shownField] = [select.value, field];
      // What keeps the program from checking shows in the plan too.
      const faults = await newFaults(pointer).catch(() => []);
      shownField.messages.replaceChildren(...faults.map(({ pointer: place, sentence, mend }) => form.message(
        { kind: "fault", sentence, mend, pointer: place, at: pointer })));
      shownField.element.classList.toggle("wrong", faults.length > 0);
      if (faults.length > 0) return shownField.element.querySelector("input, select, textarea").focus();
      tried.set(pointer, value);
      drawTried();
      update();
    }, { hidden: "" });
    select.addEventListener("change", () => {
      const leaf = form.leaves().find(({ pointer }) => pointer === select.value);
      go.hidden = !leaf;
      if (!leaf) return control.replaceChildren();
      value = tried.get(leaf.pointer) ?? Json.at(application, leaf.pointer) ?? null;
      field = Fields.field({
        member: leaf.member, id: "try" + leaf.pointer, value, words, language, unit: form.unit, inForm: form.inForm,
      }, (changed) => { value = changed; });
      control.replaceChildren(field.element);
    });
    drawTried();
    update();
    const trial = element(
      "details", { class: "try", ...(tried.size > 0 ? { open: "" } : {}) }, element("summary", {}, words.tryTitle),
      element("p", { class: "note" }, words.tryNote), chosen,
      element("div", { class: "field" }, element("label", { for: "try-member" }, words.tryMember), select),
      control, go);
    trial.open = tried.size > 0;
    return element(
      "div", { class: "planning" }, element("h2", { tabindex: "-1" }, words.planTitle),
      element("p", { class: "note" }, words.planNote),
      trial, result);
  };

  return {
    create,
    /** Forgets the changes that are tried, once they concern another application. */
    forget: () => tried.clear(),
  };
})();
