/* What Material's scripts remember in the browser, and the reader's choice of light or dark before anything is painted.
   Material prints such lines into every page; in a file they need no exception from the Content-Security-Policy. */

{
  const scope = new URL("../../", document.currentScript.src);

  function remember(name, value, storage = localStorage, place = scope) {
    try {
      storage.setItem(`${place.pathname}.${name}`, JSON.stringify(value));
    } catch {
      // a browser that keeps nothing forgets the choice when the page is left
    }
  }

  function recall(name, storage = localStorage, place = scope) {
    try {
      return JSON.parse(storage.getItem(`${place.pathname}.${name}`));
    } catch {
      return null;
    }
  }

  /* Find what the reader's system asks for, where the choice is to follow it. */
  function followSystem(choice) {
    if (choice.media !== "(prefers-color-scheme)") return choice;
    const wanted = matchMedia("(prefers-color-scheme: light)").matches ? "light" : "dark";
    const option = document.querySelector(`[data-md-color-media="(prefers-color-scheme: ${wanted})"]`);
    return Object.fromEntries(["media", "scheme", "primary", "accent"].map((key) => [key, option.getAttribute(`data-md-color-${key}`)]));
  }

  const choice = recall("__palette")?.color;
  for (const [key, value] of Object.entries(choice ? followSystem(choice) : {})) {
    document.body.setAttribute(`data-md-color-${key}`, value);
  }
  Object.assign(window, { __md_scope: scope, __md_get: recall, __md_set: remember }); // the names that Material's scripts know
}
