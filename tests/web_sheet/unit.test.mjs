// The part of the script that does not touch the page: answers, points, the answer file.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, test } from "node:test";
import vm from "node:vm";

const source = readFileSync(new URL("../../src/report/answer_sheet/web/answers.js", import.meta.url), "utf8");
const context = vm.createContext({ crypto: globalThis.crypto });
vm.runInContext(source, context);
const answers = vm.runInContext(
  `({ blankState, stateOf, documentOf, progressOf, chosen, withdrawn, noted, isEmpty, wholeNumber, fileName, clock, filled,
      moment })`,
  context,
);

/** Values made in the other realm have other prototypes. */
const plain = (value) => JSON.parse(JSON.stringify(value));

const SHEET = {
  schema: 1,
  sheet: { id: "abcdefgh", campaign: "2026" },
  organization: { name: "星野", site: "", respondent: "", industry: "", region: "", employees: 12 },
  sets: {
    checklist: {
      set: "principles",
      edition: "1",
      questions: [{ number: 1, id: "updates" }],
      choices: ["doing", "undecided"],
    },
    diagnosis: {
      set: "diagnosis",
      edition: "2",
      questions: [
        { number: 1, id: "updates" },
        { number: 2, id: "__proto__" },
      ],
      choices: ["yes", "no", "unknown"],
      points: { yes: 4, no: 0, unknown: -1 },
      bands: [
        { min: -2, max: 3, verdict: { ja: "低", en: "low" } },
        { min: 4, max: 8, verdict: { ja: "高", en: "high" } },
      ],
    },
  },
  words: { ja: {}, en: {} },
};
const NOW = new Date(2026, 10, 22, 9, 5, 7);

const blank = () => answers.blankState(SHEET, "ja");
const written = (state) => plain(answers.documentOf(SHEET, state));
const read = (file) => answers.stateOf(SHEET, typeof file === "string" ? file : JSON.stringify(file));

describe("answer file", () => {
  test("blank sheet holds what was filled in beforehand and nothing else", () => {
    assert.deepEqual(written(blank()), {
      schema: 1,
      language: "ja",
      status: "in-progress",
      organization: { name: "星野", site: "", respondent: "", industry: "", region: "", employees: 12 },
      checklist: { set: "principles", edition: "1", answered: 0, total: 1, answers: [] },
      diagnosis: { set: "diagnosis", edition: "2", answered: 0, total: 2, answers: [] },
      sheet: { id: "abcdefgh", campaign: "2026" },
    });
  });

  test("answer has its time; what is not answered is absent", () => {
    const state = blank();
    answers.chosen(state, "diagnosis", "__proto__", "no", NOW);
    const { diagnosis, checklist, created_at, updated_at, sheet } = written(state);
    assert.deepEqual(diagnosis.answers, [
      { number: 2, id: "__proto__", answer: "no", note: "", answered_at: answers.moment(NOW) },
    ]);
    assert.equal(diagnosis.unanswered, undefined);
    assert.deepEqual(checklist.answers, []);
    assert.deepEqual([created_at, updated_at], [answers.moment(NOW), answers.moment(NOW)]);
    assert.match(sheet.response, /^[0-9a-f]{16}$/);
  });

  test("note without an answer stands among the unanswered", () => {
    const state = blank();
    answers.noted(state, "checklist", "updates", "来週", NOW);
    const { checklist } = written(state);
    assert.deepEqual(checklist.answers, []);
    assert.deepEqual(checklist.unanswered, [{ number: 1, id: "updates", note: "来週" }]);
    answers.noted(state, "checklist", "updates", "", NOW);
    assert.ok(answers.isEmpty(state));
  });

  test("withdrawn answer leaves its note and no time", () => {
    const state = blank();
    answers.chosen(state, "diagnosis", "updates", "yes", NOW);
    answers.noted(state, "diagnosis", "updates", "3台", NOW);
    answers.withdrawn(state, "diagnosis", "updates", NOW);
    const { diagnosis } = written(state);
    assert.deepEqual([diagnosis.answered, diagnosis.answers], [0, []]);
    assert.deepEqual(diagnosis.unanswered, [{ number: 1, id: "updates", note: "3台" }]);
  });

  test("whole sheet is complete", () => {
    const state = blank();
    answers.chosen(state, "checklist", "updates", "doing", NOW);
    answers.chosen(state, "diagnosis", "updates", "yes", NOW);
    answers.chosen(state, "diagnosis", "__proto__", "yes", NOW);
    assert.equal(written(state).status, "complete");
  });

  test("file comes back as it was written", () => {
    const state = blank();
    state.organization.site = "</script><b>\u202e";
    answers.chosen(state, "diagnosis", "updates", "unknown", NOW);
    answers.noted(state, "diagnosis", "__proto__", "\"quoted\"\nline", NOW);
    const file = written(state);
    const back = read(`\uFEFF${JSON.stringify(file)}`);
    assert.equal(back.leftOut, 0);
    assert.deepEqual(written(back.state), file);
  });
});

describe("file that is opened", () => {
  const file = (parts) => ({ schema: 1, diagnosis: { set: "diagnosis", edition: "2", answers: [], ...parts } });

  test("is refused where it is no answer file", () => {
    for (const text of ["", "{", "[]", "null", "1", "{}", '{"schema":2,"diagnosis":{}}', '{"schema":1}', '{"schema":1,"diagnosis":[]}']) {
      assert.equal(read(text).fault, "unreadable", text);
    }
  });

  test("is refused where it answers another set or edition", () => {
    assert.equal(read(file({ set: "other" })).fault, "other_set");
    assert.equal(read(file({ edition: "1" })).fault, "other_set");
    assert.equal(read({ ...file({}), checklist: { set: "six" } }).fault, "other_set");
  });

  test("loses answers that the sheet does not have, and says how many", () => {
    const entries = [
      { id: "updates", answer: "maybe", note: "kept" },
      { id: "gone", answer: "yes" },
      { number: 2, answer: "yes", answered_at: "yesterday" },
      "no entry",
    ];
    const { state, leftOut } = read(file({ answers: entries }));
    assert.equal(leftOut, 2);
    const { answers: given, unanswered } = written(state).diagnosis;
    assert.deepEqual(given, [{ number: 2, id: "__proto__", answer: "yes", note: "" }]);
    assert.deepEqual(unanswered, [{ number: 1, id: "updates", note: "kept" }]);
  });

  test("cannot bring values of a wrong kind into the fields", () => {
    const { state } = read({ ...file({}), organization: { name: ["x"], site: {}, employees: 7 }, created_at: 1, language: "xx" });
    assert.deepEqual(plain(state.organization), { name: "", site: "", respondent: "", industry: "", region: "", employees: "7" });
    assert.deepEqual([state.created_at, state.language], [null, null]);
  });
});

describe("points", () => {
  test("count from the first answer on; the band only after the last", () => {
    const state = blank();
    answers.chosen(state, "diagnosis", "updates", "unknown", NOW);
    const first = answers.progressOf(SHEET, state).diagnosis;
    assert.deepEqual(plain(first), { answered: 1, total: 2, points: -1, max: 8, band: null });
    answers.chosen(state, "diagnosis", "__proto__", "yes", NOW);
    assert.equal(answers.progressOf(SHEET, state).diagnosis.band.verdict.en, "low");
  });

  test("are nowhere on a sheet without points", () => {
    const { points, bands, ...diagnosis } = SHEET.sets.diagnosis;
    const sheet = { ...SHEET, sets: { ...SHEET.sets, diagnosis } };
    assert.ok(points && bands);
    assert.deepEqual(plain(answers.progressOf(sheet, blank()).diagnosis), { answered: 0, total: 2 });
  });
});

describe("small things", () => {
  test("number of employees is read as people write it", () => {
    const cases = { "": null, " ": null, 12: 12, "１２": 12, "1,200": 1200, "12人": 12, "12.5": undefined, "-1": undefined, 十: undefined };
    for (const [text, number] of Object.entries(cases)) assert.equal(answers.wholeNumber(text), number, text);
    assert.equal(answers.wholeNumber("99999999"), undefined);
  });

  test("file name holds who answers and the day, and leads nowhere else", () => {
    const state = blank();
    Object.assign(state.organization, { name: "../星野/製作所", site: "CON.x", respondent: "" });
    assert.equal(answers.fileName(state, NOW, "json"), "星野_製作所-CON_x-2026-11-22.json");
    Object.assign(state.organization, { name: "", site: "\u202e?" });
    assert.equal(answers.fileName(state, NOW, "json"), "hoshitori-2026-11-22.json");
    state.organization.name = "株".repeat(300);
    assert.ok(new TextEncoder().encode(answers.fileName(state, NOW, "json.txt")).length < 200);
  });

  test("moment carries the offset of the place", () => {
    const text = answers.moment(NOW);
    assert.match(text, /^2026-11-22T09:05:07[+-]\d\d:\d\d$/);
    assert.equal(Date.parse(text), NOW.getTime());
  });

  test("time is told with its day where that is not today", () => {
    assert.equal(answers.clock(NOW, NOW), "09:05");
    assert.equal(answers.clock(NOW, new Date(2026, 10, 23)), "2026-11-22 09:05");
  });

  test("sentence takes its values as they are", () => {
    assert.equal(answers.filled("{name}: {count} {other}", { name: "{count}$&", count: 0 }), "{count}$&: 0 {other}");
  });
});
