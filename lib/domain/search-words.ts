/** A number with its commas and points is one word, as is everything of letters and digits. */
const WORD = /\p{N}+(?:[.,]\p{N}+)+|[\p{L}\p{N}\p{M}]+/gu;
/** What is longer is no word; Postgres takes lexemes up to 2 KB. */
const MAX_WORD_CHARACTERS = 64;

/** Where a word stands in a text, in UTF-16 units; `end` is not included. */
type Place = { start: number; end: number };

export type MarkedText = readonly { text: string; isMatch: boolean }[];

/** Small, without accents, and `1,234` as `1234`: how a word is looked for and found. */
const fold = (word: string): string =>
  word
    .normalize("NFKD")
    .replaceAll(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll(",", "")
    .slice(0, MAX_WORD_CHARACTERS);

/** The words of a text or of what somebody looks for, folded, each once. */
export function searchWords(text: string): string[] {
  const words = Array.from(text.matchAll(WORD), ([word]) => fold(word));
  return [...new Set(words)].filter((word) => word !== "");
}

/** Whether each word that is looked for begins a word of the text. Nothing to look for is in no text. */
export function hasAllWords(text: string, wanted: readonly string[]): boolean {
  const words = searchWords(text);
  return wanted.length > 0 && wanted.every((want) => words.some((word) => word.startsWith(want)));
}

function placesOf(text: string, wanted: readonly string[]): Place[] {
  return Array.from(text.matchAll(WORD)).flatMap(({ 0: word, index }) =>
    wanted.some((want) => fold(word).startsWith(want)) ? [{ start: index, end: index + word.length }] : [],
  );
}

/** A text in pieces, those that were looked for marked. Joined they are the text again. */
export function markWords(text: string, wanted: readonly string[]): MarkedText {
  const pieces: { text: string; isMatch: boolean }[] = [];
  let at = 0;
  for (const { start, end } of placesOf(text, wanted)) {
    if (start > at) pieces.push({ text: text.slice(at, start), isMatch: false });
    pieces.push({ text: text.slice(start, end), isMatch: true });
    at = end;
  }
  if (at < text.length) pieces.push({ text: text.slice(at), isMatch: false });
  return pieces;
}

/** At most about `length` characters around the first word that was looked for, cut between words. */
export function excerptAround(text: string, wanted: readonly string[], length: number): string {
  if (text.length <= length) return text;
  const first = placesOf(text, wanted)[0] ?? { start: 0, end: 0 };
  const from = wordBoundary(text, Math.max(0, first.start - Math.floor(length / 3)));
  const to = Math.max(first.end, wordBoundary(text, Math.min(text.length, from + length)));
  const cut = text.slice(from, to).trim();
  return `${from > 0 ? "…" : ""}${cut}${to < text.length ? "…" : ""}`;
}

/** The place after the last space before `at`; `at` itself where there is none near. */
function wordBoundary(text: string, at: number): number {
  if (at === 0 || at === text.length) return at;
  const space = text.lastIndexOf(" ", at);
  if (space >= 0 && at - space <= MAX_WORD_CHARACTERS) return space + 1;
  // Not into the middle of a character of two units.
  return /[\uDC00-\uDFFF]/.test(text[at] ?? "") ? at + 1 : at;
}
