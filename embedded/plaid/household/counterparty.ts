import type { Counterparty } from "./entry";

const known = new Map<string, Counterparty>();

/** An employer, a friend's payment app or a shop as Plaid would name it. */
export function counterparty(name: string, type: Counterparty["type"] = "merchant"): Counterparty {
  const key = `${type} ${name}`;
  const found = known.get(key);
  if (found !== undefined) return found;
  const host = name.toLowerCase().replaceAll(/[^a-z0-9]+/g, "");
  const made = { name, type, website: type === "merchant" ? `${host}.example` : null };
  known.set(key, made);
  return made;
}
