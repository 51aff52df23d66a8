/* One result as an item of the list. */

import { SITE } from "./search-index.js";

/** Fill a copy of the template's item; whatever comes from the content is set as text, only marks are elements. */
export function renderItem(template, result) {
  const item = template.content.firstElementChild.cloneNode(true);
  const part = (name) => item.querySelector(`.jx-search__${name}`);
  part("link").href = new URL(result.path, SITE);
  part("title").append(...result.title.map(renderRun));
  part("kind").textContent = result.kind;
  part("facts").append(...result.facts.map(renderFact));
  part("excerpt").append(...result.excerpt.map(renderRun));
  return item;
}

function renderFact(runs) {
  const fact = document.createElement("span");
  fact.append(...runs.map(renderRun));
  return fact;
}

function renderRun({ text, marked }) {
  if (!marked) return text;
  const mark = document.createElement("mark");
  mark.textContent = text;
  return mark;
}
