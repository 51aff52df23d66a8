/* The search dialog: what a reader types and chooses goes to the index, and what comes back is shown. */

import { SITE, countFilters, openIndex, search } from "./search-index.js";
import { renderItem } from "./search-item.js";
import { MARKUP } from "./search-markup.js";
import { processTerm } from "./search-text.js";

const PAGE = 10; // results shown at a time
const PAUSE = 150; // milliseconds without a keystroke before the index is asked
const FAILURE = "搜索数据没有取到。请检查网络，再试一次。";
const FILTERS = ["year", "department", "unit", "grade"];
const byName = new Intl.Collator("zh-CN").compare;

const dialog = createDialog();
const form = find("form");
const input = form.elements.query;
const list = find(".jx-search__list");
const more = find(".jx-search__more");

let timer;
let latest; // the question asked last; answers to earlier ones are dropped
let shown; // the answer whose results are in the list

/** Open the dialog. What was typed before is selected, to be used again or typed over. */
export function openDialog() {
  if (!dialog.open) dialog.showModal();
  input.select();
  openIndex().catch(() => {}); // ahead of the first question, which tells of a failure
}

function createDialog() {
  const holder = document.createElement("div");
  holder.innerHTML = MARKUP;
  for (const link of holder.querySelectorAll("[data-path]")) link.href = new URL(link.dataset.path, SITE);
  document.body.append(...holder.children);
  return document.body.lastElementChild;
}

function find(selector) {
  return dialog.querySelector(selector);
}

// ---- asking ----

function askSoon(event) {
  clearTimeout(timer);
  if (!event.isComposing) timer = setTimeout(ask, PAUSE);
}

async function ask() {
  clearTimeout(timer);
  const question = (latest = readQuestion());
  find(".jx-search__chosen").textContent = question.chosen.join("，");
  if (!question.phrases.length && (question.typed || !question.chosen.length)) {
    showNothing(question.typed ? "只有标点，请再输入文字或数字。" : "", "empty");
    return;
  }
  dialog.toggleAttribute("data-busy", true);
  try {
    const answer = await search(question.phrases, question.filters, question.sort);
    const results = await answer.more(PAGE);
    if (question === latest) showAnswer(question, answer, results);
  } catch {
    if (question === latest) showNothing(FAILURE);
  }
}

/** Read the form: `chosen` are the filters and the sort in words, `typed` tells whether there is any text. */
function readQuestion() {
  const { sort, ...selects } = Object.fromEntries([...FILTERS, "sort"].map((name) => [name, form.elements[name]]));
  const filters = Object.fromEntries(FILTERS.map((name) => [name, selects[name].value]).filter(([, value]) => value));
  const chosen = Object.values(filters);
  if (sort.value) chosen.push(sort.selectedOptions[0].text);
  return { phrases: processTerm(input.value), typed: input.value.trim() !== "", filters, sort: sort.value, chosen };
}

// ---- showing ----

function showAnswer(question, answer, results) {
  if (!answer.total) {
    showNothing(describeMiss(), "none");
    return;
  }
  showState(question.phrases.length ? `找到 ${answer.total} 项` : `共 ${answer.total} 项`);
  shown = answer;
  list.replaceChildren();
  appendResults(results);
}

function showNothing(message, advice) {
  showState(message, advice);
  shown = undefined;
  list.replaceChildren();
  more.hidden = true;
}

function describeMiss() {
  const words = input.value.trim().split(/\s+/u).map((word) => `“${word}”`);
  if (!input.value.trim()) return "没有符合这些条件的页面。";
  return words.length > 1 ? `没有同时含有${words.join("、")}的页面。` : `没有含有${words[0]}的页面。`;
}

function showState(message, advice) {
  dialog.removeAttribute("data-busy");
  find(".jx-search__status").textContent = message;
  for (const part of dialog.querySelectorAll("[data-when]")) part.hidden = part.dataset.when !== advice;
}

async function showMore() {
  const answer = shown;
  const before = list.children.length;
  try {
    const results = await answer.more(PAGE);
    if (answer === shown) appendResults(results);
  } catch {
    if (answer === shown) showState(FAILURE);
  }
  list.children[before]?.querySelector("a").focus();
}

function appendResults(results) {
  list.append(...results.map((result) => renderItem(find("template"), result)));
  more.hidden = list.children.length >= shown.total;
}

// ---- filters ----

async function fillFilters() {
  if (form.elements.year.length > 1) return;
  try {
    for (const [name, counts] of Object.entries(await countFilters())) fillSelect(form.elements[name], counts);
  } catch {
    showNothing(FAILURE);
  }
}

function fillSelect(select, counts) {
  const order = { year: (a, b) => b - a, grade: (a, b) => counts[b] - counts[a] }[select.name] ?? byName;
  select.length = 1; // the choice of all
  for (const value of Object.keys(counts).sort(order)) select.add(new Option(value));
}

function clearOptions() {
  for (const select of form.querySelectorAll("select")) select.value = "";
  ask();
}

// ---- keys and buttons ----

/** Go up and down between the text and the results by the arrow keys. */
function moveByArrows(event) {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  const stops = [input, ...list.querySelectorAll("a")];
  const at = stops.indexOf(document.activeElement);
  if (!step || at < 0 || event.isComposing) return;
  event.preventDefault();
  stops[at + step]?.focus();
}

function closeByEscape(event) {
  if (event.key !== "Escape" || event.isComposing) return;
  event.preventDefault(); // a search field would only clear itself
  dialog.close();
}

input.addEventListener("input", askSoon);
input.addEventListener("compositionend", askSoon);
form.addEventListener("change", (event) => event.target !== input && ask());
form.addEventListener("submit", (event) => {
  event.preventDefault();
  ask();
});
find("details").addEventListener("toggle", fillFilters);
for (const button of dialog.querySelectorAll(".jx-search__reset")) button.addEventListener("click", clearOptions);
more.addEventListener("click", showMore);
find(".jx-search__close").addEventListener("click", () => dialog.close());
dialog.addEventListener("click", (event) => event.target === dialog && dialog.close()); // beside it
dialog.addEventListener("keydown", moveByArrows);
dialog.addEventListener("keydown", closeByEscape);
