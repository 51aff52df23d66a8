/* The explore page: what a reader chooses stands in the address and goes to a worker, and what comes back is shown.
   This page never goes through the projects itself, so nothing holds up typing, however many there are. */

import { readAddress, writeAddress } from "./explore-address.js";
import { fillForm, narrowUnits, readForm, writeForm } from "./explore-form.js";
import { describeFound, describeReading, describeUnknown } from "./explore-words.js";
import { showRows, showSort } from "./explore-table.js";

const FAILURE = "项目数据没有取全。请检查网络，再刷新本页；也可以直接看下面列出的表格。";

const holder = document.querySelector(".jx-explore");
const form = holder.querySelector("form");
const scroll = holder.querySelector(".jx-scroll");
const pages = holder.querySelector(".jx-explore__pages");
const button = form.elements.export;
const find = (name) => holder.querySelector(`.jx-explore__${name}`);

const worker = new Worker(new URL("explore-worker.js", import.meta.url), { type: "module" });
let question = readAddress(location.search);
let number = 0; // of the question asked last; answers to earlier ones are dropped
let isTyping = false; // whether the last entry of the browser's history was made by typing

// ---- asking ----

function ask() {
  showSort(scroll, question.sort);
  narrowUnits(form, question.department);
  delete holder.dataset.answered;
  worker.postMessage({ kind: "ask", number: (number += 1), question });
}

/** Put the question into the address. What is typed in one go is one step back, any choice is a step of its own. */
function remember(typed) {
  const address = writeAddress(question) || location.pathname;
  if (typed && isTyping) history.replaceState(null, "", address);
  else history.pushState(null, "", address);
  isTyping = typed;
}

function change(changes, typed = false) {
  const before = JSON.stringify(question);
  question = { ...question, page: 1, ...changes };
  if (JSON.stringify(question) === before) return;
  show(find("unknown"), "");
  remember(typed);
  ask();
}

function followAddress() {
  isTyping = false;
  question = readAddress(location.search);
  show(find("unknown"), describeUnknown(writeForm(form, question)));
  question = { ...readForm(form), page: question.page };
  ask();
}

// ---- showing ----

function show(element, text) {
  if (element.textContent !== text) element.textContent = text; // a screen reader says it only when it is another
  element.hidden = !text;
}

function showAnswer({ answer }) {
  show(find("status"), describeFound(answer));
  if (!("failed" in holder.dataset)) show(find("loading"), describeReading(answer));
  showRows(scroll, answer.rows);
  scroll.hidden = !answer.found;
  showPages(answer);
  button.disabled = !answer.found || answer.read < answer.total;
  holder.dataset.answered = answer.read < answer.total ? "partly" : "whole";
}

function showPages({ page, pages: count }) {
  pages.hidden = count < 2;
  pages.querySelector("span").textContent = `第 ${page} 页，共 ${count} 页`;
  for (const one of pages.querySelectorAll("button")) one.disabled = !isPage(page + Number(one.dataset.step), count);
  pages.dataset.page = page;
}

function isPage(page, count) {
  return page >= 1 && page <= count;
}

function turnPage(event) {
  const step = Number(event.target.dataset?.step);
  if (!step) return;
  change({ page: Number(pages.dataset.page) + step });
  scroll.focus({ preventScroll: true });
  scroll.scrollIntoView();
}

/** Say that not everything could be read; what was read can still be used. */
function fail() {
  holder.dataset.failed = "";
  if (!("answered" in holder.dataset)) show(find("status"), "");
  find("loading").setAttribute("role", "alert");
  show(find("loading"), FAILURE);
}

function saveFile({ file, name }) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  button.disabled = false;
}

function start({ choices }) {
  fillForm(form, choices);
  followAddress();
  holder.dataset.ready = "";
}

// ---- what comes from the worker, and what from the reader ----

worker.addEventListener("message", ({ data }) => {
  if (data.kind === "ready") start(data);
  else if (data.kind === "answer" && data.number === number) showAnswer(data);
  else if (data.kind === "file") saveFile(data);
  else if (data.kind === "failure") fail();
});
worker.addEventListener("error", fail);

form.addEventListener("input", (event) => {
  const typed = event.target.name === "text";
  if (!event.isComposing) change(readForm(form), typed);
});
form.elements.text.addEventListener("compositionend", () => change(readForm(form), true));
form.addEventListener("submit", (event) => event.preventDefault());
form.addEventListener("reset", () => setTimeout(() => change(readForm(form)))); // the fields are empty only then
button.addEventListener("click", () => {
  button.disabled = true;
  worker.postMessage({ kind: "export", question, source: location.href });
});
scroll.querySelector("thead").addEventListener("click", (event) => {
  const column = event.target.closest("[data-sort]")?.dataset.sort;
  if (!column) return;
  form.elements.sort.value = form.elements.sort.value === column ? `${column}-rising` : column;
  change(readForm(form));
});
pages.addEventListener("click", turnPage);
addEventListener("popstate", followAddress);

show(find("status"), "正在读取项目……");
worker.postMessage({ kind: "open", question });
