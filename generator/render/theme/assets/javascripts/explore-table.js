/* The table of the explore page. Whatever comes from a form is put in as text, never as markup. */

import { showPoints, showWan } from "./explore-figures.js";
import { describeGrade, showFigure } from "./explore-words.js";

const SITE = new URL("../../", import.meta.url);

/** Show the rows of a page of results; those that are shown already keep the focus. */
export function showRows(scroll, rows) {
  const body = scroll.querySelector("tbody");
  const key = JSON.stringify(rows);
  if (body.dataset.rows === key) return;
  const heads = [...scroll.querySelectorAll("thead th")];
  body.replaceChildren(...rows.map((row) => makeRow(row, heads)));
  body.dataset.rows = key;
}

/** Mark the column by which the rows are sorted. */
export function showSort(scroll, sort) {
  for (const head of scroll.querySelectorAll("[data-sort]")) {
    const direction = { [head.dataset.sort]: "descending", [`${head.dataset.sort}-rising`]: "ascending" }[sort];
    if (direction) head.setAttribute("aria-sort", direction);
    else head.removeAttribute("aria-sort");
  }
}

function makeRow(row, heads) {
  const [name, ...cells] = heads.map((head, at) => makeCell(head, at ? "td" : "th"));
  name.scope = "row";
  name.append(makeLink(row.name, row.path));
  const contents = [
    [makeLink(row.unitName, `units/${encodeURIComponent(row.unit)}/`), makeSmall(row.departmentName)],
    row.year,
    showFigure(row.budget, showWan),
    showFigure(row.spent, showWan),
    row.shownRate || "—",
    showFigure(row.claimed, showPoints),
    showAccepted(row),
    showFigure(row.lost, showPoints),
    describeGrade(row),
  ];
  cells.forEach((cell, at) => cell.append(...[contents[at]].flat()));
  const line = document.createElement("tr");
  line.append(name, ...cells);
  return line;
}

/** Make a cell of a column; a phone shows the column's name above it. */
function makeCell(head, tag) {
  const cell = document.createElement(tag);
  if (tag === "td") Object.assign(cell, { className: head.className }).dataset.name = head.textContent;
  return cell;
}

function showAccepted(row) {
  const points = showFigure(row.accepted, showPoints);
  if (row.accepted === null || row.claimed === null || Number(row.accepted) === Number(row.claimed)) return points;
  const mark = document.createElement("b");
  mark.textContent = `≠ ${points}`;
  return mark;
}

function makeLink(text, path) {
  const link = document.createElement("a");
  link.href = new URL(path, SITE);
  link.textContent = text;
  return link;
}

function makeSmall(text) {
  const small = document.createElement("small");
  small.textContent = text;
  return small;
}
