// A real browser, for the tests beside this file. The folder that SHEETS names holds the sheets to be opened; what is handed back goes there,
// too, to be imported by the caller.
import assert from "node:assert/strict";
import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before } from "node:test";
import { pathToFileURL } from "node:url";

import axe from "axe-core";
import { chromium } from "playwright-core";

const FOLDER = process.env.SHEETS;
const BACK = join(FOLDER, "back");
const FLAGS = [
  "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
  "--disable-component-update", "--disable-sync",
];
export const PHONE = { viewport: { width: 375, height: 812 }, hasTouch: true, isMobile: true };
export const address = (name) => pathToFileURL(join(FOLDER, name)).href;

export let browser;
before(async () => {
  mkdirSync(BACK, { recursive: true });
  browser = await chromium.launch({ executablePath: process.env.CHROMIUM, args: FLAGS });
});
after(() => browser?.close());

/** Opens a sheet in a browser of its own; whatever it logs or asks of the network fails the test. */
export async function visit(name, act, { init, ...options } = {}) {
  const context = await browser.newContext({ offline: true, ...options });
  const faults = [];
  try {
    context.on("request", (request) => {
      if (!/^(file|blob):/.test(request.url())) faults.push(`request: ${request.url()}`);
    });
    const open = async () => {
      const page = await context.newPage();
      page.on("console", (message) => faults.push(`console: ${message.text()}`));
      page.on("pageerror", (error) => faults.push(`error: ${error}`));
      if (init) await page.addInitScript(init);
      await page.goto(address(name));
      return page;
    };
    await act(await open(), open);
    assert.deepEqual(faults, []);
  } finally {
    await context.close();
  }
}

export const choose = (page, kind, number, choice) => page.locator(`#${kind}-${number} input`).nth(choice).check();

export async function write(page, kind, number, note) {
  await page.locator(`#${kind}-${number} .more summary`).last().click();
  await page.locator(`#${kind}-${number} textarea`).fill(note);
}

/** Answers everything: the choices by turns. */
export async function answerAll(page) {
  for (let number = 1; number <= 5; number += 1) await choose(page, "checklist", number, number % 3);
  for (let number = 1; number <= 25; number += 1) await choose(page, "diagnosis", number, number % 4);
}

/** Answers everything at once, where how it is answered does not matter. */
export const answerAllAtOnce = (page) =>
  page.evaluate(() => document.querySelectorAll(".question").forEach((question) => question.querySelector("input").click()));

export async function download(page, name) {
  const [file] = await Promise.all([page.waitForEvent("download"), page.locator("#save").click()]);
  const path = join(BACK, name);
  await file.saveAs(path);
  return { name: file.suggestedFilename(), path, answers: JSON.parse(readFileSync(path, "utf8")) };
}

export const text = (page, id) => page.locator(`#${id}`).innerText();

/** Fails on anything wider than the window, but for what its own box scrolls. */
export async function assertNothingOverflows(page) {
  const { wide, window } = await page.evaluate(() => ({
    wide: [...document.body.querySelectorAll("*")]
      .filter((element) => element.getBoundingClientRect().right > innerWidth + 1)
      .map((element) => element.outerHTML.slice(0, 80)),
    window: document.documentElement.scrollWidth <= innerWidth,
  }));
  assert.deepEqual(wide, []);
  assert.ok(window, "the page scrolls sideways");
}

export async function assertAccessible(page) {
  // The page allows no script but its own; axe comes in from outside of it.
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate(() => globalThis.axe.run(document, { resultTypes: ["violations"] }));
  assert.deepEqual(
    violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(" ").slice(0, 300)}`),
    [],
  );
}
