// The controls of the form, one for each type of value that the program lists: what is unknown stays apart from
// what is none or no.
const Fields = (() => {
  "use strict";

  const { element } = JlcheckReport.parts;
  const numbers = new Set(["count", "year", "decimal", "money"]);
  const number = /^-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?$/;

  /** What stands in a field for a value of the application. */
  const shownText = (value) => {
    if (value instanceof Json.Digits) return value.text;
    return typeof value === "string" ? value : "";
  };

  /** The value that a text means. What is no number stays a text, and the program says what is wrong. */
  const valueOf = (text, type) => {
    if (text === "") return null;
    return numbers.has(type) && number.test(text) ? new Json.Digits(text) : text;
  };

  // MARK: Controls
  //
  // Each is a function of what is to be shown, { member, id, value, words, language, described }, and of what is to
  // be called with a new value. It gives its nodes, and whether they need a common frame with a title.

  const text = ({ member, id, value, described, unit, words }, changed) => {
    const content = shownText(value);
    const isLong = /\/text$/.test(member.pointer) || content.includes("\n");
    const isNumber = numbers.has(member.type);
    const input = element(isLong ? "textarea" : "input", {
      id, "aria-describedby": described, autocomplete: "off", spellcheck: "false",
      class: isNumber ? "number " + member.type : member.type,
      ...(isLong ? { rows: 3 } : { type: "text" }), ...(isNumber ? { inputmode: "decimal" } : {}),
    });
    input.value = content;
    input.addEventListener("input", () => changed(valueOf(input.value, member.type)));
    if (member.type !== "money") return { nodes: [input] };
    const inWords = element("output", { for: id, class: "amount" });
    const refresh = () => { inWords.textContent = Amount.inWords(input.value, unit(), words); };
    input.addEventListener("input", refresh);
    refresh();
    return { nodes: [input, inWords], refresh };
  };

  /** Buttons of which one is chosen. */
  const radios = (id, choices, chosen, changed) => element(
    "div", { class: "choices" }, choices.map(([value, label], index) => {
      const input = element("input", { type: "radio", name: id, id: id + "-" + index });
      input.checked = value === chosen;
      input.addEventListener("change", () => changed(value));
      return element("label", { for: id + "-" + index }, input, element("span", {}, label));
    }));

  const flag = ({ id, value, words }, changed) => ({
    isGroup: true,
    nodes: [radios(id, [[true, words.yes], [false, words.no], [null, words.unknown]], value ?? null, changed)],
  });

  const choice = ({ member, id, value, language, words, described }, changed) => {
    const choices = member.choices.map(({ word, label }) => [word, label[language]]);
    if (choices.length <= 4) {
      const all = [...choices, [null, words.unknown]];
      return { isGroup: true, nodes: [radios(id, all, value ?? null, changed)] };
    }
    const select = element("select", { id, "aria-describedby": described });
    // A word that is no choice stays, and can be seen, until another is chosen.
    const text = shownText(value);
    const isStrange = text !== "" && !choices.some(([word]) => word === text);
    for (const [word, label] of [["", words.unknown], ...(isStrange ? [[text, text]] : []), ...choices]) {
      const option = element("option", {}, label);
      option.value = word;
      select.append(option);
    }
    select.value = text;
    select.addEventListener("change", () => changed(select.value || null));
    return { nodes: [select] };
  };

  const dateParts = (text) => /^([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?$/.exec(text)?.slice(1)
    ?? [text, "", ""];

  /** A date as far as it is known: the year, the month too, or the day. */
  const date = ({ id, value, words }, changed) => {
    const inputs = dateParts(shownText(value)).map((part, index) => {
      const input = element("input", {
        id: id + "-" + index, type: "text", inputmode: "numeric", autocomplete: "off",
        class: index === 0 ? "of-year" : "of-month",
      });
      input.value = part ?? "";
      return input;
    });
    const update = () => {
      const [year, month, day] = inputs.map((input) => input.value.trim());
      const later = [month, day].map((part) => part && "-" + part.padStart(2, "0"));
      // A day without its month is no date; the program says so.
      changed(valueOf(year + (later[1] && !later[0] ? "-" : later[0]) + later[1], "day"));
    };
    // A whole date that stands in the first goes into all three, once it is pasted or left.
    const spread = () => {
      const text = inputs[0].value.trim();
      const whole = /^([0-9]{4})([0-9]{2})([0-9]{2})$/.exec(text)
        ?? /^([0-9]{4})\D{1,2}([0-9]{1,2})(?:\D{1,2}([0-9]{1,2})\D?)?$/.exec(text);
      if (!whole) return;
      whole.slice(1).forEach((part, index) => { inputs[index].value = part ?? ""; });
      update();
    };
    inputs[0].addEventListener("change", spread);
    inputs[0].addEventListener("paste", () => setTimeout(spread));
    for (const input of inputs) input.addEventListener("input", update);
    const labelled = inputs.map((input, index) => element(
      "span", {}, element("label", { for: input.id }, words.dateParts[index]), input));
    return { isGroup: true, nodes: [element("div", { class: "date" }, labelled)] };
  };

  /** Whether a list is unknown, empty or filled; what is drawn below it is up to the caller. */
  const listState = ({ id, value, words }, changed) => {
    const state = Array.isArray(value) ? (value.length > 0 ? "some" : "none") : "unknown";
    const choices = [["some", words.some], ["none", words.none], ["unknown", words.unknown]];
    return radios(id, choices, state, changed);
  };

  const button = (title, action, attributes = {}) => {
    const node = element("button", { type: "button", ...attributes }, title);
    node.addEventListener("click", action);
    return node;
  };

  /** A list of texts, an input for each. What is left blank is not in the application. */
  const textList = (shown, changed) => {
    const { member, id, words, language } = shown;
    const frame = element("div", {});
    let value = shown.value;
    let items = Array.isArray(value) ? value.map((item) => ({ item })) : [];
    // What was listed comes back when a person only passes by another answer, as the arrow keys do; what stands
    // there instead of a list is its first item.
    let kept = shownText(value) ? [{ item: value }] : [];
    const update = () => {
      const filled = items.map(({ item }) => item).filter((item) => item !== null);
      value = filled.length > 0 ? filled : null;
      changed(value);
    };
    const row = (entry, index) => {
      const name = words.itemOf.replace("{list}", member.label[language]).replace("{number}", index + 1);
      const isLong = shownText(entry.item).includes("\n");
      const input = element(isLong ? "textarea" : "input", {
        id: id + "-item-" + index, "aria-label": name, autocomplete: "off",
        ...(isLong ? { rows: 2 } : { type: "text" }),
      });
      input.value = shownText(entry.item);
      input.addEventListener("input", () => {
        entry.item = valueOf(input.value, "text");
        update();
      });
      const remove = button(words.remove, () => {
        items = items.filter((other) => other !== entry);
        update();
        draw();
        (frame.querySelector("li input, li textarea") ?? frame.querySelector("input:checked")).focus();
      }, { "aria-label": words.remove + " " + name });
      return element("li", {}, input, remove);
    };
    const add = () => {
      items.push({ item: null });
      draw();
      frame.querySelector("li:last-child input").focus();
    };
    const draw = () => {
      const state = listState({ id, value: items.length > 0 ? items : value, words }, (state) => {
        if (items.length > 0) kept = items;
        items = state !== "some" ? [] : kept.length > 0 ? kept : [{ item: null }];
        if (state === "some") update();
        else changed(value = state === "none" ? [] : null);
        draw();
        frame.querySelector("input:checked").focus();
      });
      frame.replaceChildren(state, ...(items.length === 0 ? [] : [
        element("ul", { class: "texts" }, items.map(row)), button(words.add, add, { class: "add" })]));
    };
    draw();
    return { isGroup: true, nodes: [frame] };
  };

  /** Buttons that save what is shown, with a title. */
  const saves = (title, buttons) => element(
    "div", { class: "tools saves", role: "group", "aria-label": title }, element("span", {}, title), buttons);

  const controls = { flag, choice, day: date, partialDate: date, list: textList };

  /** The title of a member with the clause that asks for it. */
  const title = (member, language) => [
    element("span", {}, member.label[language]),
    member.clause ? element("small", { class: "clause" }, member.clause[language]) : null];

  /**
   * A field: title, hint, what the program says about it, and the control.
   * Gives its element, where messages go, and `refresh` for what depends on other fields.
   */
  const field = (shown, changed) => {
    const { member, id, language, words } = shown;
    const hint = member.hint
      ? element("p", { class: "hint", id: id + "-hint" }, shown.inForm(member.hint[language])) : null;
    const messages = element("div", { class: "messages", id: id + "-says" });
    const described = (hint ? hint.id + " " : "") + messages.id;
    const control = (controls[member.type] ?? text)({ ...shown, described }, changed);
    const asked = element("span", { class: "asked", hidden: "" }, words.asked);
    const heading = [title(member, language), asked];
    const frame = control.isGroup
      ? element("fieldset", { class: "field", "aria-describedby": described }, element("legend", {}, heading))
      : element("div", { class: "field" }, element("label", { for: id }, heading));
    for (const node of [hint, messages, ...control.nodes]) if (node) frame.append(node);
    return { element: frame, messages, asked, refresh: control.refresh };
  };

  return { field, title, listState, button, saves, valueOf, shownText };
})();
