/* All projects in memory, column by column: found by conditions, sorted, added up. */

import { readFigure } from "./explore-figures.js";

const FIGURES = ["budget", "spent", "rate", "claimed", "accepted", "lost"];
const POINTS = ["claimed", "accepted"];
const CONDITIONS = ["year", "department", "unit", "grade", "status", "difference"];
const WITHDRAWN = "withdrawn";
const UNGRADED = "未评全";
const MOST = 2 ** 20; // rows of a part at most, to put its rows behind those of the part before

export class Records {
  /** Begin without a project; `index` tells of departments, units and of what is to come. */
  constructor(index) {
    this.about = index.about;
    this.read = 0;
    this.total = index.parts.reduce((sum, { rows }) => sum + rows, 0);
    this.columns = {};
    this.statusWords = new Map(index.statuses);
    this.departments = new Map(index.departments);
    this.units = new Map(index.units.map(([unit, name, department]) => [unit, { name, department }]));
    this.choices = {
      years: [...new Set(index.parts.map(({ year }) => String(year)))],
      departments: index.departments,
      units: index.units,
      grades: index.grades,
      statuses: index.statuses,
    };
  }

  /** Take in a part; `order` is its place among all parts. */
  add(part, order) {
    const { year, units, slug, name, unit, status, shown_rate: shownRate, lowered, raised, grade } = part;
    const ids = unit.map((at) => units[at]);
    const departments = ids.map((id) => this.units.get(id)?.department ?? "");
    const figures = Object.fromEntries(FIGURES.map((column) => [column, part[column]]));
    this.#append({
      ...figures,
      slug,
      name,
      status,
      shownRate,
      order: slug.map((_, at) => order * MOST + at),
      year: slug.map(() => String(year)),
      unit: ids,
      department: departments,
      difference: lowered.map((one, at) => compareTotals(one, raised[at])),
      grade: grade.map((one) => one ?? ""),
      text: name.map((one, at) => fold([one, this.#nameUnit(ids[at]), this.#nameDepartment(departments[at])].join("\n"))),
    });
    this.read += slug.length;
  }

  #append(columns) {
    for (const [name, values] of Object.entries(columns)) (this.columns[name] ??= []).push(...values);
  }

  #nameUnit(unit) {
    return this.units.get(unit)?.name ?? unit;
  }

  #nameDepartment(department) {
    return this.departments.get(department) ?? department;
  }

  /** Find the projects that a question asks for, in the order that it asks for. */
  find(question) {
    const conditions = CONDITIONS.filter((name) => question[name]).map((name) => [this.columns[name], question[name]]);
    const words = fold(question.text).split(/\s+/u).filter(Boolean);
    const found = [];
    for (let at = 0; at < this.read; at += 1) {
      if (!conditions.every(([column, value]) => holds(column[at], value))) continue;
      if (words.every((word) => this.columns.text[at].includes(word))) found.push(at);
    }
    return this.#sort(found, question.sort);
  }

  #sort(found, sort) {
    const { order } = this.columns;
    const [name, direction] = sort.split("-");
    if (!FIGURES.includes(name)) return found.sort((one, other) => order[one] - order[other]);
    const keys = new Map(found.map((at) => [at, this.#rank(at, name)]));
    const sign = direction ? 1 : -1;
    return found.sort((one, other) => compare(keys.get(one), keys.get(other), sign) || order[one] - order[other]);
  }

  /** Give the number by which a project is ranked; NaN, and so the end, where there is none that could be compared. */
  #rank(at, name) {
    const { status, grade, [name]: figures } = this.columns;
    if (figures[at] === null || status[at] === WITHDRAWN) return NaN;
    return POINTS.includes(name) && grade[at] === UNGRADED ? NaN : Number(figures[at]);
  }

  /** Add up the money of those projects that state both, in the smallest parts of a yuan; withdrawn ones do not count. */
  addUp(found) {
    const { status, budget, spent } = this.columns;
    const sums = { budget: 0n, spent: 0n };
    for (const at of found) {
      if (status[at] === WITHDRAWN || budget[at] === null || spent[at] === null) continue;
      sums.budget += readFigure(budget[at]);
      sums.spent += readFigure(spent[at]);
    }
    return sums;
  }

  /** Tell everything about one project. */
  describe(at) {
    const row = Object.fromEntries(Object.entries(this.columns).map(([name, values]) => [name, values[at]]));
    const id = [row.year, row.unit, row.slug];
    return {
      ...row,
      id: id.join("/"),
      path: `projects/${id.map(encodeURIComponent).join("/")}/`,
      unitName: this.#nameUnit(row.unit),
      departmentName: this.#nameDepartment(row.department),
      statusWord: this.statusWords.get(row.status) ?? row.status,
    };
  }
}

/** Return whether a cell is what is asked for, or holds it. */
function holds(cell, value) {
  return Array.isArray(cell) ? cell.includes(value) : cell === value;
}

/** Name how a total stands to its claim: less may be accepted, and more computed; null where nobody can compare. */
function compareTotals(lowered, raised) {
  if (lowered === null) return ["incomparable"];
  return lowered || raised ? [lowered && "lowered", raised && "raised"].filter(Boolean) : ["same"];
}

/** Compare two numbers; one that is none comes last in either direction. */
function compare(one, other, sign) {
  if (Number.isNaN(one) || Number.isNaN(other)) return Number.isNaN(one) - Number.isNaN(other);
  return sign * (one - other);
}

/** Bring a text to one spelling, so that `Ａ` finds `a`. */
function fold(text) {
  return text.normalize("NFKC").toLowerCase();
}
