"use strict";
// The page: shows a state in the form, writes into it what is filled in, keeps it in the browser, hands it back as a file.
// The form itself is in the document already; without this script it can still be printed and filled in by hand.

(() => {
  const byId = (id) => document.getElementById(id);
  const form = byId("answers");
  const dialog = byId("dialog");
  const sheet = JSON.parse(byId("sheet").textContent);
  const storageKey = `hoshitori-sheet-${sheet.sheet.id}`;
  const questions = [...form.querySelectorAll(".question")];
  const fields = Object.keys(sheet.organization).map((name) => form.elements[name]);

  let state = blankState(sheet, document.documentElement.lang);
  /** What the status line says: the name of a sentence and its values, so that it can be said in the other language. */
  let status = null;
  let isKept = true;

  for (const question of questions) equip(question);

  /** Puts note and button below a question. */
  function equip(question) {
    const tools = byId("tools").content.cloneNode(true);
    const summary = tools.querySelector("summary");
    summary.id = `${question.id}-note`;
    tools.querySelector("textarea").setAttribute("aria-labelledby", `${summary.id} ${question.id}-topic`);
    question.querySelector(".more").append(tools);
  }

  // --- Showing ---

  function show() {
    document.documentElement.lang = state.language;
    document.title = words().title;
    for (const button of document.querySelectorAll("[data-language]")) {
      button.setAttribute("aria-pressed", String(button.dataset.language === state.language));
    }
    for (const field of fields) {
      field.value = state.organization[field.name];
      showField(field);
    }
    for (const question of questions) {
      const entry = entryOf(question);
      const note = question.querySelector("textarea");
      for (const radio of question.querySelectorAll("input")) radio.checked = radio.value === entry.answer;
      note.value = entry.note ?? "";
      if (note.value) note.closest("details").open = true;
      showQuestion(question);
    }
    showProgress();
    showStatus();
  }

  function showField(field) {
    written(field.closest(".field")).textContent = field.value;
  }

  function showQuestion(question) {
    const entry = entryOf(question);
    question.classList.toggle("answered", Boolean(entry.answer));
    question.querySelector(".withdraw").hidden = !entry.answer;
    written(question).textContent = entry.note ?? "";
  }

  function showProgress() {
    const progress = progressOf(sheet, state);
    const sum = (part) => progress.checklist[part] + progress.diagnosis[part];
    const isComplete = sum("answered") === sum("total");
    byId("progress").value = sum("answered");
    byId("count").textContent = filled(words().progress, { answered: sum("answered"), total: sum("total") });
    byId("next").hidden = isComplete;
    byId("to-end").hidden = !isComplete;
    const open = sum("total") - sum("answered");
    byId("open").textContent = isComplete ? words().all_answered : filled(words().unanswered, { count: open });
    byId("filled-on").textContent = state.updated_at?.slice(0, 10) ?? "";
    showPoints(progress.diagnosis);
  }

  function showPoints({ answered, points, max, band }) {
    if (points === undefined) return;
    const shown = answered > 0 ? filled(words().points, { points, max }) : "";
    byId("points").textContent = shown;
    byId("result").textContent = shown;
    byId("result").parentElement.hidden = !shown;
    byId("verdict").textContent = band ? band.verdict[state.language] : "";
  }

  function showStatus() {
    byId("status").textContent = status ? filled(words()[status.sentence], status.values) : "";
  }

  function say(sentence, values = {}) {
    status = { sentence, values };
    showStatus();
  }

  function words() {
    return sheet.words[state.language];
  }

  /** Where a field or a note stands on paper. */
  function written(place) {
    return place.querySelector(".written");
  }

  function entryOf(question) {
    return state.answers[question.dataset.kind].get(question.dataset.question) ?? {};
  }

  // --- Filling in ---

  form.addEventListener("input", ({ target }) => {
    const question = target.closest(".question");
    const now = new Date();
    if (fields.includes(target)) {
      state.organization[target.name] = target.value;
      touched(state, now);
      showField(target);
      complain(target, null);
    } else if (question) {
      const { kind, question: id } = question.dataset;
      if (target.type === "radio") chosen(state, kind, id, target.value, now);
      else noted(state, kind, id, target.value, now);
      showQuestion(question);
    } else {
      return;
    }
    keep(now);
  });

  form.addEventListener("click", ({ target }) => {
    const button = target.closest(".withdraw");
    if (!button) return;
    const question = button.closest(".question");
    const now = new Date();
    withdrawn(state, question.dataset.kind, question.dataset.question, now);
    const radios = [...question.querySelectorAll("input")];
    for (const radio of radios) radio.checked = false;
    // The button is about to go; what had the focus must not be lost with it.
    radios[0].focus({ preventScroll: true });
    showQuestion(question);
    keep(now);
  });

  form.addEventListener("submit", (event) => event.preventDefault());

  byId("next").addEventListener("click", () => {
    const open = questions.find((question) => !entryOf(question).answer);
    goTo(open, open.querySelector("input"));
  });

  byId("to-end").addEventListener("click", () => goTo(byId("hand-back"), byId("save")));

  function goTo(place, focused) {
    place.scrollIntoView({ block: "start" });
    focused.focus({ preventScroll: true });
  }

  for (const button of document.querySelectorAll("[data-language]")) {
    button.addEventListener("click", () => {
      state.language = button.dataset.language;
      for (const field of fields) complain(field, null);
      show();
      // Only a sheet that somebody wrote on is kept.
      if (state.updated_at) write();
    });
  }

  // --- Keeping in the browser ---

  function keep(now) {
    showProgress();
    if (write()) say("saved", { time: clock(now, now) });
    else say("not_saved");
  }

  function write() {
    try {
      localStorage.setItem(storageKey, JSON.stringify(documentOf(sheet, state)));
      isKept = true;
    } catch {
      // Storage may be switched off, full, or not there at all.
      isKept = false;
    }
    return isKept;
  }

  function restore() {
    let text = null;
    try {
      text = localStorage.getItem(storageKey);
    } catch {
      say("not_saved");
    }
    const found = text === null ? {} : stateOf(sheet, text);
    if (!found.state) return;
    state = { ...found.state, language: found.state.language ?? state.language };
    if (state.updated_at) say("found", { time: clock(new Date(state.updated_at), new Date()) });
  }

  // The same sheet in another tab.
  addEventListener("storage", ({ key }) => {
    if (key !== storageKey && key !== null) return;
    state = blankState(sheet, state.language);
    restore();
    show();
  });

  addEventListener("beforeunload", (event) => {
    if (!isKept && !isEmpty(state)) event.preventDefault();
  });

  // --- Handing back ---

  byId("save").addEventListener("click", () => {
    if (!isSound()) return;
    const file = answerFile("json", "application/json");
    const link = document.createElement("a");
    link.href = URL.createObjectURL(file);
    link.download = file.name;
    link.click();
    // Later, because some browsers only begin to read after this.
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
    say("file_saved", { name: file.name });
  });

  byId("share").addEventListener("click", async () => {
    if (!isSound()) return;
    try {
      await navigator.share({ files: [sharedFile()], title: document.title });
      say("shared");
    } catch (error) {
      // Somebody who closes the share sheet has changed their mind.
      if (error.name !== "AbortError") say("not_shared");
    }
  });

  byId("share").hidden = !canShare();
  byId("print").addEventListener("click", () => print());

  function canShare() {
    try {
      return Boolean(navigator.canShare?.({ files: [sharedFile()] }));
    } catch {
      return false;
    }
  }

  /** Browsers share plain text, but few of them JSON. */
  function sharedFile() {
    return answerFile("json.txt", "text/plain");
  }

  function answerFile(ending, type) {
    const text = `${JSON.stringify(documentOf(sheet, state), null, 2)}\n`;
    return new File([text], fileName(state, new Date(), ending), { type });
  }

  /** Whether a file can be made that `import` takes; where not, says why and goes there. */
  function isSound() {
    for (const field of fields) {
      if (field.required) complain(field, field.value.trim() ? null : "name_missing");
      if (isCount(sheet, field.name)) complain(field, wholeNumber(field.value) === undefined ? "wrong_employees" : null);
    }
    const wrong = fields.find((field) => field.hasAttribute("aria-invalid"));
    if (wrong) goTo(wrong.closest(".field"), wrong);
    return !wrong;
  }

  function complain(field, sentence) {
    const place = byId(`${field.name}-error`);
    if (!place) return;
    place.textContent = sentence ? words()[sentence] : "";
    if (sentence) field.setAttribute("aria-invalid", "true");
    else field.removeAttribute("aria-invalid");
  }

  // --- Opening a file, clearing ---

  byId("file").addEventListener("change", async ({ target }) => {
    const [file] = target.files;
    if (!file) return;
    const found = file.size <= MAX_FILE ? stateOf(sheet, await file.text()) : { fault: "unreadable" };
    // The same file can be chosen again.
    target.value = "";
    if (found.fault) {
      say(found.fault, { name: file.name });
      return;
    }
    if (!isEmpty(state) && !(await ask("replace_question", "replace", "cancel"))) return;
    state = { ...found.state, language: state.language };
    show();
    if (!write()) say("not_saved");
    else if (found.leftOut > 0) say("opened_in_part", { name: file.name, count: found.leftOut });
    else say("opened", { name: file.name });
  });

  byId("clear").addEventListener("click", async () => {
    if (!(await ask("clear_question", "clear", "cancel"))) return;
    state = blankState(sheet, state.language);
    try {
      localStorage.removeItem(storageKey);
    } catch {
      // Then nothing was kept.
    }
    for (const note of form.querySelectorAll("details")) note.open = false;
    for (const field of fields) complain(field, null);
    show();
    say("cleared");
  });

  /** Asks a question; resolves to whether the answer was yes. */
  function ask(question, yes, no) {
    byId("dialog-question").textContent = words()[question];
    byId("dialog-yes").textContent = words()[yes];
    byId("dialog-no").textContent = words()[no];
    dialog.returnValue = "";
    dialog.showModal();
    return new Promise((resolve) => {
      dialog.addEventListener("close", () => resolve(dialog.returnValue === "yes"), { once: true });
    });
  }

  byId("dialog-yes").addEventListener("click", () => dialog.close("yes"));
  byId("dialog-no").addEventListener("click", () => dialog.close(""));

  document.documentElement.classList.add("scripted");
  restore();
  show();
})();
