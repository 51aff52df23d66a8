/* The index: one shard a year and one for all other pages, opened once and asked together. */

import { processResult } from "./search-result.js";

export const SITE = new URL("../../", import.meta.url);

const PAGES = "pages"; // the shard without projects; see generator/render/search/documents.py
const EVERY_PAGE = "everypage"; // a word in the metadata of all pages; see generator/render/search/rendering.py
const OPTIONS = { metaCacheTag: "", exactDiacritics: true }; // a bundle's address is new whenever its content is

const AHEAD = 10; // results that are loaded before it is known which shard's come first

let index;

/** Open all shards, once; after a failure, the next call tries again. */
export function openIndex() {
  index ??= open().catch(forgetIndex);
  return index;
}

/** Pagefind never asks again for a piece that it did not get; a new index does. */
function forgetIndex(error) {
  index = undefined;
  throw error;
}

async function open() {
  const listed = await readList();
  const shards = JSON.parse(listed);
  const [first, ...others] = shards.map((shard) => new URL(`pagefind/${shard.folder}/`, SITE).href);
  const { createInstance } = await import(`${first}pagefind.js`);
  const pagefind = createInstance({ ...OPTIONS, basePath: first, noWorker: true });
  for (const folder of others) pagefind.mergeIndex(folder, OPTIONS).catch(() => {}); // the first search tells of it
  return { pagefind, listed, years: shards.map((shard) => shard.name).filter((name) => name !== PAGES) };
}

/** Read the list anew each time: servers tell its age in seconds, and it may be newer than that. */
async function readList() {
  const response = await fetch(new URL("pagefind/shards.json", SITE), { cache: "no-store" });
  if (!response.ok) throw new Error(`shards.json: ${response.status}`);
  return response.text();
}

/** Count what pages can be filtered by: `{year: {2023: 4}, unit: {…}, …}`. */
export function countFilters() {
  return openIndex().then(({ pagefind }) => pagefind.filters()).catch(forgetIndex);
}

/**
 * Find the pages that hold every phrase, exactly: as `{total, more}`, where `more(count)` loads the next results.
 *
 * `filters` is `{year: "2023", …}`. `sort` is `score`, `amount` or `rate`, for projects with the highest first; without
 * it pages come first that hold the phrases early, which means in their title.
 */
export function search(phrases, filters = {}, sort = "") {
  return searchIndex(phrases, filters, sort).catch(forgetIndex);
}

async function searchIndex(phrases, filters, sort) {
  const { pagefind, listed, years } = await openIndex();
  const lists = await Promise.all(
    sort
      ? (filters.year ? [filters.year] : years).map((year) =>
          findMatches(pagefind, phrases, { filters: { ...filters, year }, sort: { [sort]: "desc" } }),
        )
      : [findMatches(pagefind, phrases, { filters })],
  );
  const total = lists.flat().length;
  if (!total && (await readList()) !== listed) return searchAnew(phrases, filters, sort);
  const matches = sort ? mergeSorted(lists, sort) : lists[0].sort((a, b) => a.rank - b.rank).values();
  return { total, more: (count) => loadResults(matches, count, phrases).catch(forgetIndex) };
}

/** Pagefind keeps it to itself when a piece of the index is not there any more, because a new one was published. */
function searchAnew(...question) {
  index = undefined;
  return searchIndex(...question);
}

/** Ask for one phrase at a time, all that Pagefind's exact search takes, and keep the pages that hold them all. */
async function findMatches(pagefind, phrases, options) {
  const terms = phrases.length ? phrases : [EVERY_PAGE];
  const answers = await Promise.all(terms.map((term) => pagefind.search(`"${term}"`, options)));
  const [first, ...others] = answers.map((answer) => new Map(answer.results.filter(hasPlace).map((one) => [one.id, one])));
  return [...first.values()]
    .filter((one) => others.every((other) => other.has(one.id)))
    .map((one) => describeMatch([one, ...others.map((other) => other.get(one.id))]));

  function hasPlace(result) {
    return !phrases.length || result.words.length > 0; // no words: a number that is in the page's metadata only
  }
}

function describeMatch(found) {
  return {
    load: found[0].data,
    places: found.flatMap((one) => one.words),
    rank: found.reduce((sum, one) => sum + (one.words[0] ?? 0), 0),
  };
}

/** Merge lists that are sorted each: Pagefind knows only the order within a shard, the values are in the fragments. */
async function* mergeSorted(lists, sort) {
  const queues = lists.filter((list) => list.length);
  const ahead = 1 + Math.ceil(AHEAD / queues.length);
  for (const queue of queues) queue.slice(0, ahead).forEach((match) => match.load());
  while (queues.length) {
    const values = await Promise.all(queues.map(async ([head]) => Number((await head.load()).meta[sort])));
    const best = values.indexOf(Math.max(...values));
    queues[best][ahead]?.load();
    yield queues[best].shift();
    if (!queues[best].length) queues.splice(best, 1);
  }
}

async function loadResults(matches, count, phrases) {
  const taken = [];
  while (taken.length < count) {
    const { value, done } = await matches.next();
    if (done) break;
    taken.push(value);
  }
  return Promise.all(taken.map(async (match) => processResult(await match.load(), phrases, match.places)));
}
