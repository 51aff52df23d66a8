// Texts that lie over one another, and what is cut at the edge of its box.
() => {
  const texts = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const parent = node.parentElement;
    if (!node.data.trim() || parent.closest("script, style, noscript, dialog, option, .md-sidebar, .md-dialog")) continue;
    if (!parent.checkVisibility({ opacityProperty: true, visibilityProperty: true })) continue;
    if (["absolute", "fixed"].includes(getComputedStyle(parent).position)) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const box of range.getClientRects()) {
      if (box.width > 1 && box.height > 1 && !isClipped(parent, box)) texts.push({ box, node });
    }
  }
  texts.sort((one, other) => one.box.top - other.box.top);
  const found = [];
  texts.forEach(({ box, node }, at) => {
    for (const other of texts.slice(at + 1)) {
      if (other.box.top >= box.bottom - 3) break;
      const wide = Math.min(box.right, other.box.right) - Math.max(box.left, other.box.left);
      const high = Math.min(box.bottom, other.box.bottom) - Math.max(box.top, other.box.top);
      if (node !== other.node && wide > 3 && high > 6) found.push(`${node.data.trim()} | ${other.node.data.trim()}`.slice(0, 120));
    }
  });
  return found;

  function isClipped(element, box) {
    for (let one = element; one; one = one.parentElement) {
      const style = getComputedStyle(one);
      if (style.clipPath !== "none") return true;
      const edge = one.getBoundingClientRect();
      if (style.overflowX !== "visible" && (box.left >= edge.right || box.right <= edge.left)) return true;
      if (style.overflowY !== "visible" && (box.top >= edge.bottom || box.bottom <= edge.top)) return true;
    }
    return false;
  }
}
