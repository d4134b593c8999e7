/** What a part of a result is called, in the order of preference. */
const NAMES = ["label", "name", "merchant", "institution", "title"];

/** A number's place in a result (`groups[2].amount`) in words: "Groceries: amount". Null where it says nothing. */
export function describePlace(result: unknown, path: string): string | null {
  let here = result;
  let name: string | null = null;
  let field: string | null = null;
  for (const step of path.split(/[.[\]]+/).filter(Boolean)) {
    if (typeof here !== "object" || here === null || !Object.hasOwn(here, step)) break;
    here = (here as Record<string, unknown>)[step];
    name = nameOf(here) ?? name;
    if (!/^\d+$/.test(step)) field = toWords(step);
  }
  const parts = [name, field].filter((part) => part !== null);
  if (parts.length === 0) return null;
  const words = parts.join(": ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function nameOf(value: unknown): string | null {
  if (typeof value !== "object" || value === null) return null;
  for (const key of NAMES) {
    const name = (value as Record<string, unknown>)[key];
    if (typeof name === "string" && name !== "") return name;
  }
  return null;
}

/** `averagePerMonth` as `average per month`. */
const toWords = (name: string): string => name.replace(/([a-z])([A-Z])/g, "$1 $2").toLowerCase();
