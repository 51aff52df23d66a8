/* Text as the index holds it, every CJK character a word of its own, and back to text as it was written.
   The twin of generator/render/search/spreading.py; a browser test holds the two against each other. */

const SINGLE =
  "\\u3005-\\u3007\\u3021-\\u3029\\u3041-\\u3096\\u309d-\\u309f\\u30a1-\\u30fa\\u30fc-\\u30ff" +
  "\\u3400-\\u4dbf\\u4e00-\\u9fff\\uac00-\\ud7af\\uf900-\\ufaff\\u{20000}-\\u{3ffff}" +
  "\\u00b2\\u00b3\\u00b9\\u00bc-\\u00be\\u2070\\u2074-\\u2079\\u2080-\\u2089\\u2150-\\u215f\\u2189" +
  "\\u2460-\\u249b\\u24b6-\\u24ff\\u2776-\\u2793\\u3192-\\u3195\\u3220-\\u3229\\u3248-\\u324f\\u3251-\\u325f" +
  "\\u3280-\\u3289\\u32b1-\\u32bf";
const GAP = "\u2060"; // stands where the text had white space

const NUMBER = "[0-9]+(?:[.,][0-9]+)*";
const LETTERS = `(?:(?![0-9${SINGLE}])[\\p{L}\\p{N}])+`;
const WORD = new RegExp(`[${SINGLE}]|${NUMBER}|${LETTERS}|[_\\u203f\\u2040\\u2054]+`, "gu");
const LOOKALIKE =
  /[\u2e80-\u2fdf\uf900-\ufaff\u{2f800}-\u{2fa1f}\uff0e\uff10-\uff19\uff21-\uff3a\uff41-\uff5a\uff3f\ufe33\ufe34\ufe4d-\ufe4f]/gu;
const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff]+/gu;
const SPACE = /[\s\u001c-\u001f\u0085]+/u;
const MARKS_AT_END = /[^\p{L}\p{N}_%‰]*$/u;

/** Put a space before every CJK character, number and Latin word: `2023年度` becomes ` 2023 年 度`. */
export function spreadText(text) {
  return text
    .replace(LOOKALIKE, (sign) => sign.normalize("NFKC"))
    .replace(INVISIBLE, "")
    .split(SPACE)
    .filter(Boolean)
    .join(GAP)
    .replace(WORD, " $&");
}

/** Read a query as phrases, one for each of its parts between spaces; marks, which are no words, are left out. */
export function processTerm(query) {
  const phrases = query.split(SPACE).map((part) => spreadText(part).match(WORD)?.join(" "));
  return [...new Set(phrases.filter(Boolean))];
}

/** Find the places among the words of a spread text at which one of the phrases stands. */
export function findPhrases(words, phrases) {
  const plain = words.map((word) => simplify(word.match(WORD)?.[0] ?? ""));
  const places = new Set();
  for (const phrase of phrases.map((one) => one.split(" ").map(simplify))) {
    plain.forEach((_, at) => {
      if (!phrase.every((word, offset) => plain[at + offset] === word)) return;
      phrase.forEach((_, offset) => places.add(at + offset));
    });
  }
  return places;
}

function simplify(word) {
  return word.toLowerCase().replace(/[.,]/g, "");
}

/** Put spread words `{text, marked}` together again, as runs of the same shape; marks after a run are not of it. */
export function joinWords(words) {
  const runs = [];
  for (const { text, marked } of words) {
    if (runs.at(-1)?.marked === marked) runs.at(-1).text += text;
    else runs.push({ text, marked });
  }
  return runs.flatMap(cutMarks).map(({ text, marked }) => ({ text: text.replaceAll(GAP, " "), marked }));
}

function cutMarks(run) {
  const end = run.marked ? run.text.search(MARKS_AT_END) : run.text.length;
  const marks = run.text.slice(end);
  return marks ? [{ text: run.text.slice(0, end), marked: true }, { text: marks, marked: false }] : [run];
}
