import type { Counterparty } from "./entry";

/** An employer, a friend's payment app or a shop as Plaid would name it. */
export function counterparty(name: string, type: Counterparty["type"] = "merchant"): Counterparty {
  const host = name.toLowerCase().replaceAll(/[^a-z0-9]+/g, "");
  return { name, type, website: type === "merchant" ? `${host}.example` : null };
}
