/* A question as the address of the page says it: `?year=2023&difference=differs&sort=lost&page=2`. */

export const CHOICES = ["year", "department", "unit", "grade", "status", "difference", "sort"];

/** Read a question; what the address does not say is empty. */
export function readAddress(query) {
  const given = new URLSearchParams(query);
  const page = Number.parseInt(given.get("page"), 10);
  return {
    text: given.get("text") ?? "",
    ...Object.fromEntries(CHOICES.map((name) => [name, given.get(name) ?? ""])),
    page: page > 1 ? page : 1,
  };
}

/** Write a question; empty where nothing is asked. */
export function writeAddress(question) {
  const pairs = ["text", ...CHOICES].map((name) => [name, question[name]]).filter(([, value]) => value);
  if (question.page > 1) pairs.push(["page", question.page]);
  return pairs.length ? `?${new URLSearchParams(pairs)}` : "";
}
