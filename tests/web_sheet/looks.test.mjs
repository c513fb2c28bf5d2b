// The sheet in windows of every kind, on paper, and for those who do not see it.
import assert from "node:assert/strict";
import { join } from "node:path";
import { describe, test } from "node:test";

import {
  answerAllAtOnce, assertAccessible, assertNothingOverflows, browser, choose, visit, write,
} from "./browser.mjs";

describe("every window", () => {
  for (const name of ["sheet.html", "english.html", "hostile.html"]) {
    test(`${name} fits 320 px and 200 %`, async () => {
      const act = async (page) => {
        await choose(page, "diagnosis", 1, 1);
        await page.locator("#diagnosis-1 summary").first().click();
        await assertNothingOverflows(page);
        await page.locator("button[data-language=en]").click();
        await assertNothingOverflows(page);
      };
      await visit(name, act, { viewport: { width: 320, height: 640 } });
      // 1280 px magnified twice.
      await visit(name, act, { viewport: { width: 640, height: 400 }, deviceScaleFactor: 2 });
    });

  }

  /** Looks at the sheet as it is first, answered, with a fault, with a question on top of it. */
  async function assertEveryStateAccessible(page) {
    await choose(page, "diagnosis", 1, 1);
    await write(page, "diagnosis", 1, "x");
    await page.locator("#name").fill("");
    await page.locator("#save").click();
    await assertAccessible(page);
    await page.locator("#clear").click();
    await assertAccessible(page);
  }

  for (const [name, language, colorScheme] of [
    ["sheet.html", "ja", "light"], ["sheet.html", "en", "dark"], ["english.html", "en", "light"], ["hostile.html", "ja", "dark"],
  ]) {
    test(`${name} has no fault that axe finds, ${language}, ${colorScheme}`, () =>
      visit(name, async (page) => {
        await page.locator(`button[data-language=${language}]`).click();
        await assertEveryStateAccessible(page);
      }, { colorScheme }));
  }
});

describe("paper", () => {
  test("paper shows answers, notes and fields, and fits two pages", () =>
    visit("sheet.html", async (page) => {
      await choose(page, "diagnosis", 2, 1);
      await write(page, "diagnosis", 2, "営業部はまだ");
      await page.emulateMedia({ media: "print" });
      assert.ok(await page.locator("#diagnosis-2 .written").isVisible());
      assert.ok(!(await page.locator("#save").isVisible()));
      const marks = await page.evaluate(() =>
        [...document.querySelectorAll("#diagnosis-2 i")].map((box) => getComputedStyle(box, "::before").content));
      assert.deepEqual(marks, ["none", '"✓"', "none", "none"]);
      const pdf = await page.pdf({ preferCSSPageSize: true });
      assert.equal(pdf.toString("latin1").match(/\/Type\s*\/Page\b/g).length, 2);
    }));
});

describe("without the script", () => {
  test("page can be filled in and printed, and says what it cannot do", () =>
    visit("sheet.html", async (page) => {
      assert.ok(await page.locator("noscript .notice").first().isVisible());
      await choose(page, "diagnosis", 1, 0);
      assert.ok(!(await page.locator(".bar").isVisible()));
      await page.emulateMedia({ media: "print" });
      assert.ok(await page.locator("#diagnosis-1 i").first().isVisible());
    }, { javaScriptEnabled: false }));
});

describe("picture of the README", { skip: !process.env.PICTURES }, () => {
  for (const [language, note] of [["ja", "定義ファイルの日付を毎週月曜に確認"], ["en", "We check the date of the definitions on Mondays."]]) {
    test(`is drawn, ${language}`, async () => {
      const shots = [];
      const options = { viewport: { width: 360, height: 640 }, isMobile: true, hasTouch: true };
      await visit("sheet.html", async (page) => {
        await page.locator(`button[data-language=${language}]`).click();
        await answerAllAtOnce(page);
        await page.locator("#diagnosis-25 .withdraw").click();
        await choose(page, "diagnosis", 2, 1);
        await write(page, "diagnosis", 2, note);
        const shoot = async (place) => {
          await page.evaluate((id) => {
            document.activeElement.blur();
            document.getElementById(id).scrollIntoView();
          }, place);
          shots.push((await page.screenshot()).toString("base64"));
        };
        await shoot("diagnosis-2");
        await page.locator("#next").click();
        await choose(page, "diagnosis", 25, 1);
        await shoot("hand-back");
      }, options);
      const context = await browser.newContext({ viewport: { width: 760, height: 664 } });
      const page = await context.newPage();
      const style = "body{margin:0;display:flex;gap:16px;padding:11px;background:#d5dae1}img{border:1px solid #5a6472;border-radius:12px}";
      const images = shots.map((shot) => `<img src="data:image/png;base64,${shot}">`).join("");
      await page.setContent(`<style>${style}</style>${images}`);
      await page.screenshot({ path: join(process.env.PICTURES, `web-sheet-${language}.png`) });
      await context.close();
    });
  }
});
