/* Figures, which come as exact decimal text: added up and rounded half up without a binary float in between. */

const PLACES = 12; // decimals that are kept, more than any figure has
const ONE = 10n ** BigInt(PLACES);
const HUNDREDTH = ONE / 100n;
const WAN = 10_000n;

/** Read a figure as a whole number of its smallest parts; null stays null. */
export function readFigure(text) {
  if (text === null) return null;
  const [whole, rest = ""] = text.split(".");
  return BigInt(whole + rest.slice(0, PLACES).padEnd(PLACES, "0"));
}

/** Show money of yuan in 万元 with two decimals: `82.90`. */
export function showWan(figure) {
  return figure === null ? "—" : showHundredths(divide(figure, WAN * HUNDREDTH));
}

/** Show points with two decimals: `96.56`. */
export function showPoints(figure) {
  return figure === null ? "—" : showHundredths(divide(figure, HUNDREDTH));
}

/** Show a part of a whole as percent with two decimals: `90.56%`. */
export function showShare(part, whole) {
  return whole === 0n ? "—" : `${showHundredths(divide(part * WAN, whole))}%`;
}

/** Show a count with separators. */
export function showCount(count) {
  return separate(String(count));
}

function divide(number, divisor) {
  const [size, sign] = number < 0n ? [-number, -1n] : [number, 1n];
  return (sign * (2n * size + divisor)) / (2n * divisor);
}

function showHundredths(number) {
  const digits = String(number < 0n ? -number : number).padStart(3, "0");
  return `${number < 0n ? "-" : ""}${separate(digits.slice(0, -2))}.${digits.slice(-2)}`;
}

function separate(digits) {
  return digits.replace(/\B(?=(?:\d{3})+$)/g, ",");
}
