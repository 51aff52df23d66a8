/* The worker of the explore page: it fetches the projects part by part, and answers the question asked last after
   every part, so that the first rows are there long before the last part is. */

import { writeFile } from "./explore-csv.js";
import { Records } from "./explore-records.js";

const FOLDER = new URL("../../explore/", import.meta.url);
const PAGE = 30; // rows on a page: laying out more at once could hold up typing on a slow machine

let records;
let latest; // the question asked last, with its number
let isDue = false;
let loading;

async function fetchJson(name, options) {
  const answer = await fetch(new URL(name, FOLDER), options);
  if (!answer.ok) throw new Error(`${name}: ${answer.status}`);
  return answer.json();
}

async function open(question) {
  const index = await fetchJson("index.json", { cache: "no-cache" });
  records = new Records(index);
  postMessage({ kind: "ready", choices: records.choices });
  for (const [order, { file }] of orderParts(index.parts, question.year)) {
    records.add(await fetchJson(file), order);
    answerSoon();
  }
  answerSoon();
}

/** Begin with the year that is asked for; the others keep their order, which is the newest year first. */
function orderParts(parts, year) {
  const asked = ([, part]) => String(part.year) === year;
  const entries = [...parts.entries()];
  return [...entries.filter(asked), ...entries.filter((entry) => !asked(entry))];
}

/** Answer once for all questions and parts that have come in meanwhile. */
function answerSoon() {
  if (isDue || !latest) return;
  isDue = true;
  setTimeout(() => {
    isDue = false;
    postMessage({ kind: "answer", number: latest.number, answer: answer(latest.question) });
  });
}

function answer(question) {
  const found = records.find(question);
  const pages = Math.max(1, Math.ceil(found.length / PAGE));
  const page = Math.min(question.page, pages);
  const rows = found.slice((page - 1) * PAGE, page * PAGE).map((at) => records.describe(at));
  const { read, total } = records;
  return { rows, found: found.length, read, total, page, pages, ...records.addUp(found) };
}

async function save({ question, source }) {
  await loading;
  postMessage({ kind: "file", ...writeFile(records, records.find(question), source) });
}

function fail(error) {
  postMessage({ kind: "failure" });
  throw error; // to be read in the browser's console
}

self.addEventListener("message", ({ data }) => {
  if (data.kind === "open") loading = open(data.question).catch(fail);
  if (data.kind === "export") save(data);
  if (data.kind !== "ask") return;
  latest = data;
  answerSoon();
});
