// Brings the page up: its views, its language, the application that is filled in, its draft, and what the program
// says about it.
(() => {
  "use strict";

  const { element, filled } = JlcheckReport.parts;
  const { button } = Fields;
  const byId = (id) => document.getElementById(id);
  const draftKey = "jlcheck-draft";

  const state = { language: "zh", view: "fill", application: null, name: "application.json", notice: null };
  let [catalogue, allNames, names, titles, form, bar, latest] = Array(7).fill(null);
  const words = () => Words[state.language];

  // MARK: Draft

  let isDraftKept = true;

  const keepDraft = () => {
    try {
      localStorage.setItem(draftKey, Json.pretty(state.application));
      isDraftKept = true;
    } catch {
      isDraftKept = false;
    }
  };

  const draft = () => {
    try {
      const text = localStorage.getItem(draftKey);
      const application = text === null ? null : Json.parse(text);
      // What cannot be written again could not be checked either.
      return application instanceof Map && Json.compact(application) ? application : null;
    } catch {
      return null;
    }
  };

  const blank = async () => Json.parse(await Ask.text(["init"]));

  // MARK: Checking while a person types

  let [isJudging, isStale] = [false, false];

  const judge = async () => {
    isStale = true;
    if (isJudging) return;
    isJudging = true;
    try {
      while (isStale) {
        isStale = false;
        const language = state.language;
        const run = await Ask.json(["check", "application.json"], { "application.json": Json.compact(state.application) });
        if (language !== state.language) continue;
        latest = run.applications[0];
        form.show(latest);
        showVerdict();
      }
    } catch (problem) {
      // No verdict is better than one of what was there before.
      latest = null;
      showFailure(problem);
    }
    isJudging = false;
  };

  let saving = null;

  const keepChange = () => {
    if (saving === null) return;
    clearTimeout(saving);
    saving = null;
    const wasKept = isDraftKept;
    keepDraft();
    if (wasKept && !isDraftKept) tell({ text: words().noDraft });
  };

  /** After each change; everything is drawn again where more changed than a field knows. */
  const changed = (isWhole = false) => {
    clearTimeout(saving);
    saving = setTimeout(keepChange, 400);
    // To undo what came before would take away what was written since.
    const { undo, isSaved } = state.notice ?? {};
    if (undo || isSaved) tell(state.notice = isSaved ? { text: words().unsaved } : null);
    if (isWhole === true) {
      makeForm();
      show();
      (form.summary.hidden ? byId("view") : form.summary).focus();
    }
    judge();
  };

  const replaceApplication = async (application, name, notice) => {
    // What was put in and not changed since is not what a person wants back.
    const before = state.notice?.before ?? { application: state.application, name: state.name };
    Object.assign(state, { application, name });
    state.notice = {
      text: notice,
      before,
      undo: () => {
        Object.assign(state, before, { notice: null });
        keepDraft();
        changed(true);
      },
    };
    Planning.forget();
    keepDraft();
    makeForm();
    location.hash = "fill";
    state.view = "fill";
    show();
    await judge();
    byId("notice")?.focus();
  };

  // MARK: Verdict

  const makeBar = () => {
    const text = words();
    const says = element("p", { class: "says", role: "status" });
    const decided = element("p", { class: "decided" });
    const faults = button("", () => {
      form.summary.focus();
      form.summary.scrollIntoView({ block: "center" });
    }, { class: "faults", hidden: "" });
    bar = { says, decided, faults, element: null };
    bar.element = element(
      "section", { class: "verdict-bar", "aria-label": text.verdictLabel }, element("div", {}, says, decided),
      element("div", { class: "tools" }, faults, button(text.saveFile, save, { class: "main" })));
  };

  const linkTo = (finding) => {
    const place = (finding.missing[0] ?? finding.places[0])?.pointer;
    return place ? form.link(place, finding.title) : finding.title;
  };

  /** What to do at the first fault or else about the first finding that stands in the way, and where. */
  const nextStep = (fault, finding) => {
    const at = (place, says) => [
      place ? [form.link(place, form.labelOf(place)), names.colon] : "", form.inForm(says, place ?? "")];
    if (fault) return at(fault.pointer, fault.mend ?? fault.sentence);
    if (!finding) return null;
    const [first, ...rest] = finding.missing;
    if (!first) return at(finding.places[0]?.pointer, finding.toDo);
    return [words().fillIn + " ", form.link(first.pointer, first.label), rest.length > 0 ? " +" + rest.length : ""];
  };

  const showVerdict = () => {
    const text = words();
    const deciding = latest.findings.filter((finding) => latest.decidedBy.includes(finding.criterion));
    bar.element.dataset.verdict = latest.verdict;
    if (bar.says.textContent !== latest.verdictSentence) bar.says.textContent = latest.verdictSentence;
    const rest = deciding.length - 3;
    const next = nextStep(latest.faults[0], deciding.find((finding) => finding.toDo));
    bar.decided.replaceChildren(...[
      deciding.length > 0 ? [text.decidedBy + names.colon, deciding.slice(0, 3).flatMap((finding, index) => [
        index > 0 ? names.listComma : "", linkTo(finding)]), rest > 0 ? " +" + rest : ""] : latest.meaning,
      next ? element("span", { class: "next-step" }, text.next + names.colon, next) : "",
    ].flat(Infinity).map((part) => part instanceof Node ? part : document.createTextNode(part)));
    bar.faults.hidden = latest.faultCount === 0;
    bar.faults.textContent = filled(text.showFaults, { count: latest.faultCount });
  };

  const showFailure = (problem) => {
    delete bar.element.dataset.verdict;
    bar.says.textContent = filled(words().failed, { error: problem.message });
    bar.decided.replaceChildren();
    bar.faults.hidden = true;
  };

  // MARK: Fill in

  const makeForm = () => {
    makeBar();
    form = Form.create({
      catalogue, application: state.application, words: words(), language: state.language, names, changed,
    });
    if (latest) {
      form.show(latest);
      showVerdict();
    }
  };

  const tell = (notice) => {
    const box = byId("notice");
    if (!box) return;
    box.replaceChildren(...(notice === null ? [] : [
      element("span", {}, notice.text), notice.undo ? button(words().undo, notice.undo) : ""]));
    box.hidden = notice === null;
  };

  /** The application as it is saved. */
  const saved = () => ({ name: state.name, text: Json.pretty(state.application) + "\n" });

  const save = () => {
    Ask.save(state.name, saved().text, "application/json");
    const hasFaults = latest?.faultCount > 0;
    state.notice = { text: filled(hasFaults ? words().savedWithFaults : words().saved, { name: state.name }), isSaved: true };
    tell(state.notice);
    (hasFaults ? form.summary : byId("notice")).focus();
  };

  const decoded = (bytes) => {
    try {
      // What is no UTF-8 is GB18030 to the program, too.
      return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    } catch {
      return new TextDecoder("gb18030", { fatal: true }).decode(bytes);
    }
  };

  /** The application that a file holds, `null` where it is none that could be kept whole. */
  const readFrom = (bytes) => {
    try {
      const application = Json.parse(decoded(bytes));
      return application instanceof Map ? application : null;
    } catch {
      return null;
    }
  };

  /** Opens a file in the form; one with faults that are in no field is shown as its report. */
  const openFile = async (path, bytes) => {
    const name = path.split("/").pop();
    const run = await Ask.json(["check", "--", name], { [name]: bytes });
    const application = readFrom(bytes);
    if (application && run.applications[0].faults.every((fault) => fault.pointer !== null)) {
      return replaceApplication(application, name, filled(words().opened, { name }));
    }
    location.hash = state.view = "fill";
    byId("view").replaceChildren(fillView(element("div", { class: "report" }, JlcheckReport.draw(run, names))));
    tell({ text: filled(words().notOpened, { name }), undo: null });
    byId("notice").focus();
  };

  const fillView = (content) => {
    const text = words();
    const input = element("input", {
      type: "file", id: "open-input", class: "unseen", accept: ".json,application/json",
    });
    input.addEventListener("change", async () => {
      try {
        const [file] = input.files;
        await openFile(file.name, new Uint8Array(await file.arrayBuffer()));
      } catch (problem) {
        tell({ text: filled(words().failed, { error: problem.message }) });
      }
      input.value = "";
    });
    const notice = element("div", { class: "told", id: "notice", tabindex: "-1", role: "status", hidden: "" });
    return element(
      "div", { class: "filling" }, element("h2", { tabindex: "-1" }, text.fillTitle),
      element("p", { class: "note" }, text.fillNote),
      element("div", { class: "tools" }, input, element("label", { for: "open-input", class: "button" }, text.open),
        button(text.example, async () => {
          const example = Json.parse(await Ask.text(["init", "--example"]));
          await replaceApplication(example, "application.json", words().exampleShown);
        }),
        button(text.wipe, async () => {
          await replaceApplication(await blank(), "application.json", words().wiped);
          clearTimeout(saving);
          saving = null;
          try { localStorage.removeItem(draftKey); } catch { /* Then nothing was kept. */ }
        })),
      notice, content);
  };

  // MARK: Views and languages

  const show = () => {
    const text = words();
    document.documentElement.lang = text.tag;
    document.title = text.views[state.view] + " – " + text.title;
    byId("title").textContent = text.title;
    byId("skip").textContent = text.skip;
    byId("foot").textContent = catalogue.program + " · " + text.foot;
    const { rulebook } = catalogue;
    byId("rulebook").textContent = filled(text.rules, {
      title: rulebook.title[state.language], document: rulebook.document, date: rulebook.inForce,
    });
    byId("languages").setAttribute("aria-label", text.language);
    for (const node of byId("languages").children) {
      node.setAttribute("aria-pressed", String(node.dataset.language === state.language));
    }
    byId("views").setAttribute("aria-label", text.viewsLabel);
    for (const link of byId("views").children) {
      link.textContent = text.views[link.dataset.view];
      if (link.dataset.view === state.view) link.setAttribute("aria-current", "page");
      else link.removeAttribute("aria-current");
    }
    const setting = { words: text, names, titles, language: state.language };
    const views = {
      fill: () => fillView([bar.element, form.element]),
      files: () => Files.create({ ...setting, fillIn: openFile }),
      plan: () => Planning.create({ ...setting, form, application: state.application, file: saved() }),
    };
    byId("view").replaceChildren(views[state.view]());
    if (state.view === "fill") tell(state.notice ?? (isDraftKept ? null : { text: text.noDraft }));
  };

  /** The words of reports in both languages, from a page that the program writes. */
  const reportWords = async () => {
    const page = await Ask.text(["check", "--format", "html", "application.json"], { "application.json": "{}" });
    // Its text is not parsed as a page: browsers would report its style as against this page's policy.
    const island = (language) => JSON.parse(page.split('id="words-' + language + '">')[1].split("<")[0]);
    return { zh: island("zh"), en: island("en") };
  };

  const speak = async (language) => {
    state.language = Ask.language = language;
    names = allNames[language];
    titles = new Map(catalogue.criteria.map((criterion) => [criterion.id, criterion.title[language]]));
    latest = null;
    makeForm();
    await judge();
    show();
  };

  const go = (view) => {
    if (!Object.hasOwn(words().views, view) || view === state.view) return;
    state.view = view;
    state.notice = null;
    show();
    byId("view").querySelector("h2").focus();
  };

  const start = async () => {
    state.language = Ask.language = navigator.language.startsWith("en") ? "en" : "zh";
    const kept = draft();
    [catalogue, allNames, state.application] = await Promise.all([
      Ask.json(["explain"]), reportWords(), kept ?? blank()]);
    if (kept) state.notice = { text: words().restored };
    if (Object.hasOwn(words().views, location.hash.slice(1))) state.view = location.hash.slice(1);
    await speak(state.language);
    for (const node of byId("languages").children) {
      node.addEventListener("click", () => {
        if (node.dataset.language !== state.language) speak(node.dataset.language);
      });
    }
    addEventListener("pagehide", keepChange);
    addEventListener("hashchange", () => go(location.hash.slice(1)));
    byId("skip").addEventListener("click", (event) => {
      event.preventDefault();
      byId("view").focus();
    });
  };

  start().catch((problem) => {
    byId("view").replaceChildren(element(
      "p", { class: "fault", role: "alert" }, filled(words().failed, { error: problem.message })));
    throw problem;
  });
})();
