// The scripts of the page are plain scripts that share one scope; `answers.js` runs first.
import js from "@eslint/js";
import globals from "globals";

const answers = [
  "blankState", "stateOf", "documentOf", "progressOf", "chosen", "withdrawn", "noted", "touched", "isEmpty", "isCount", "wholeNumber",
  "fileName", "clock", "filled", "MAX_FILE",
];

// Texts come from question files and from people: they are texts, never markup.
const markup = ["innerHTML", "outerHTML", "insertAdjacentHTML", "setHTMLUnsafe"].map((property) => ({ property }));

const rules = {
  ...js.configs.recommended.rules,
  curly: ["error", "multi-line"],
  eqeqeq: "error",
  "no-eval": "error",
  "no-implied-eval": "error",
  "no-shadow": "error",
  "no-var": "error",
  "prefer-const": "error",
};

export default [
  { ignores: ["**/node_modules/**"] },
  {
    files: ["src/report/answer_sheet/web/answers.js"],
    languageOptions: { sourceType: "script", globals: { crypto: "readonly" } },
    rules,
  },
  {
    files: ["src/report/answer_sheet/web/sheet.js"],
    languageOptions: {
      sourceType: "script",
      globals: { ...globals.browser, ...Object.fromEntries(answers.map((name) => [name, "readonly"])) },
    },
    rules: { ...rules, "no-restricted-properties": ["error", ...markup] },
  },
  {
    files: ["tests/web_sheet/**/*.mjs"],
    languageOptions: { sourceType: "module", globals: { ...globals.node, ...globals.browser } },
    rules,
  },
];
