/* Buttons that copy: a reference, an address, the permanent link of an indicator. Without this script all of them
   can still be selected and copied by hand. */

const copied = document.createElement("p");
copied.className = "jx-copied";
copied.setAttribute("role", "status");

function addButton(one, word, name, read) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "jx-copy";
  button.textContent = word;
  button.setAttribute("aria-label", `复制${name}`);
  button.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(read());
      copied.textContent = `已复制${name}`;
      button.textContent = "已复制";
    } catch {
      copied.textContent = "没有复制成功，请选中文字自己复制";
    }
    setTimeout(() => { button.textContent = word; copied.textContent = ""; }, 2000);
  });
  one.after(" ", button);
}

/* The day on which the reader consults the page belongs into a reference (GB/T 7714). */
function fillDay(text) {
  const now = new Date();
  const two = (number) => String(number).padStart(2, "0");
  return text.replace("[引用日期]", `[${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}]`);
}

if (navigator.clipboard) {
  for (const one of document.querySelectorAll("[data-copy]")) {
    addButton(one, "复制", one.dataset.copy, () => fillDay(one.innerText.trim()));
  }
  for (const link of document.querySelectorAll(".jx-indicators th[id] > a")) {
    addButton(link, "复制链接", `“${link.textContent}”的固定链接`, () => link.href);
  }
  document.body.append(copied);
}
