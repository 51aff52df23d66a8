// Pairs of the name that stands above a value on a phone, and of the column's own name in the head of its table.
() => [...document.querySelectorAll("table")].flatMap(table => {
  const columns = [...table.querySelectorAll("thead th")].map(one => one.textContent);
  const taken = [];
  return [...table.querySelectorAll("tbody tr")].flatMap((row, at) => {
    let column = 0;
    return [...row.children].flatMap(cell => {
      while (taken[at]?.[column]) column += 1;
      const mine = column;
      for (let down = 0; down < cell.rowSpan; down += 1) {
        for (let across = 0; across < cell.colSpan; across += 1) {
          (taken[at + down] ??= [])[mine + across] = true;
        }
      }
      column += cell.colSpan;
      const label = getComputedStyle(cell, "::before").content;
      return label.startsWith('"') ? [[label.slice(1, -1), columns[mine] ?? ""]] : [];
    });
  });
})
