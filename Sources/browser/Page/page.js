// Brings the page up: its views, its language, the application that is filled in, its draft, and what the program
// says about it.
(() => {
  "use strict";

  const { element, filled } = JlcheckReport.parts;
  const { button } = Fields;
  const byId = (id) => document.getElementById(id);
  const draftKey = "jlcheck-draft";

  const state = { language: "zh", view: "fill", application: null, name: "application.json", notice: null };
  let [catalogue, allNames, names, titles, form, bar, timeline, latest] = Array(8).fill(null);

  const programmeNamed = (id) => catalogue.programmes.find((entry) => entry.id === id);

  /** Whether an application is the history of a title. */
  const isHistory = (application) => programmeNamed(programmeOf(application)).isForHolders;

  /** Whether the form is that of such a history. */
  const isForHolder = () => catalogue !== null && programmeNamed(catalogue.rulebook.id).isForHolders;

  const words = () => ({ ...Words[state.language], ...(isForHolder() ? Words[state.language].holder : {}) });

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

  const blank = async () => Json.parse(await Ask.text(["init", ...Ask.ofProgramme()]));

  // MARK: Programmes

  /** The programme that an application names, the usual one where it names none of them. */
  const programmeOf = (application) => {
    const id = application.get("programme");
    return programmeNamed(id) ? id : catalogue.programmes[0].id;
  };

  /** The name of a file that nobody has named. */
  const usualName = () => isForHolder() ? catalogue.rulebook.id.replace(/-holder$/, "") + ".json" : "application.json";

  /** Takes the form and the words of another programme. */
  const take = async (id) => {
    if (catalogue.rulebook.id === id) return;
    Ask.programme = id;
    catalogue = await Ask.json(["explain", ...Ask.ofProgramme()]);
    titles = new Map(catalogue.criteria.map((criterion) => [criterion.id, criterion.title[state.language]]));
    latest = null;
  };

  /** What stands at the same places of two forms, in the one; lists as a whole. */
  const carryOver = (from, into) => {
    for (const [key, value] of from) {
      if (!into.has(key) || value === null) continue;
      const own = into.get(key);
      if (own instanceof Map && value instanceof Map) carryOver(value, own);
      else if (own === null && !(value instanceof Map)) into.set(key, value);
    }
  };

  /** Begins an application for another programme with what the two forms have in common. */
  const changeProgramme = async (id) => {
    const before = state.application;
    await take(id);
    const application = await blank();
    const { title } = programmeNamed(id);
    const keys = ["enterprise", "product", "figures", "market", "bureau", "innovation", "cluster", "promoter"];
    for (const key of keys.filter((key) => before.has(key) && application.has(key))) {
      const [value, own] = [before.get(key), application.get(key)];
      if (value instanceof Map && own instanceof Map) carryOver(value, own);
      // An application tells more of what a history only names.
      else if (own === null) application.set(key, value instanceof Map ? value.get("name") ?? null : value);
      else if (own instanceof Map && own.get("name") === null && !(value instanceof Map)) own.set("name", value);
    }
    const notice = filled(words().otherProgramme, { title: title[state.language] });
    await replaceApplication(application, usualName(), notice);
  };

  // MARK: Checking while a person types

  /** What the program says of a file; of a history how the title stands, too. */
  const judged = async (name, content, isHistory) => isHistory
    ? Holder.status(name, content, catalogue)
    : (await Ask.json(["check", "--", name], { [name]: content })).applications[0];

  let [isJudging, isStale] = [false, false];

  const judge = async () => {
    isStale = true;
    if (isJudging) return;
    isJudging = true;
    try {
      while (isStale) {
        isStale = false;
        const { language, application } = state;
        const id = programmeOf(application);
        const report = await judged("application.json", Json.compact(application), isHistory(application));
        // Another one is asked for once there is the form for it.
        if (language !== state.language || id !== catalogue.rulebook.id) continue;
        latest = report;
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
      undo: async () => {
        Object.assign(state, before, { notice: null });
        await take(programmeOf(state.application));
        keepDraft();
        changed(true);
      },
    };
    Planning.forget();
    await take(programmeOf(application));
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
    const notices = button("", () => form.focus(latest.notices[0].places[0].pointer), { class: "notices", hidden: "" });
    bar = { says, decided, faults, notices, isWhole: false, element: null };
    bar.element = element(
      "section", { class: "verdict-bar", "aria-label": text.verdictLabel }, element("div", {}, says, decided),
      element("div", { class: "tools" }, faults, notices, button(text.saveFile, save, { class: "main" })));
  };

  const more = (count, act) => count > 0 ? [" ", button("+" + count, act, { class: "link" })] : "";

  /** What to do next and where, in the order in which the command says it; the first thing of several. */
  const nextStep = (finding) => {
    const text = words();
    const at = (place, says) => [
      place ? [form.link(place, form.labelOf(place)), names.colon] : "", form.inForm(says, place ?? "")];
    const [[fault], [notice], [first, ...rest]] = [latest.faults, latest.notices, form.deciding(latest)];
    if (fault) return at(fault.pointer, fault.mend ?? fault.sentence);
    if (first) {
      return [
        text.fillIn + " ", form.link(first.pointer, first.label), more(rest.length, () => form.reveal("more"))];
    }
    if (finding) {
      return [at(finding.places[0]?.pointer, finding.toDo), text.partComma, element("a", { href: "#plan" }, text.seePlan)];
    }
    if (latest.verdict !== "eligible") return null;
    const evidence = latest.evidenceToAttach.length;
    const filing = latest.bureauName ? filled(text.fileWith, { bureau: latest.bureauName }) : text.fileIt;
    return [
      notice ? [at(notice.places[0]?.pointer, notice.mend ?? notice.sentence), text.partComma] : "",
      evidence > 0 ? [button(filled(text.attach, { count: evidence }), () => form.reveal("attached"), { class: "link" }),
        text.partComma] : "",
      notice ? text.fileOnce : filing];
  };

  /** Shows parts in the bar's second line. */
  const tellWhy = (...parts) => bar.decided.replaceChildren(...parts.flat(Infinity).map(
    (part) => part instanceof Node ? part : document.createTextNode(part)));

  const showCounts = () => {
    bar.faults.hidden = latest.faultCount === 0;
    bar.faults.textContent = filled(words().showFaults, { count: latest.faultCount });
    bar.notices.hidden = !latest.notices[0]?.places[0];
    bar.notices.textContent = filled(words().notices, { count: latest.noticeCount });
  };

  const say = (sentence, colour) => {
    bar.element.dataset.verdict = colour;
    if (bar.says.textContent !== sentence) bar.says.textContent = sentence;
  };

  /** Says how a title stands, why, and what is to be done first. */
  const showStanding = () => {
    const text = words();
    const { says, colour } = Holder.standing(latest, text, names);
    say(says, colour);
    const { outstanding: [worst], upcoming: [soonest] } = Holder.sorted(latest);
    const [[fault], [asked, ...rest]] = [latest.faults, form.deciding(latest)];
    const at = ({ pointer }, label, sentence) => [
      pointer ? [form.link(pointer, label), names.colon] : "", form.inForm(sentence, pointer ?? "")];
    const next = fault ? at(fault, form.labelOf(fault.pointer ?? ""), fault.mend ?? fault.sentence)
      : worst ? at(worst, worst.title, worst.sentence)
      : asked ? [text.fillIn + " ", form.link(asked.pointer, asked.label), more(rest.length, () => form.reveal("more"))]
      : soonest ? at(soonest, soonest.title, soonest.sentence) : null;
    tellWhy(
      form.inForm(latest.sentence), latest.mend && !asked ? [text.partComma, form.inForm(latest.mend)] : "",
      next ? element("span", { class: "next-step" }, text.next + names.colon, next) : "");
    showCounts();
    timeline.show(latest);
  };

  const showVerdict = () => {
    if (timeline) return showStanding();
    const text = words();
    const deciding = latest.findings.filter((finding) => latest.decidedBy.includes(finding.criterion));
    say(latest.verdictSentence, latest.verdict);
    const shown = bar.isWhole ? deciding : deciding.slice(0, 3);
    const open = latest.verdict !== "ineligible" ? [] : latest.findings.filter(
      ({ role, outcome }) => role === "condition" && outcome === "undetermined");
    const next = nextStep(deciding.find((finding) => finding.toDo));
    const showAll = () => {
      bar.isWhole = true;
      showVerdict();
      bar.decided.querySelectorAll("a")[3]?.focus();
    };
    tellWhy(
      deciding.length === 0 ? latest.meaning : [
        text.decidedBy + names.colon, shown.flatMap((finding, index) => [
          index > 0 ? names.listComma : "", form.titleOf(finding)]), more(deciding.length - shown.length, showAll)],
      open.length > 0 ? [text.partComma, button(
        filled(text.alsoUndetermined, { count: open.length }), () => form.reveal("others"), { class: "link" })] : "",
      next ? element("span", { class: "next-step" }, text.next + names.colon, next) : "");
    showCounts();
  };

  const showFailure = (problem) => {
    delete bar.element.dataset.verdict;
    bar.says.textContent = filled(words().failed, { error: problem.message });
    bar.decided.replaceChildren();
    bar.faults.hidden = bar.notices.hidden = true;
    timeline?.show({ asOf: null, dates: [] });
  };

  // MARK: Fill in

  const makeForm = () => {
    makeBar();
    form = Form.create({
      catalogue, application: state.application, words: words(), language: state.language, names, changed,
    });
    timeline = isForHolder() ? Holder.create({ form, file: saved, words: words(), names }) : null;
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
    const text = filled(hasFaults ? words().savedWithFaults : words().saved, { name: state.name });
    tell(state.notice = { text, isSaved: true });
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
    const application = readFrom(bytes);
    const isOfTitle = application ? isHistory(application) : isForHolder();
    const run = isOfTitle
      ? await Holder.status(name, bytes, catalogue) : await Ask.json(["check", "--", name], { [name]: bytes });
    const { faults } = isOfTitle ? run : run.applications[0];
    if (application && faults.every((fault) => fault.pointer !== null)) {
      return replaceApplication(application, name, filled(words().opened, { name }));
    }
    location.hash = state.view = "fill";
    byId("view").replaceChildren(fillView(element(
      "div", { class: "report" }, isOfTitle ? Holder.faults(run, names) : JlcheckReport.draw(run, names))));
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
          const example = Json.parse(await Ask.text(["init", "--example", ...Ask.ofProgramme()]));
          await replaceApplication(example, usualName(), words().exampleShown);
        }),
        button(text.wipe, async () => {
          await replaceApplication(await blank(), usualName(), words().wiped);
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
    // The list of programmes says the title; a round that is over is said before anything about an application.
    byId("rulebook").textContent = filled(text.rules, {
      title: catalogue.programmes.length < 2 ? rulebook.title[state.language] : "",
      document: rulebook.document, date: rulebook.inForce,
    }) + (rulebook.closed ? names.comma + rulebook.closed[state.language] : "");
    const select = byId("programme");
    select.setAttribute("aria-label", text.programme);
    const listed = (isForHolders) => catalogue.programmes.filter((entry) => entry.isForHolders === isForHolders).map(
      ({ id, title }) => element(
        "option", { value: id, ...(id === rulebook.id ? { selected: "" } : {}) }, title[state.language]));
    const histories = listed(true);
    select.replaceChildren(
      ...listed(false), histories.length > 0 ? element("optgroup", { label: text.holders }, histories) : "");
    select.hidden = catalogue.programmes.length < 2;
    byId("languages").setAttribute("aria-label", text.language);
    for (const node of byId("languages").children) {
      node.setAttribute("aria-pressed", String(node.dataset.language === state.language));
    }
    byId("views").setAttribute("aria-label", text.viewsLabel);
    byId("views").hidden = Object.keys(text.views).length < 2;
    for (const link of byId("views").children) {
      link.hidden = link.dataset.view === "plan" && !rulebook.canBePlanned;
      link.textContent = text.views[link.dataset.view] ?? "";
      if (link.dataset.view === state.view) link.setAttribute("aria-current", "page");
      else link.removeAttribute("aria-current");
    }
    const setting = { words: text, names, titles, language: state.language };
    const views = {
      fill: () => fillView([bar.element, timeline?.element, form.element]),
      files: () => Files.create({ ...setting, fillIn: openFile }),
      ladder: () => Ladder.create({ ...setting, file: saved() }),
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
    if (kept) {
      state.notice = { text: words().restored };
      await take(programmeOf(kept));
      state.name = usualName();
    }
    if (Object.hasOwn(words().views, location.hash.slice(1))) state.view = location.hash.slice(1);
    await speak(state.language);
    for (const node of byId("languages").children) {
      node.addEventListener("click", () => {
        if (node.dataset.language !== state.language) speak(node.dataset.language);
      });
    }
    byId("programme").addEventListener("change", (event) => changeProgramme(event.target.value));
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
