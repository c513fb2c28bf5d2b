"use strict";
// The answers of a sheet without the page: what is kept, the answer file, the points. Nothing here touches the document.
//
// `sheet` is the data block of the page: {schema, sheet, organization, sets: {checklist, diagnosis}, words}. A state is
// {language, response, created_at, updated_at, organization, answers: {checklist: Map, diagnosis: Map}}; the maps hold
// {answer, note, answered_at} by the id of the question, and nothing of a question that nobody touched. `response` tells
// apart what several people wrote on copies of one sheet.

/* exported blankState, stateOf, documentOf, progressOf, chosen, withdrawn, noted, isEmpty */
/* exported isCount, wholeNumber, fileName, clock, filled, MAX_FILE */

/** Largest answer file that is read, in bytes; what `import` takes as well. */
const MAX_FILE = 10 * 1024 * 1024;

/** Most employees that a sheet takes, as in the workbook. */
const MAX_EMPLOYEES = 10_000_000;

/** Longest file name without its ending, in characters; 150 bytes of Japanese fit every file system. */
const MAX_NAME = 50;

const KINDS = ["checklist", "diagnosis"];

/** A sheet on which nobody has written: only what was filled in beforehand. */
function blankState(sheet, language) {
  return {
    language,
    response: null,
    created_at: null,
    updated_at: null,
    organization: organizationOf(sheet, sheet.organization),
    answers: { checklist: new Map(), diagnosis: new Map() },
  };
}

/** The fields about who answers as texts, whatever a file holds. */
function organizationOf(sheet, given) {
  const text = (value) => (typeof value === "string" || typeof value === "number" ? String(value) : "");
  return Object.fromEntries(Object.keys(sheet.organization).map((field) => [field, text(given[field])]));
}

/** Whether a field is a number of people; every other one is a text. */
function isCount(sheet, field) {
  return typeof sheet.organization[field] !== "string";
}

/** Whether nothing was answered or noted. */
function isEmpty(state) {
  return KINDS.every((kind) => state.answers[kind].size === 0);
}

/** Gives an answer to a question. */
function chosen(state, kind, id, answer, now) {
  touched(state, now);
  const entry = state.answers[kind].get(id) ?? { note: "" };
  state.answers[kind].set(id, { ...entry, answer, answered_at: moment(now) });
}

/** Takes the answer to a question back; its note stays. */
function withdrawn(state, kind, id, now) {
  touched(state, now);
  const note = state.answers[kind].get(id)?.note ?? "";
  state.answers[kind].delete(id);
  if (note) state.answers[kind].set(id, { note });
}

/** Writes the note of a question. */
function noted(state, kind, id, note, now) {
  touched(state, now);
  const entry = { ...state.answers[kind].get(id), note };
  if (entry.answer || note) state.answers[kind].set(id, entry);
  else state.answers[kind].delete(id);
}

/** Notes that something changed. */
function touched(state, now) {
  state.response ??= randomId();
  state.created_at ??= moment(now);
  state.updated_at = moment(now);
}

/** How far each set is answered, with its points and its band where the sheet shows points. */
function progressOf(sheet, state) {
  return Object.fromEntries(
    KINDS.map((kind) => {
      const set = sheet.sets[kind];
      const given = set.questions.map((question) => state.answers[kind].get(question.id)?.answer).filter(Boolean);
      const progress = { answered: given.length, total: set.questions.length };
      if (set.points) {
        progress.points = given.reduce((sum, answer) => sum + set.points[answer], 0);
        progress.max = Math.max(...Object.values(set.points)) * progress.total;
        const isWhole = progress.answered === progress.total;
        // There is no band before the last answer.
        const contains = (band) => band.min <= progress.points && progress.points <= band.max;
        progress.band = isWhole ? (set.bands.find(contains) ?? null) : null;
      }
      return [kind, progress];
    }),
  );
}

/** The answer file: the document of `show --json`, as far as a sheet knows it. What is not answered is absent. */
function documentOf(sheet, state) {
  const progress = progressOf(sheet, state);
  const isComplete = KINDS.every((kind) => progress[kind].answered === progress[kind].total);
  const value = ([field, text]) => [field, isCount(sheet, field) ? (wholeNumber(text) ?? null) : text];
  const section = (kind) => {
    const set = sheet.sets[kind];
    const entries = set.questions.flatMap(({ number, id }) => {
      const { answer, note, answered_at } = state.answers[kind].get(id) ?? {};
      const given = { ...(answer && { answer }), note: note ?? "", ...(answer && answered_at && { answered_at }) };
      return answer || note ? [{ number, id, ...given }] : [];
    });
    const unanswered = entries.filter((entry) => !entry.answer);
    return {
      set: set.set,
      edition: set.edition,
      answered: progress[kind].answered,
      total: progress[kind].total,
      answers: entries.filter((entry) => entry.answer),
      ...(unanswered.length > 0 && { unanswered }),
    };
  };
  return {
    schema: sheet.schema,
    ...(state.created_at && { created_at: state.created_at }),
    ...(state.updated_at && { updated_at: state.updated_at }),
    language: state.language,
    status: isComplete ? "complete" : "in-progress",
    organization: Object.fromEntries(Object.entries(state.organization).map(value)),
    checklist: section("checklist"),
    diagnosis: section("diagnosis"),
    sheet: { ...sheet.sheet, ...(state.response && { response: state.response }) },
  };
}

/**
 * What an answer file holds for this sheet: {state, leftOut}, where `leftOut` counts answers to questions or with choices
 * that the sheet does not have; or {fault}: "unreadable", or "other_set" where it answers other questions.
 */
function stateOf(sheet, text) {
  let file;
  try {
    file = JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch {
    return { fault: "unreadable" };
  }
  const kinds = KINDS.filter((kind) => isObject(file?.[kind]));
  if (!isObject(file) || file.schema !== sheet.schema || kinds.length === 0) return { fault: "unreadable" };
  const state = blankState(sheet, sheet.words[file.language] ? file.language : null);
  if (isObject(file.organization)) state.organization = organizationOf(sheet, file.organization);
  state.created_at = momentOf(file.created_at);
  state.updated_at = momentOf(file.updated_at);
  state.response = /^[0-9a-f]{16}$/.test(file.sheet?.response) ? file.sheet.response : null;
  let leftOut = 0;
  for (const kind of kinds) {
    const set = sheet.sets[kind];
    if (file[kind].set !== set.set || (file[kind].edition ?? set.edition) !== set.edition) {
      return { fault: "other_set" };
    }
    for (const entry of ["answers", "unanswered"].flatMap((list) => listOf(file[kind][list]))) {
      const question = set.questions.find(({ number, id }) => entry.id === id || (!entry.id && entry.number === number));
      const answer = set.choices.includes(entry.answer) ? entry.answer : null;
      const note = typeof entry.note === "string" ? entry.note : "";
      if (!question || (entry.answer && !answer)) leftOut += 1;
      if (!question || (!answer && !note)) continue;
      const answered_at = momentOf(entry.answered_at);
      state.answers[kind].set(question.id, { note, ...(answer && { answer, ...(answered_at && { answered_at }) }) });
    }
  }
  return { state, leftOut };
}

function isObject(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function listOf(value) {
  return Array.isArray(value) ? value.filter(isObject) : [];
}

function momentOf(value) {
  return typeof value === "string" && /^\d{4}-\d\d-\d\dT/.test(value) && !Number.isNaN(Date.parse(value)) ? value : null;
}

/** The whole number that was typed: `null` for nothing, `undefined` for anything else. Full-width digits count. */
function wholeNumber(text) {
  const digits = text.normalize("NFKC").replace(/[\s,]/g, "").replace(/[人名]$/, "");
  if (digits === "") return null;
  const number = Number(digits);
  return /^\d+$/.test(digits) && number <= MAX_EMPLOYEES ? number : undefined;
}

/** A moment as documents write it: RFC 3339 with the offset of the place, to the second. */
function moment(date) {
  const two = (number) => String(number).padStart(2, "0");
  const offset = -date.getTimezoneOffset();
  const away = Math.abs(offset);
  const sign = offset < 0 ? "-" : "+";
  return `${day(date)}T${time(date)}:${two(date.getSeconds())}${sign}${two(Math.floor(away / 60))}:${two(away % 60)}`;
}

function randomId() {
  const bytes = crypto.getRandomValues(new Uint8Array(8));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

function day(date) {
  const two = (number) => String(number).padStart(2, "0");
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

function time(date) {
  return `${String(date.getHours()).padStart(2, "0")}:${String(date.getMinutes()).padStart(2, "0")}`;
}

/** The time of a moment as people read it, with the day where that is not today. */
function clock(date, now) {
  return day(date) === day(now) ? time(date) : `${day(date)} ${time(date)}`;
}

/** The name of an answer file: who answers and the day, without anything that a system does not take in a name. */
function fileName(state, now, ending) {
  const { name, site, respondent } = state.organization;
  const safe = (part) => part.normalize("NFC").replace(/[^\p{L}\p{N}\p{M}]+/gu, "_").replace(/^_+|_+$/g, "");
  const parts = [name, site, respondent].map(safe).filter(Boolean);
  const who = Array.from(parts.join("-") || "hoshitori").slice(0, MAX_NAME).join("");
  return `${who}-${day(now)}.${ending}`;
}

/** A sentence with its values: `{name}` stands for the value of that name. */
function filled(sentence, values) {
  return sentence.replace(/\{(\w+)\}/g, (place, name) => (name in values ? String(values[name]) : place));
}
