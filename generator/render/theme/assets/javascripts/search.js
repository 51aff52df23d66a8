/* The search box in the header. Everything else about search is loaded when it is opened, or about to be. */

const box = document.querySelector(".jx-search-box");
const load = () => import("./search-dialog.js");

async function open() {
  const { openDialog } = await load();
  openDialog();
}

function isTyping(target) {
  return target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));
}

function openByKey(event) {
  const slash = event.key === "/" && !event.ctrlKey && !event.metaKey && !event.altKey && !isTyping(event.target);
  const letter = event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
  if (!slash && !letter) return;
  event.preventDefault();
  open();
}

if (box) {
  box.dataset.ready = ""; // until then, and without scripts, it is not to be seen
  box.addEventListener("click", open);
  box.addEventListener("pointerenter", load, { once: true });
  document.addEventListener("keydown", openByKey);
}
