// Parses a file of Moodle GIFT with gift-pegjs, and prints what it found as one line of JSON.
//
//     node validate.mjs questions.gift
//
// The package is looked for in node_modules beside this file, or in the folder that GIFT_PARSER_DIR names.
// Exits 1 and says where and why when the file is no GIFT, 2 where it cannot begin.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const PACKAGE = "gift-pegjs";

const here = dirname(fileURLToPath(import.meta.url));
const folder = resolve(process.env.GIFT_PARSER_DIR || here);

function stop(why) {
  console.error(why);
  process.exit(2);
}

function load() {
  try {
    return createRequire(join(folder, "package.json"))(PACKAGE).parse;
  } catch (error) {
    return stop(`${PACKAGE} is not installed in ${folder}: ${error.message.split("\n")[0]}`);
  }
}

function read(path) {
  if (!path) return stop("usage: node validate.mjs questions.gift");
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    return stop(`${path}: ${error.message}`);
  }
}

// gift-pegjs 1.0.2 leaves its own marks for escaped characters where it knows no format: right of `->`.
const MARKS = { "058": ":", "035": "#", "061": "=", 123: "{", 125: "}", 126: "~", "092": "\\" };

function unmarked(text) {
  return text.replace(/&&(\d{3});/g, (mark, code) => MARKS[code] ?? mark).replace(/&&010/g, "\n");
}

/** A question in the words this project compares. */
function told(question) {
  const text = (it) => it?.text ?? null;
  const choices = [question.choices ?? []].flat();
  const answers = choices.filter((it) => it.text).map((it) => ({
    text: it.text.text ?? it.text,
    right: it.isCorrect ?? true,
    weight: it.weight ?? null,
    said: text(it.feedback),
  }));
  const pairs = (question.matchPairs ?? []).map((it) => [it.subquestion.text, unmarked(it.subanswer)]);
  const numbers = choices.filter((it) => it.number !== undefined).map((it) => [it.number, it.range ?? 0]);
  const common = { type: question.type, title: question.title, stem: question.stem?.text };
  return { ...common, answers, pairs, numbers, holds: question.isTrue ?? null, why: text(question.globalFeedback) };
}

const parse = load();
try {
  const found = parse(read(process.argv[2]));
  console.log(JSON.stringify(found.map(told)));
} catch (error) {
  const { line, column } = error.location?.start ?? {};
  console.error(`${line}:${column}: ${error.message}`);
  process.exit(1);
}
