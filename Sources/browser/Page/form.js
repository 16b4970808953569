// The form that a person fills in, drawn from the program's own list of members, with what the program says about
// an application at the places it is about.
const Form = (() => {
  "use strict";

  const { element, filled } = JlcheckReport.parts;
  const { button } = Fields;
  const marks = { met: "✓", unmet: "✗", undetermined: "?", notApplicable: "–", forReview: "○" };

  const parentOf = (pointer) => pointer.slice(0, pointer.lastIndexOf("/"));
  const template = (pointer) => pointer.replace(/\/(?:[0-9]+|-)(?=\/|$)/g, "/*");

  /** The members as a tree; the members of a list's items stand below the list. */
  const treeOf = (members) => {
    const nodes = new Map([["", { member: { pointer: "" }, children: [] }]]);
    for (const member of members) {
      const node = { member, children: [] };
      nodes.set(member.pointer, node);
      nodes.get(parentOf(member.pointer).replace(/\/\*$/, "")).children.push(node);
    }
    return nodes;
  };

  /** Whether nothing is known of a value. */
  const isBlank = (value) => (value ?? null) === null
    || (value instanceof Map && Array.from(value.values()).every(isBlank));

  /** An object with all members of a node, of which nothing is known. */
  const blank = (node) => new Map(node.children.map((child) => [
    Json.tokens(child.member.pointer).pop(), child.member.type === "object" ? blank(child) : null]));

  /**
   * The form of an application.
   *
   * @param {object} setting `catalogue` (explain), `application` (a Map), `words`, `language`, `names` (the words of
   *   reports), and `changed`, which is called after each change.
   * @returns its `element`, `show` for a report, `focus` for a place, `labelOf`, `said` and `leaves` for places.
   */
  const create = ({ catalogue, application, words, language, names, changed: told }) => {
    const nodes = treeOf(catalogue.members);
    const fields = new Map();
    // What the program said last, and the offer to take back what was done last.
    let [latest, offer] = [null, null];
    // The fields that were typed in, and what was said of those whose number was put right then.
    const [typed, righted] = [new Set(), new Map()];

    const changed = (isWhole) => {
      // To undo what came before would take away what was written since.
      offer?.remove();
      told(isWhole);
    };

    /** What a place is called: the titles on the way to it. */
    const labelOf = (pointer) => {
      const parts = [];
      let place = "";
      for (const token of Json.tokens(pointer)) {
        place += "/" + token;
        const member = nodes.get(template(place))?.member;
        if (member) parts.push(member.label[language]);
        else if (token === "-") parts.push(words.newItem);
        else parts.push(/^[0-9]+$/.test(token) ? filled(words.item, { number: Number(token) + 1 }) : token);
      }
      return parts.join(" › ");
    };

    /** A value at a place as the form shows it. */
    const said = (pointer, value) => {
      if (value instanceof Map) {
        return Array.from(value, ([key, part]) => {
          const place = pointer + "/" + key;
          return (nodes.get(template(place))?.member.label[language] ?? key) + names.colon + said(place, part);
        }).join(words.partComma);
      }
      if (Array.isArray(value)) {
        return value.map((part) => said(pointer + "/-", part)).join(names.listComma) || words.none;
      }
      if (typeof value === "boolean") return value ? words.yes : words.no;
      return nodes.get(template(pointer))?.member.choices?.find(({ word }) => word === value)?.label[language]
        ?? (value === null ? words.unknown : Fields.shownText(value));
    };

    /**
     * What the program says of files, as it is said of a form. What an applicant wrote, in “”, stays; of what to do at
     * a place, a word to choose there is shown as the form shows it.
     */
    const inForm = (text, place = "") => text && text.split(/(“[^”]*”)/).map((part, index) => index % 2 === 1
      ? nodes.get(template(place))?.member.choices?.find(({ word }) => part === "“" + word + "”")?.label[language] ?? part
      : words.inForm.reduce((said, [pattern, meant]) => said.replace(pattern, meant), part).replace(
        /(?<!\w)\/[a-z]\w*(?:\/\w+)*|\b[a-z]\w*(?:\.\w+)+/gi, (path) => {
          const place = path.startsWith("/") ? path : "/" + path.replaceAll(".", "/");
          return nodes.has(template(place)) ? "“" + labelOf(place) + "”" : path;
        })).join("");

    const unit = () => {
      const word = Json.at(application, "/figures/unit");
      const choice = nodes.get("/figures/unit")?.member.choices.find((entry) => entry.word === word);
      return choice && { word, label: choice.label[language] };
    };

    const set = (pointer, value) => {
      Json.put(application, pointer, value);
      for (const field of fields.values()) field.refresh?.();
      changed();
    };

    // MARK: Drawing

    const register = (pointer, field) => {
      fields.set(pointer, { painted: "[]", ...field });
      return field.element;
    };

    const leaf = (node, pointer) => register(pointer, {
      node,
      ...Fields.field({
        member: node.member, id: "f" + pointer, value: Json.at(application, pointer), words, language, unit,
        inForm,
      }, (value) => {
        typed.add(pointer);
        righted.delete(pointer);
        set(pointer, value);
      }),
    });

    const says = (pointer) => element("div", { class: "messages", id: "f" + pointer + "-says" });

    const hintOf = (member) => member.hint ? element("p", { class: "hint" }, inForm(member.hint[language])) : null;

    const group = (node, pointer) => {
      const messages = says(pointer);
      return register(pointer, {
        node, messages,
        element: element(
          "fieldset", { class: "group" }, element("legend", {}, Fields.title(node.member, language)),
          hintOf(node.member), messages, children(node, pointer)),
      });
    };

    /** A list of objects, a frame for each. */
    const list = (node, pointer, isSection) => {
      const messages = says(pointer);
      const asked = element("span", { class: "asked", hidden: "" }, words.asked);
      const body = element("div", {});
      const items = () => Json.at(application, pointer);
      // What was listed comes back when a person only passes by another answer, as the arrow keys do.
      let kept = [];
      const redraw = (place) => {
        for (const key of fields.keys()) {
          if (key.startsWith(pointer + "/")) for (const known of [fields, typed, righted]) known.delete(key);
        }
        draw();
        changed();
        if (latest) show(latest);
        place?.();
      };
      const add = () => {
        const list = items();
        if (Array.isArray(list)) list.push(blank(node));
        else Json.put(application, pointer, [blank(node)]);
        redraw(() => focus(pointer + "/" + (items().length - 1)));
      };
      const remove = (number) => {
        const before = items();
        const left = before.filter((_, index) => index !== number);
        const undo = () => {
          Json.put(application, pointer, before);
          redraw(() => focus(pointer + "/" + number));
        };
        Json.put(application, pointer, left.length > 0 ? left : null);
        redraw(() => {
          offer = element(
            "div", { class: "told", tabindex: "-1", role: "status" },
            element("span", {}, filled(words.removed, { item: titleOf(number) })), button(words.undo, undo));
          body.insertBefore(offer, body.children[number + 1] ?? null);
          offer.focus();
        });
      };
      const titleOf = (number) => node.member.label[language] + " · " + filled(words.item, { number: number + 1 });
      const item = (_, number) => {
        const place = pointer + "/" + number;
        const itemSays = says(place);
        return register(place, {
          node: null, messages: itemSays,
          element: element(
            "fieldset", { class: "item" }, element("legend", {}, titleOf(number)),
            itemSays, children(node, place),
            button(words.removeItem, () => remove(number), {
              class: "remove", "aria-label": words.removeItem + " " + titleOf(number),
            })),
        });
      };
      const draw = () => {
        const value = items();
        const state = Fields.listState({ id: "f" + pointer, value, words }, (state) => {
          if (Array.isArray(items()) && items().length > 0) kept = items();
          const some = kept.length > 0 ? kept : [blank(node)];
          Json.put(application, pointer, state === "some" ? some : state === "none" ? [] : null);
          redraw(() => body.querySelector("input:checked").focus());
        });
        body.replaceChildren(state, ...(Array.isArray(value) ? value.map(item) : []),
          ...(Array.isArray(value) && value.length > 0 ? [button(words.addItem, add, { class: "add" })] : []));
      };
      draw();
      const legend = element("legend", isSection ? { class: "unseen" } : {}, Fields.title(node.member, language), asked);
      return register(pointer, {
        node, messages, asked,
        element: element("fieldset", { class: "field list" }, legend, hintOf(node.member), messages, body),
      });
    };

    const drawn = (node, pointer, isSection = false) => {
      if (node.member.type === "object") return group(node, pointer);
      return node.children.length > 0 ? list(node, pointer, isSection) : leaf(node, pointer);
    };

    const children = (node, pointer) => node.children.map(
      (child) => drawn(child, pointer + "/" + Json.tokens(child.member.pointer).pop()));

    // MARK: Sections

    const sections = [];

    const section = (id, title, clause, tops, content) => {
      const outcomes = element("ul", { class: "outcomes" });
      const isRead = ({ reads }) => reads.some(({ pointer }) => tops.includes("/" + Json.tokens(pointer)[0]));
      // What all sections rest on, such as the year, is not what a criterion is about.
      const concerned = new Set(id === "/" ? [] : catalogue.criteria.filter(isRead).map((criterion) => criterion.id));
      const state = element("span", { class: "state" });
      const heading = element(
        "h3", { id: "s" + id, tabindex: "-1" }, title,
        clause ? element("small", { class: "clause" }, clause) : null);
      const link = element("a", { href: "#s" + id }, title);
      link.addEventListener("click", (event) => {
        event.preventDefault();
        heading.focus();
        heading.scrollIntoView();
      });
      const columns = element(
        "div", { class: "columns" }, element("div", { class: "fields" }, content),
        concerned.size === 0 ? null : element(
          "div", { class: "beside", role: "group", "aria-label": title + " " + words.outcomes }, outcomes));
      const folded = element("p", { class: "note", hidden: "" });
      const section = { tops, outcomes, concerned, state, columns, folded, entry: element("li", {}, link, " ", state) };
      sections.push(section);
      return element("section", { class: "part", "aria-labelledby": "s" + id }, heading, folded, columns);
    };

    const unfold = (section) => {
      section.isUnfolded = true;
      section.folded.hidden = true;
      section.columns.hidden = false;
    };

    const top = nodes.get("").children;
    const isContainer = ({ member }) => member.type === "object" || member.type === "list";
    // What is about the file itself stays as it is.
    const ofFile = ["/formatVersion", "/programme", "/$schema"];
    const first = top.filter((node) => !isContainer(node) && !ofFile.includes(node.member.pointer));
    const parts = [
      section("/", words.aboutApplication, null, first.map((node) => node.member.pointer),
        first.map((node) => drawn(node, node.member.pointer))),
      ...top.filter(isContainer).map((node) => {
        const { member } = node;
        const inside = member.type === "list" ? drawn(node, member.pointer, true) : (() => {
          const messages = says(member.pointer);
          return register(member.pointer, {
            node, messages,
            element: element("div", {}, hintOf(member), messages, children(node, member.pointer)),
          });
        })();
        return section(member.pointer, member.label[language], member.clause?.[language], [member.pointer], inside);
      }),
    ];

    const summary = element("div", {
      class: "summary", tabindex: "-1", role: "group", "aria-labelledby": "summary-title", hidden: "",
    });
    const askedFirst = element("div", { class: "next", hidden: "" });
    const contents = element(
      "nav", { class: "contents", "aria-label": words.contents },
      element("ol", {}, sections.map((entry) => entry.entry)));

    // MARK: Reports

    /** Moves to the field of a place, or to the nearest around it. */
    const focus = (pointer) => {
      let place = pointer;
      while (!fields.has(place) && place !== "") place = parentOf(place);
      const field = fields.get(place);
      if (!field) return;
      for (const section of sections) if (section.columns.contains(field.element)) unfold(section);
      const target = field.element.querySelector(
        "input:checked, input:not([type=radio]), select, textarea, button, input");
      target?.focus({ preventScroll: true });
      (target?.closest(".field") ?? field.element).scrollIntoView({ block: "center" });
    };

    const link = (pointer, text) => {
      const node = element("a", { href: "#f" + pointer }, text);
      node.addEventListener("click", (event) => {
        event.preventDefault();
        focus(pointer);
      });
      return node;
    };

    const isLeaf = (field) => field?.node && !isContainer(field.node);

    /** Draws everything again after a change that the program proposed. */
    const redraw = (pointer) => {
      if (!isLeaf(fields.get(pointer))) return changed(true);
      refill(pointer);
      focus(pointer);
    };

    /** Draws a field again with what stands there now. */
    const refill = (pointer) => {
      const field = fields.get(pointer);
      field.element.replaceWith(leaf(field.node, pointer));
      changed();
    };

    /** Puts right a number that was typed with separators or full-width digits, where the program proposes just that. */
    const putRight = ({ pointer, reason }) => {
      const [field, current, meant] = [fields.get(pointer), Json.at(application, pointer), reason.values.meant?.value];
      if (reason.id !== "number-as-text" || !typed.delete(pointer) || !isLeaf(field)) return;
      if (String(current).normalize("NFKC").replace(/[,\s]/g, "") !== meant) return;
      Json.put(application, pointer, new Json.Digits(meant));
      righted.set(pointer, filled(words.righted, { typed: current, value: meant }));
      refill(pointer);
    };

    /** A button that mends a fault as the program proposes, or `null`. */
    const mending = (fault) => {
      const { pointer } = fault;
      const member = nodes.get(template(pointer))?.member;
      const meant = fault.reason.values.meant?.value;
      if (!member) {
        // Not an item of a list, but a member that the form does not have.
        if (/\/[0-9]+$/.test(pointer)) return null;
        const change = (name) => {
          Json.rename(application, pointer, name);
          changed(true);
        };
        return [meant ? button(filled(words.changeTo, { value: meant }), () => change(meant)) : null,
          button(words.deleteMember, () => change(null))];
      }
      const current = Json.at(application, pointer);
      const isTextList = member.type === "list" && nodes.get(template(pointer)).children.length === 0;
      if (isTextList && typeof current === "string") {
        return button(filled(words.changeTo, { value: current }), () => {
          Json.put(application, pointer, [current]);
          redraw(pointer);
        });
      }
      if (member.type === "list" || member.type === "object") return null;
      const text = String(meant ?? Fields.shownText(current));
      const flags = { true: [true, words.yes], false: [false, words.no] };
      const chosen = member.choices?.find(({ word }) => word === text)?.label[language] ?? text;
      const [value, title] = member.type === "flag"
        ? flags[text] ?? [null] : [Fields.valueOf(text, member.type), chosen];
      if (value === null || Json.compact(value) === Json.compact(current ?? null)) return null;
      return button(filled(words.changeTo, { value: title }), () => {
        Json.put(application, pointer, value);
        redraw(pointer);
      });
    };

    /** What is said at a place, about it or one within it. */
    const message = ({ kind, sentence, mend, fault, pointer, at }) => element(
      "p", { class: kind }, kind === "righted" ? "" : element("b", {}, words[kind] + names.colon),
      pointer === at ? "" : labelOf(pointer) + names.colon, inForm(sentence),
      mend ? element("span", { class: "to-do" }, " → " + inForm(mend, pointer ?? "")) : null,
      fault ? mending(fault) : null);

    const paint = (field, entries) => {
      const key = JSON.stringify(entries.map(({ kind, sentence, mend }) => [kind, sentence, mend]));
      if (key === field.painted) return;
      field.painted = key;
      const hasFault = entries.some(({ kind }) => kind === "fault");
      field.element.classList.toggle("wrong", hasFault);
      const inputs = field.element.querySelectorAll("input:not([type=radio]), select, textarea");
      for (const input of isLeaf(field) ? inputs : []) {
        if (hasFault) input.setAttribute("aria-invalid", "true");
        else input.removeAttribute("aria-invalid");
      }
      field.messages.replaceChildren(...entries.map(message));
    };

    const conditions = new Set(catalogue.criteria.filter(({ role }) => role === "condition").map(({ id }) => id));

    /** The objects that no criterion asks for as things stand, such as the certificate in a first application. */
    const idleObjects = (report) => {
      const absent = new Set(report.findings.filter(({ outcome }) => outcome === "notApplicable").map(
        ({ criterion }) => criterion));
      return new Set(Array.from(nodes).filter(([pointer, { member }]) => member.type === "object"
        && member.readBy.some((id) => absent.has(id)) && (member.readBy.every((id) => absent.has(id))
          || (isBlank(Json.at(application, pointer))
            && !report.missing.some((fact) => fact.pointer.startsWith(pointer + "/"))))).map(([pointer]) => pointer));
    };

    /** The facts that are missing; what is faulty is to be corrected first. */
    const lacked = ({ missing, faults }) => missing.filter(
      (fact) => !faults.some(({ pointer }) => pointer === fact.pointer));

    /** The facts whose answer can still change the verdict. */
    const deciding = (report) => report.verdict !== "undetermined" ? [] : lacked(report).filter(
      (fact) => fact.criteria.some((id) => report.decidedBy.includes(id)));

    const paintSummary = (report) => {
      summary.hidden = report.faultCount === 0;
      if (report.faultCount === 0) return summary.replaceChildren();
      summary.replaceChildren(
        element("h3", { id: "summary-title" }, filled(words.faults, { count: report.faultCount })),
        element("ul", {}, report.faults.map((fault) => element(
          "li", {}, fault.pointer ? [link(fault.pointer, labelOf(fault.pointer)), names.colon] : "", inForm(fault.sentence)))));
    };

    const paintNext = (report, asked) => {
      const others = lacked(report).filter((fact) => !asked.includes(fact));
      const attached = report.verdict === "eligible" ? report.evidenceToAttach : [];
      askedFirst.hidden = asked.length + others.length + attached.length === 0;
      const entry = (fact) => element("li", {}, link(fact.pointer, fact.label));
      const opened = Array.from(askedFirst.querySelectorAll("details[open]"), (node) => node.className);
      const folded = (name, title, facts, draw = entry) => facts.length === 0 ? [] : [element(
        "details", { class: name, ...(opened.includes(name) ? { open: "" } : {}) },
        element("summary", {}, filled(title, { count: facts.length })), element("ul", {}, facts.map(draw)))];
      askedFirst.replaceChildren(
        ...(asked.length === 0 ? [] : [
          element("h3", {}, filled(words.askedFirst, { count: asked.length })),
          element("ul", {}, asked.slice(0, 5).map(entry))]),
        ...folded("more", words.moreFacts, asked.slice(5)),
        ...folded("attached", words.attached, attached, ({ what, places }) => element(
          "li", {}, what, names.colon, linksTo(places))),
        ...folded("others", report.verdict === "ineligible" ? words.besides : words.alsoOpen, others));
    };

    /** Opens a fold of what is still to be done, and goes there. */
    const reveal = (name) => {
      const fold = askedFirst.querySelector("details." + name);
      if (fold) fold.open = true;
      (fold?.querySelector("summary") ?? askedFirst.querySelector("a"))?.focus();
    };

    /** Links to places, a comma between them. */
    const linksTo = (places) => places.map(({ pointer, label }, index) => [
      index > 0 ? names.listComma : "", link(pointer, label)]);

    /** The title of a criterion as a link to what it is about. */
    const titleOf = ({ title, missing, places }) => {
      const place = missing[0] ?? places[0];
      return place ? link(place.pointer, title) : title;
    };

    /** What a finding comes to, beside the fields that it is about. */
    const outcomeOf = (finding) => {
      const { role, outcome, rule, sentence, reason, mend, toDo, missing, places, clauses } = finding;
      const isOpen = outcome === "unmet" || outcome === "undetermined";
      // Figures or texts that experts want are lacking, on which no verdict waits.
      const isForExperts = isOpen && (role === "judgement" || role === "bonus");
      const shown = isForExperts ? "forReview" : outcome;
      const doing = missing.length === 0 ? inForm(toDo, places[0]?.pointer)
        : [mend && reason.id !== "missing" ? inForm(mend) + words.partComma : "", words.fillIn + " ",
          linksTo(missing.slice(0, 3)), missing.length > 3 ? " +" + (missing.length - 3) : ""];
      return element(
        "li", { class: role },
        element("span", { class: "outcome " + shown }, element("span", { "aria-hidden": "true" }, marks[shown] + " "),
          isForExperts ? words.experts : names.outcomes[outcome]),
        element("b", {}, missing.length > 0 ? finding.title : titleOf(finding)),
        element("small", {}, clauses.join(names.clauseComma)),
        element("p", { class: "rule" }, inForm(rule)), sentence === rule ? null : element("p", {}, inForm(sentence)),
        toDo ? element("p", { class: "to-do" }, "→ ", doing) : null,
        isOpen && !isForExperts && role !== "condition" ? element("p", {}, words.noEffect) : null);
    };

    const paintSection = (entry, report, asked, idle) => {
      const isInside = (pointer) => pointer !== null && entry.tops.includes("/" + Json.tokens(pointer ?? "")[0]);
      const count = (pattern, list) => list.length > 0 ? filled(pattern, { count: list.length }) : "";
      const findings = report.findings.filter((finding) => entry.concerned.has(finding.criterion));
      const faults = report.faults.filter(({ pointer }) => isInside(pointer));
      const unmet = findings.filter(({ role, outcome }) => role === "condition" && outcome === "unmet");
      const [top] = entry.tops;
      const isIdle = idle.has(top) && isBlank(Json.at(application, top));
      const state = [
        count(words.faults, faults), count(words.unmet, unmet),
        count(words.notices, report.notices.filter(({ places }) => isInside(places[0]?.pointer))),
        count(words.openFacts, asked.filter(({ pointer }) => isInside(pointer))),
        isIdle ? names.outcomes.notApplicable : ""].filter((part) => part).join(names.comma);
      if (entry.state.textContent !== state) entry.state.textContent = state;
      entry.state.classList.toggle("wrong", faults.length + unmet.length > 0);
      entry.state.classList.toggle("idle", isIdle);
      const isFolded = isIdle && !entry.isUnfolded;
      if (entry.columns.hidden !== isFolded) {
        entry.columns.hidden = isFolded;
        entry.folded.hidden = !isFolded;
        entry.folded.replaceChildren(
          findings.find(({ outcome }) => outcome === "notApplicable")?.sentence ?? "", " ", button(words.unfold, () => {
            unfold(entry);
            entry.columns.querySelector("input, select, textarea")?.focus();
          }));
      }
      const key = JSON.stringify(findings.map(({ outcome, sentence, toDo }) => [outcome, sentence, toDo]));
      if (entry.key === key) return;
      entry.key = key;
      // Who has come to a link there stays at it.
      const active = entry.outcomes.contains(document.activeElement) ? document.activeElement.hash : null;
      entry.outcomes.replaceChildren(...findings.map(outcomeOf));
      // What scrolls is reached by keyboard, at a link in it or itself.
      if (entry.outcomes.querySelector("a")) entry.outcomes.removeAttribute("tabindex");
      else entry.outcomes.tabIndex = 0;
      if (active === null) return;
      const links = Array.from(entry.outcomes.querySelectorAll("a"));
      (links.find(({ hash }) => hash === active) ?? links[0])?.focus({ preventScroll: true });
    };

    /** Shows what the program says about the application, changing only what is not shown yet. */
    const show = (report) => {
      latest = report;
      const entries = new Map();
      const note = (pointer, entry) => {
        let place = pointer ?? "";
        while (!fields.has(place) && place !== "") place = parentOf(place);
        if (!entries.has(place)) entries.set(place, []);
        entries.get(place).push({ ...entry, pointer, at: place });
      };
      for (const fault of report.faults) {
        const { pointer, sentence, mend } = fault;
        note(pointer, { kind: "fault", sentence, mend, fault });
      }
      for (const { places, sentence, mend } of report.notices) {
        note(places[0]?.pointer, { kind: "notice", sentence, mend });
      }
      for (const [pointer, sentence] of righted) note(pointer, { kind: "righted", sentence });
      const asked = deciding(report);
      const [askedFor, idle] = [new Set(asked.map((fact) => fact.pointer)), idleObjects(report)];
      const outcomes = new Map(report.findings.map(({ criterion, outcome }) => [criterion, outcome]));
      /** Says of a field that the verdict turns on it, paler once it is answered, or that it concerns nobody. */
      const paintTag = (field, pointer) => {
        const isAsked = askedFor.has(pointer);
        const isKnown = !isBlank(Json.at(application, pointer));
        const weighs = isKnown && field.node.member.readBy.some(
          (id) => conditions.has(id) && outcomes.get(id) !== "notApplicable");
        const tag = isAsked || weighs ? words.asked
          : !isKnown && idle.has(parentOf(pointer)) ? names.outcomes.notApplicable : "";
        field.asked.textContent = tag;
        field.asked.hidden = tag === "";
        field.asked.classList.toggle("calm", !isAsked);
      };
      for (const [pointer, field] of fields) {
        // Nobody is told of a fault while still typing there.
        const hasFocus = isLeaf(field) && field.element.contains(document.activeElement);
        paint(field, hasFocus && field.painted === "[]" ? [] : entries.get(pointer) ?? []);
        if (field.asked) paintTag(field, pointer);
      }
      paintSummary(report);
      paintNext(report, asked);
      for (const entry of sections) paintSection(entry, report, asked, idle);
      for (const fault of report.faults) {
        if (!fields.get(fault.pointer)?.element.contains(document.activeElement)) putRight(fault);
      }
    };

    const whole = element("div", { class: "form" }, summary, askedFirst, contents, parts);
    whole.addEventListener("focusout", () => {
      // Afterwards, so that what is pressed stays where it is.
      setTimeout(() => { if (latest && whole.isConnected) show(latest); }, 150);
    });

    return {
      element: whole, summary, show, focus, labelOf, link, inForm, message, said, deciding, reveal, titleOf,
      /** The places that hold a single value, in order. */
      leaves: () => Array.from(fields).filter(([, field]) => field.node && !isContainer(field.node))
        .map(([pointer, field]) => ({ pointer, member: field.node.member })),
      unit,
      /** Puts a value into the field of a place. */
      put: (pointer, value) => {
        Json.put(application, pointer, value);
        refill(pointer);
      },
    };
  };

  return { create };
})();
