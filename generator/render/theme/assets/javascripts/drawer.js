/* The button that opens the navigation in narrow windows. In its place the page has a label, which works without
   scripts, but which no keyboard reaches. */

const toggle = document.querySelector("#__drawer");
const label = document.querySelector(".md-header label[for=__drawer]");
const button = document.createElement("button");

function showState() {
  button.setAttribute("aria-expanded", String(toggle.checked));
}

function closeByEscape(event) {
  if (event.key !== "Escape" || !toggle.checked) return;
  toggle.click();
  button.focus();
}

button.type = "button";
button.className = `${label.className} jx-drawer`;
button.setAttribute("aria-controls", "jx-navigation");
button.append(...label.childNodes);
button.addEventListener("click", () => toggle.click());
toggle.addEventListener("change", showState);
document.addEventListener("keydown", closeByEscape);
showState();
label.replaceWith(button);
