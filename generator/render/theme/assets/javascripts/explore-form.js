/* The form of the explore page: its choices, which come with the data, and what is chosen. */

import { CHOICES } from "./explore-address.js";

const byName = new Intl.Collator("zh-CN").compare;
const all = new Map(); // the groups of units by department, of which the form may show one

/** Fill in the choices; what they read is text and never markup. */
export function fillForm(form, { years, departments, units, grades, statuses }) {
  const { elements } = form;
  for (const year of years) elements.year.add(new Option(`${year} 年度`, year));
  for (const grade of grades) elements.grade.add(new Option(grade));
  for (const [value, word] of statuses) elements.status.add(new Option(word, value));
  for (const [department, name] of [...departments].sort((a, b) => byName(a[1], b[1]))) {
    elements.department.add(new Option(name, department));
    const group = document.createElement("optgroup");
    group.label = name;
    const inside = units.filter((unit) => unit[2] === department).sort((a, b) => byName(a[1], b[1]));
    group.append(...inside.map(([unit, unitName]) => new Option(unitName, unit)));
    all.set(department, group);
  }
  narrowUnits(form, "");
}

/** Offer only the units of a department; a unit of another one is no longer chosen. */
export function narrowUnits(form, department) {
  const { unit } = form.elements;
  if (unit.dataset.department === department) return;
  const chosen = unit.value;
  const groups = [...all].filter(([key]) => !department || key === department).map(([, group]) => group);
  unit.replaceChildren(unit.options[0], ...groups);
  unit.dataset.department = department;
  unit.value = chosen;
  if (unit.selectedIndex < 0) unit.value = "";
}

/** Read what is chosen. */
export function readForm(form) {
  const { elements } = form;
  narrowUnits(form, elements.department.value);
  const chosen = Object.fromEntries(CHOICES.map((name) => [name, elements[name].value]));
  return { text: elements.text.value, ...chosen };
}

/** Choose what a question says; gives what the form does not offer. */
export function writeForm(form, question) {
  const { elements } = form;
  const unknown = [];
  elements.text.value = question.text;
  elements.department.value = question.department;
  narrowUnits(form, elements.department.value);
  for (const name of CHOICES) {
    elements[name].value = question[name];
    if (elements[name].selectedIndex >= 0) continue;
    unknown.push(question[name]);
    elements[name].value = "";
  }
  return unknown;
}
