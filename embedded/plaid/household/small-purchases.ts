import { addDays, type CalendarDate } from "./calendar";
import { category } from "./categories";
import { counterparty } from "./counterparty";
import type { Entry } from "./entry";
import { purchaseEntry } from "./habits/movement";
import { randomFor } from "./random";

const SHOPS = ["Snackomat", "Newsbox", "Tollway", "Arcadia Games", "Washhouse"] as const;

/** So many purchases of a few cents on every day, for tests with items of very many rows; none by default. */
export function smallPurchases(of: {
  seed: number;
  from: CalendarDate;
  to: CalendarDate;
  perDay: number;
}): Entry[] {
  const entries: Entry[] = [];
  if (of.perDay === 0) return entries;
  for (let day = of.from; day <= of.to; day = addDays(day, 1)) {
    const random = randomFor(of.seed, "small", day);
    for (let nth = 0; nth < of.perDay; nth += 1) {
      const shop = random.pick(SHOPS);
      const amountCents = random.integer(2, 30);
      entries.push(
        purchaseEntry({
          key: `small:${day}:${nth}`,
          account: random.chance(0.7) ? "card" : "second-card",
          amountCents,
          on: day,
          name: `${shop.toUpperCase()} #${nth}`,
          counterparty: counterparty(shop),
          category: category("GENERAL_MERCHANDISE_CONVENIENCE_STORES"),
          channel: "in store",
          city: null,
          lag: 1,
          pendingCents: amountCents,
        }),
      );
    }
  }
  return entries;
}
