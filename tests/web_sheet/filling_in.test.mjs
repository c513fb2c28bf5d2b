// From the first answer to the file that is handed back.
import assert from "node:assert/strict";
import { describe, test } from "node:test";

import { PHONE, address, answerAll, answerAllAtOnce, choose, download, text, visit, write } from "./browser.mjs";

describe("filling in", () => {
  test("answers on a phone are handed back as a file", () =>
    visit("sheet.html", async (page) => {
      assert.equal(await page.locator("html").getAttribute("lang"), "ja");
      assert.equal(await page.locator("#name").inputValue(), "株式会社星野製作所");
      assert.equal(await page.locator("#employees").inputValue(), "24");
      await answerAll(page);
      await write(page, "diagnosis", 7, "宛先は2人で確認\n\"二重\"のチェック");
      assert.equal(await text(page, "count"), "回答 30/30");
      assert.equal(await text(page, "points"), "32/100点");
      assert.notEqual(await text(page, "verdict"), "");
      assert.match(await text(page, "status"), /^\d\d:\d\dにこの端末に保存しました。$/);
      const { name, answers } = await download(page, "whole.json");
      assert.match(name, /^株式会社星野製作所-大阪工場-山田_太郎-\d{4}-\d\d-\d\d\.json$/);
      assert.equal(answers.status, "complete");
      assert.equal(answers.diagnosis.answers[6].note, "宛先は2人で確認\n\"二重\"のチェック");
    }, PHONE));

  test("unanswered questions stay absent, their notes stay", () =>
    visit("sheet.html", async (page) => {
      await choose(page, "diagnosis", 3, 3);
      await write(page, "diagnosis", 4, "あとで確かめる");
      assert.equal(await text(page, "verdict"), "");
      const { answers } = await download(page, "partial.json");
      assert.deepEqual(answers.checklist.answers, []);
      assert.deepEqual(answers.diagnosis.answers.map(({ number, answer }) => [number, answer]), [[3, "unknown"]]);
      assert.deepEqual(answers.diagnosis.unanswered.map(({ number, note }) => [number, note]), [[4, "あとで確かめる"]]);
    }));

  test("answer can be taken back, and the focus stays with the question", () =>
    visit("sheet.html", async (page) => {
      await choose(page, "diagnosis", 1, 0);
      await page.locator("#diagnosis-1 .withdraw").click();
      assert.equal(await page.locator("#diagnosis-1 :checked").count(), 0);
      assert.equal(await text(page, "count"), "回答 0/30");
      assert.equal(await page.evaluate(() => document.activeElement.name), "diagnosis-1");
    }));

  test("company and employees are asked for before a file is made", () =>
    visit("english.html", async (page) => {
      await page.locator("#employees").fill("some");
      await page.locator("#save").click();
      assert.equal(await text(page, "name-error"), "Please enter the company's name.");
      assert.equal(await page.evaluate(() => document.activeElement.id), "name");
      await page.locator("#name").fill("Hoshino Works");
      await page.locator("#save").click();
      assert.equal(await page.evaluate(() => document.activeElement.id), "employees");
      await page.locator("#employees").fill("１２");
      const { answers } = await download(page, "english.json");
      assert.equal(answers.organization.employees, 12);
      assert.equal(answers.language, "en");
    }));

  test("sheet without points shows none and knows none", () =>
    visit("english.html", async (page) => {
      await answerAllAtOnce(page);
      assert.equal(await text(page, "points"), "");
      assert.equal(await page.locator("#result").count(), 0);
      const data = JSON.parse(await page.locator("#sheet").textContent());
      assert.deepEqual(Object.keys(data.sets.diagnosis), ["set", "edition", "questions", "choices"]);
    }));
});

describe("both languages", () => {
  test("switch changes every text and no answer, and is remembered", () =>
    visit("sheet.html", async (page, open) => {
      await choose(page, "diagnosis", 2, 1);
      await page.locator("button[data-language=en]").click();
      assert.equal(await page.title(), "Information security: answer sheet");
      assert.match(await page.locator("#diagnosis-2").innerText(), /^2\s*Antivirus/);
      assert.match(await text(page, "status"), /^Saved on this device at \d\d:\d\d\.$/);
      assert.ok(await page.locator("#diagnosis-2 input").nth(1).isChecked());
      const shown = await page.locator("body").innerText();
      assert.deepEqual(shown.replace("日本語", "").match(/[\u3040-\u30ff\u4e00-\u9fff]+/g), null);
      const again = await open();
      assert.equal(await again.locator("html").getAttribute("lang"), "en");
    }));

  test("accessible names are of one language", () =>
    visit("sheet.html", async (page) => {
      const question = page.getByRole("group", { name: /^2 ウイルス対策/ });
      await question.getByRole("radio", { name: "実施している", exact: true }).check();
      await write(page, "diagnosis", 2, "x");
      await question.locator("xpath=..").getByRole("textbox", { name: "メモ ウイルス対策", exact: true }).fill("y");
    }));
});

describe("the browser's storage", () => {
  test("answers are there again after a reload and in a new tab", () =>
    visit("sheet.html", async (page, open) => {
      await choose(page, "checklist", 1, 0);
      await write(page, "checklist", 1, "毎週");
      await page.locator("#site").fill("名古屋");
      await page.reload();
      for (const one of [page, await open()]) {
        assert.ok(await one.locator("#checklist-1 input").first().isChecked());
        assert.equal(await one.locator("#checklist-1 textarea").inputValue(), "毎週");
        assert.equal(await one.locator("#site").inputValue(), "名古屋");
        assert.match(await text(one, "status"), /^前回の回答（\d\d:\d\dに保存）の続きです。$/);
      }
    }));

  test("two tabs of one sheet do not overwrite each other", () =>
    visit("sheet.html", async (page, open) => {
      const other = await open();
      await choose(page, "checklist", 1, 0);
      await other.waitForFunction(() => document.querySelector("#checklist-1 input").checked);
      await choose(other, "checklist", 2, 1);
      await page.waitForFunction(() => document.querySelectorAll("#checklist-2 input")[1].checked);
      assert.equal(await text(page, "count"), "回答 2/30");
    }));

  test("other sheet in the same browser has answers of its own", () =>
    visit("sheet.html", async (page) => {
      await choose(page, "checklist", 1, 0);
      await page.goto(address("english.html"));
      assert.equal(await text(page, "count"), "0/30 answered");
    }));

  test("clearing asks first and brings back what was filled in beforehand", () =>
    visit("sheet.html", async (page) => {
      await answerAllAtOnce(page);
      await page.locator("#name").fill("別の会社");
      await page.locator("#clear").click();
      assert.equal(await page.evaluate(() => document.activeElement.id), "dialog-no");
      await page.keyboard.press("Escape");
      assert.equal(await text(page, "count"), "回答 30/30");
      await page.locator("#clear").click();
      await page.locator("#dialog-yes").click();
      assert.equal(await text(page, "count"), "回答 0/30");
      assert.equal(await page.locator("#name").inputValue(), "株式会社星野製作所");
      await page.reload();
      assert.equal(await text(page, "count"), "回答 0/30");
    }));

  test("without storage the sheet says so and still hands back", () =>
    visit("sheet.html", async (page) => {
      await choose(page, "checklist", 1, 0);
      assert.match(await text(page, "status"), /^この端末には自動で保存できません。/);
      const { answers } = await download(page, "unkept.json");
      assert.equal(answers.checklist.answers.length, 1);
    }, {
      init: () => Object.defineProperty(globalThis, "localStorage", { get: () => { throw new Error("switched off"); } }),
    }));

  test("rubbish in the storage is a blank sheet", () =>
    visit("sheet.html", async (page) => {
      await choose(page, "checklist", 1, 0);
      for (const rubbish of ["", "{", '{"schema":1,"checklist":{"set":"other"}}']) {
        await page.evaluate((value) => localStorage.setItem(Object.keys(localStorage)[0], value), rubbish);
        await page.reload();
        assert.equal(await text(page, "count"), "回答 0/30");
      }
    }));
});

describe("opening a file", () => {
  test("saved file is opened in another browser to go on", async () => {
    let saved;
    await visit("sheet.html", async (page) => {
      await choose(page, "diagnosis", 5, 2);
      await write(page, "diagnosis", 5, "月例会で共有");
      saved = await download(page, "first.json");
    });
    await visit("sheet.html", async (page) => {
      await page.locator("#file").setInputFiles(saved.path);
      await page.waitForFunction(() => document.querySelector("#diagnosis-5 :checked"));
      assert.match(await text(page, "status"), /^「first\.json」を開きました。$/);
      await choose(page, "diagnosis", 6, 0);
      const { answers } = await download(page, "second.json");
      assert.deepEqual(answers.diagnosis.answers[0], saved.answers.diagnosis.answers[0]);
      assert.equal(answers.diagnosis.answers.length, 2);
      assert.equal(answers.created_at, saved.answers.created_at);
      assert.deepEqual(answers.sheet, saved.answers.sheet);
      // There is something to lose now.
      await page.locator("#file").setInputFiles(saved.path);
      await page.locator("#dialog-no").click();
      assert.equal(await text(page, "count"), "回答 2/30");
      await page.locator("#file").setInputFiles(saved.path);
      await page.locator("#dialog-yes").click();
      assert.equal(await text(page, "count"), "回答 1/30");
    });
  });

  test("other file is refused with its name, and nothing changes", () =>
    visit("sheet.html", async (page) => {
      await choose(page, "checklist", 1, 0);
      const files = { "a.json": "{", "b.json": '{"schema":1,"checklist":{"set":"six-principles","edition":"1"}}' };
      for (const [name, content] of Object.entries(files)) {
        await page.locator("#file").setInputFiles({ name, mimeType: "application/json", buffer: Buffer.from(content) });
        await page.waitForFunction((start) => document.getElementById("status").textContent.startsWith(start), `「${name}」は`);
      }
      assert.equal(await text(page, "count"), "回答 1/30");
    }));
});

describe("handing back", () => {
  test("phone that shares files gets the answers as text", () =>
    visit("sheet.html", async (page) => {
      await choose(page, "checklist", 1, 0);
      await page.locator("#share").click();
      await page.waitForFunction(() => globalThis.shared);
      const { name, type, content } = await page.evaluate(() => globalThis.shared);
      assert.match(name, /\.json\.txt$/);
      assert.equal(type, "text/plain");
      assert.equal(JSON.parse(content).checklist.answers.length, 1);
      assert.equal(await text(page, "status"), "回答ファイルを共有しました。");
    }, {
      ...PHONE,
      init: () => {
        navigator.canShare = ({ files }) => files.every((file) => file.type === "text/plain");
        navigator.share = async ({ files: [file] }) => {
          globalThis.shared = { name: file.name, type: file.type, content: await file.text() };
        };
      },
    }));

  test("failed sharing is told, a closed share sheet is not", () =>
    visit("sheet.html", async (page) => {
      await choose(page, "checklist", 1, 0);
      await page.locator("#share").click();
      assert.match(await text(page, "status"), /保存しました。$/);
      await page.evaluate(() => { globalThis.failure = "NotAllowedError"; });
      await page.locator("#share").click();
      assert.match(await text(page, "status"), /^共有できませんでした。/);
    }, {
      init: () => {
        navigator.canShare = () => true;
        navigator.share = () => Promise.reject(new DOMException("", globalThis.failure ?? "AbortError"));
      },
    }));

  test("share button is not there where files cannot be shared", () =>
    visit("sheet.html", async (page) => assert.ok(!(await page.locator("#share").isVisible())), {
      init: () => { navigator.canShare = undefined; },
    }));
});

describe("keyboard", () => {
  test("keys alone fill in, go on and save", () =>
    visit("sheet.html", async (page) => {
      await page.locator("#next").focus();
      await page.keyboard.press("Enter");
      assert.equal(await page.evaluate(() => document.activeElement.name), "checklist-1");
      await page.keyboard.press("Space");
      await page.keyboard.press("ArrowDown");
      assert.ok(await page.locator("#checklist-1 input").nth(1).isChecked());
      await page.locator("#next").focus();
      await page.keyboard.press("Enter");
      assert.equal(await page.evaluate(() => document.activeElement.name), "checklist-2");
      await page.locator("#save").focus();
      const [file] = await Promise.all([page.waitForEvent("download"), page.keyboard.press("Enter")]);
      assert.match(file.suggestedFilename(), /\.json$/);
      assert.equal(await page.evaluate(() => document.activeElement.id), "save");
    }));

  test("what has the focus is never behind the bar", () =>
    visit("sheet.html", async (page) => {
      await page.locator("#name").focus();
      for (let step = 0; step < 60; step += 1) {
        await page.keyboard.press("Tab");
        const [focused, bar, isInBar] = await page.evaluate(() => [
          document.activeElement.getBoundingClientRect().bottom,
          document.querySelector(".bar").getBoundingClientRect().top,
          Boolean(document.activeElement.closest(".bar")),
        ]);
        assert.ok(isInBar || focused <= bar + 1, `step ${step}: ${focused} > ${bar}`);
      }
    }, PHONE));
});

describe("hostile questions", () => {
  test("texts stay texts, nothing runs, answers come back", () =>
    visit("hostile.html", async (page) => {
      assert.equal(await page.evaluate(() => globalThis.injected), undefined);
      assert.match(await page.locator("#diagnosis-1 legend").innerText(), /<\/script><script>globalThis\.injected=1<\/script>/);
      assert.equal(await page.locator("script").count(), 3);
      assert.equal(await page.locator("#diagnosis-1 img").count(), 0);
      await choose(page, "diagnosis", 1, 0);
      await write(page, "diagnosis", 1, "</script><!--\u202e'\"&");
      const { answers } = await download(page, "hostile.json");
      assert.equal(answers.diagnosis.answers[0].note, "</script><!--\u202e'\"&");
      await page.reload();
      assert.equal(await page.locator("#diagnosis-1 textarea").inputValue(), "</script><!--\u202e'\"&");
    }));

  test("policy refuses a script that is not the page's own", () =>
    visit("sheet.html", async (page) => {
      const isRefused = await page.evaluate(() => new Promise((resolve) => {
        addEventListener("securitypolicyviolation", () => resolve(true), { once: true });
        const script = document.createElement("script");
        script.textContent = "globalThis.injected = 1";
        document.body.append(script);
        setTimeout(() => resolve(false), 2000);
      }));
      assert.ok(isRefused);
      assert.equal(await page.evaluate(() => globalThis.injected), undefined);
    }).catch((error) => {
      // The browser logs what it refused; that is all that may be wrong.
      assert.match(String(error.actual), /^console: .*Content Security Policy/);
      assert.equal(error.actual.length, 1);
    }));
});
