// What the theme says by itself, to eyes and to screen readers: all labels, and the texts around the content.
() => {
  const names = ["aria-label", "title", "placeholder", "alt"];
  const labelled = document.querySelectorAll(names.map(name => `[${name}]`).join(", "));
  const around = document.querySelectorAll(".md-header, .md-tabs, .md-nav, .md-skip");
  return [
    ...[...labelled].flatMap(one => names.map(name => one.getAttribute(name) ?? "")),
    ...[...around].flatMap(one => [...one.querySelectorAll("*")]).flatMap(one => [...one.childNodes])
      .filter(one => one.nodeType === Node.TEXT_NODE && !one.parentElement.closest("script, style"))
      .map(one => one.data.trim()),
  ];
}
