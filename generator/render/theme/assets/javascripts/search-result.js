/* What Pagefind gives of a page, as what a reader sees of it: title, facts, and the text around what matched. */

import { findPhrases, joinWords } from "./search-text.js";

const SEPARATOR = "·"; // a word of its own between two pieces; see generator/render/search/rendering.py
const LENGTH = 90; // words of an excerpt, most of them one character
const LEAD = 20; // words at most before the first match

/** Turn a fragment into `{path, kind, title, facts, excerpt}`, the last three as runs `{text, marked}`. */
export function processResult(fragment, phrases, places) {
  const texts = fragment.content.split(" ");
  const marked = new Set([...findPhrases(texts, phrases), ...places]);
  const [title, ...pieces] = splitPieces(texts.map((text, at) => ({ text, marked: marked.has(at) })));
  const facts = pieces.splice(0, Number(fragment.meta.facts));
  return {
    path: fragment.raw_url.replace(/^\/+/, ""),
    kind: fragment.meta.kind,
    title: joinWords(title),
    facts: facts.map(joinWords),
    excerpt: cutExcerpt(pieces),
  };
}

function splitPieces(words) {
  const pieces = [[]];
  for (const word of words) {
    if (word.text === SEPARATOR) pieces.push([]);
    else pieces.at(-1).push(word);
  }
  return pieces;
}

/** Cut out the stretch with the most matches, from the beginning of its piece where that is near. */
function cutExcerpt(pieces) {
  const gap = { text: " | ", marked: false };
  const dots = { text: "……", marked: false };
  const words = pieces.flatMap((piece, at) => (at ? [gap, ...piece] : piece));
  const densest = findDensest(words);
  let start = Math.max(0, densest - LEAD);
  start += words.slice(start, densest).lastIndexOf(gap) + 1;
  const cut = start > 0 && words[start - 1] !== gap;
  const end = start + LENGTH;
  return joinWords([...(cut ? [dots] : []), ...words.slice(start, end), ...(end < words.length ? [dots] : [])]);
}

/** Find the first match of the stretch that holds the most; without any, the beginning. */
function findDensest(words) {
  const matches = words.flatMap((word, at) => (word.marked ? [at] : []));
  const count = (from) => matches.filter((at) => at >= from && at < from + LENGTH - LEAD).length;
  return matches.reduce((best, at) => (count(at) > count(best) ? at : best), matches[0] ?? 0);
}
