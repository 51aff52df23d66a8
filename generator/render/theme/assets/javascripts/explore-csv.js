/* What was found as a CSV file, every row with where it comes from. The rules are those of generator/render/exports/delimited.py,
   against which a test holds them: UTF-8 with a mark, and no text that Excel would take for a formula. */

const GUARDED = "=+-@\t\r\n|%＝＋－＠'";
const MARK = "\ufeff";
const DIFFERENCES = { lowered: "认定低于自评", raised: "复算高于自评", same: "与自评相同", incomparable: "没法相比" };
const SITE = new URL("../../", import.meta.url);

/** The columns: a name, and what is in it. Figures come as they are; everything else is guarded. */
const COLUMNS = [
  ["项目编号", (row) => row.id],
  ["年度", (row) => row.year, true],
  ["主管部门", (row) => row.departmentName],
  ["实施单位", (row) => row.unitName],
  ["项目名称", (row) => row.name],
  ["状态", (row) => row.statusWord],
  ["全年预算数（元）", (row) => row.budget, true],
  ["全年执行数（元）", (row) => row.spent, true],
  ["预算执行率（比值）", (row) => row.rate, true],
  ["自评总分", (row) => row.claimed, true],
  ["认定总分", (row) => row.accepted, true],
  ["失分", (row) => row.lost, true],
  ["自评与认定", (row) => row.difference.map((one) => DIFFERENCES[one]).join("、")],
  ["认定等级", (row) => row.grade],
  ["网页", (row, about) => new URL(row.path, about.root).href],
  ["数据许可", (_, about) => about.licence.name],
  ["许可全文", (_, about) => about.licence.url],
  ["发布单位", (_, about) => about.publisher],
  ["数据版本", (_, about) => about.revision],
  ["数据日期", (_, about) => about.date],
  ["出处", (_, about) => about.view],
  ["取用日期", (_, about) => about.retrieved],
];

/** Write the projects at these places; `source` is the address at which the reader sees them. */
export function writeFile(records, found, source) {
  const about = { ...records.about, ...locate(records.about.source, source), retrieved: writeDay(new Date()) };
  const lines = [COLUMNS.map(([name]) => name)];
  for (const at of found) {
    const row = records.describe(at);
    lines.push(COLUMNS.map(([, read, isFigure]) => writeCell(read(row, about), isFigure)));
  }
  const text = lines.map((cells) => cells.map(quote).join(",") + "\r\n");
  return { file: new Blob([MARK, ...text], { type: "text/csv;charset=utf-8" }), name: `检索结果-${about.retrieved}.csv` };
}

/** Find the lasting addresses of the site and of the view, where the site says where it stands. */
function locate(home, source) {
  const view = new URL(home, SITE);
  view.search = new URL(source).search;
  return { root: new URL("../", view), view: view.href };
}

function writeCell(value, isFigure) {
  const text = value ?? "";
  return isFigure ? text : guard(text);
}

/** Keep a text from being taken for a formula. */
export function guard(text) {
  return text && GUARDED.includes(text[0]) ? `'${text}` : text;
}

function quote(cell) {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

/** Write the reader's own day, on which the data was taken. */
function writeDay(now) {
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
}
