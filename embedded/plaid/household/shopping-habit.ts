import type { Category } from "./entry";

type Shop = {
  name: string;
  /** What the card terminal sends; `*` is replaced by an order code. Several: the same shop under several texts. */
  texts: readonly [string, ...string[]];
};

/** Something that people buy again and again. Amounts are in cents of 2025. */
export type ShoppingHabit = {
  key: string;
  category: string;
  confidence?: Category["confidence"];
  channel: "in store" | "online";
  perMonth: number;
  lowCents: number;
  highCents: number;
  shops: readonly [Shop, ...Shop[]];
  /** Share of purchases with a tip, added between pending and posted. */
  tips?: number;
  /** Share of purchases that come back. */
  refunds?: number;
  /** Share of purchases that are made twice on one day for the same amount. */
  twins?: number;
  /** Only for those who have one. */
  needs?: "car" | "no-car" | "pet";
};

export const shop = (name: string, ...texts: readonly [string, ...string[]]): Shop => ({ name, texts });
