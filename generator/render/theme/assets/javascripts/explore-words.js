/* What the explore page says about what was found. */

import { readFigure, showCount, showShare, showWan } from "./explore-figures.js";

/** Say how many projects were found, and what their money comes to if any of it counts. */
export function describeFound({ found, read, total, budget, spent }) {
  if (!found) return read < total ? "还没有找到。" : total ? "没有符合这些条件的项目。" : "这里还没有公开的自评表。";
  if (!budget && !spent) return `找到 ${showCount(found)} 个项目。`;
  return [
    `找到 ${showCount(found)} 个项目`,
    `全年预算数合计 ${showWan(budget)} 万元`,
    `全年执行数合计 ${showWan(spent)} 万元`,
    `执行率 ${showShare(spent, budget)}。`,
  ].join("，");
}

/** Say how much is still to be read. */
export function describeReading({ read, total }) {
  return read < total ? `还在读取：${showCount(read)} / ${showCount(total)} 个项目` : "";
}

/** Say which parts of an address are of no use. */
export function describeUnknown(values) {
  return values.length ? `网址里的这些条件本站没有，没有用上：${values.join("、")}。` : "";
}

/** Name a grade, and how far the form has come where it is not simply published. */
export function describeGrade(row) {
  if (row.status === "withdrawn") return row.statusWord;
  return row.grade + (row.status === "published" ? "" : `（${row.statusWord}）`);
}

/** Show a figure of a row by a way of showing. */
export function showFigure(text, way) {
  return way(readFigure(text));
}
