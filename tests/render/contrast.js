// Texts whose contrast with the ground below them is less than WCAG 2.2 AA asks for.
() => {
  const parse = colour => {
    const [red, green, blue, alpha = 1] = colour.match(/[\d.]+/g).map(Number);
    return { red, green, blue, alpha };
  };
  const lay = (top, below) => {
    const mix = part => top[part] * top.alpha + below[part] * (1 - top.alpha);
    return { red: mix("red"), green: mix("green"), blue: mix("blue"), alpha: 1 };
  };
  const shine = colour => {
    const [red, green, blue] = ["red", "green", "blue"].map(part => {
      const share = colour[part] / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const above = element => element.parentElement ? [element, ...above(element.parentElement)] : [element];
  const ground = element => above(element).map(one => parse(getComputedStyle(one).backgroundColor))
    .reverse().reduce((below, top) => lay(top, below), { red: 255, green: 255, blue: 255, alpha: 1 });
  const opacity = element => above(element).reduce((share, one) => share * getComputedStyle(one).opacity, 1);

  const faint = [];
  for (const element of document.querySelectorAll("body *")) {
    const says = [...element.childNodes].some(node => node.nodeType === Node.TEXT_NODE && node.data.trim());
    if (!says || !element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) continue;
    const style = getComputedStyle(element), colour = parse(style.color), below = ground(element);
    const shown = lay({ ...colour, alpha: colour.alpha * opacity(element) }, below);
    const [dark, light] = [shine(shown), shine(below)].sort((one, other) => one - other);
    const size = parseFloat(style.fontSize);
    const least = size >= 24 || (size >= 18.66 && style.fontWeight >= 700) ? 3 : 4.5;
    const ratio = (light + 0.05) / (dark + 0.05);
    if (ratio < least) faint.push(`${ratio.toFixed(2)}: ${element.textContent.trim().slice(0, 40)}`);
  }
  return faint;
}
