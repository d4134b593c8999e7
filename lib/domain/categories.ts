import { CATALOGUE } from "./category-catalogue";
import { categoryWords } from "./category-words";
import { groupBy } from "./group-by";

export type CategoryId = keyof typeof CATALOGUE;
export const CATEGORY_IDS = Object.keys(CATALOGUE) as CategoryId[];

/** Words that mean several categories at once. */
const GROUP_SYNONYMS: Record<string, readonly CategoryId[]> = {
  food: membersOf("food"),
  "food and drink": membersOf("food"),
  "eating out": ["restaurants", "coffee", "alcohol"],
  "dining out": ["restaurants", "coffee", "alcohol"],
  income: membersOf("income"),
  housing: membersOf("housing"),
  bills: ["rent", "mortgage", "utilities", "internet_and_phone", "insurance"],
  transport: membersOf("transport"),
  transportation: membersOf("transport"),
  "getting around": membersOf("transport"),
  travel: membersOf("travel"),
  vacation: membersOf("travel"),
  holidays: membersOf("travel"),
  shopping: membersOf("shopping"),
  entertainment: membersOf("entertainment"),
  fun: membersOf("entertainment"),
  health: membersOf("health"),
  loans: ["mortgage", "car_loan", "student_loan", "other_loan"],
  debt: ["mortgage", "car_loan", "student_loan", "other_loan"],
  "loan payments": ["mortgage", "car_loan", "student_loan", "other_loan"],
};

function membersOf(group: string): CategoryId[] {
  return CATEGORY_IDS.filter((id) => CATALOGUE[id].group === group);
}

export function isCategoryId(value: string): value is CategoryId {
  return Object.hasOwn(CATALOGUE, value);
}

/** The label to show. An id that a newer version wrote is shown as words, never as an error. */
export function categoryLabel(id: string): string {
  if (isCategoryId(id)) return CATALOGUE[id].label;
  const words = id.replaceAll("_", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** What people call a category: its label and synonyms in lower case, for matching by sense or spelling. */
export function categoryNames(id: CategoryId): string[] {
  const { label, synonyms } = CATALOGUE[id];
  return [id.replaceAll("_", " "), label.toLowerCase(), ...synonyms];
}

const normalize = (phrase: string) =>
  phrase
    .toLowerCase()
    .replaceAll(/[_&/-]/g, (mark) => (mark === "&" ? " and " : " "))
    .replaceAll(/[^\p{L}\p{N} ]/gu, "")
    .replaceAll(/\s+/g, " ")
    .trim();

/**
 * The categories that a phrase names exactly (after lower-casing and dropping punctuation): one for "food shopping",
 * several for "eating out", the one that it is filed under for what people buy ("cat food"), none when nothing is called
 * that. Fuzzy matching builds on `categoryNames`.
 */
export const findCategories = (phrase: string): CategoryId[] => [
  ...(byPhrase().get(normalize(phrase)) ?? []),
];

let phrases: Map<string, readonly CategoryId[]> | undefined;

/** Made once: every question looks up dozens of phrases. */
function byPhrase(): ReadonlyMap<string, readonly CategoryId[]> {
  if (phrases) return phrases;
  phrases = new Map();
  for (const [word, id] of categoryWords()) if (isCategoryId(id)) phrases.set(word, [id]);
  const named = CATEGORY_IDS.flatMap((id) => categoryNames(id).map((name) => [normalize(name), id] as const));
  for (const [name, ids] of groupBy(named, ([name]) => name))
    phrases.set(name, [...new Set(ids.map(([, id]) => id))]);
  for (const [name, ids] of Object.entries(GROUP_SYNONYMS)) phrases.set(name, ids);
  return phrases;
}

/** Every phrase that `findCategories` knows, for suggestions and fuzzy matching. */
export function categoryPhrases(): string[] {
  return [...new Set([...Object.keys(GROUP_SYNONYMS), ...CATEGORY_IDS.flatMap(categoryNames)])];
}
