// Validates a JSON file of xAPI statements with @learninglocker/xapi-validation (xAPI 1.0.x).
//
//     node validate.mjs statements.json
//
// The package is looked for in node_modules beside this file, or in the folder that XAPI_VALIDATOR_DIR names.
// Prints how many statements passed; exits 1 and names the first problems where one did not, 2 where it cannot begin.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const PACKAGE = "@learninglocker/xapi-validation";
const MOST_PROBLEMS = 20;

const here = dirname(fileURLToPath(import.meta.url));
const folder = resolve(process.env.XAPI_VALIDATOR_DIR || here);

function stop(why) {
  console.error(why);
  process.exit(2);
}

function load() {
  try {
    return createRequire(join(folder, "package.json"))(PACKAGE).default;
  } catch (error) {
    return stop(`${PACKAGE} is not installed in ${folder}: ${error.message.split("\n")[0]}`);
  }
}

function read(path) {
  if (!path) return stop("usage: node validate.mjs statements.json");
  try {
    const statements = JSON.parse(readFileSync(path, "utf8"));
    return Array.isArray(statements) ? statements : [statements];
  } catch (error) {
    return stop(`${path}: ${error.message}`);
  }
}

/** One problem in a line: what kind, where, and the value found there. */
function inWords(place, warning) {
  const found = JSON.stringify(warning.data) ?? "nothing";
  const kind = warning.expectedType ?? warning.constructor.name;
  return `statement ${place}: ${(warning.path ?? []).join(".")}: ${kind}: found ${found.slice(0, 120)}`;
}

const validate = load();
const statements = read(process.argv[2]);
const problems = statements.map((statement, place) => validate(statement).map((it) => inWords(place, it)));
const passed = problems.filter((it) => it.length === 0).length;

console.log(`${passed} of ${statements.length} statements are valid`);
for (const problem of problems.flat().slice(0, MOST_PROBLEMS)) console.error(problem);
process.exit(passed === statements.length ? 0 : 1);
