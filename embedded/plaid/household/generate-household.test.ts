import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { isBusinessDay } from "./business-days";
import { addDays, monthsBefore } from "./calendar";
import type { AccountKey, Entry } from "./entry";
import { firstSeenOn, generateHousehold, type Household } from "./generate-household";
import { balancesOn, type Row, rowsOn } from "./rows-on";

/** Each law lives dozens of lives of two years. */
vi.setConfig({ testTimeout: 60_000 });

const seeds = fc.integer({ min: 0, max: 2_147_483_647 });
/** Leap days, ends of months and everything between. */
const todays = fc.integer({ min: 0, max: 2_000 }).map((offset) => addDays("2024-02-27", offset));
const lives = fc.record({ seed: seeds, today: todays });

const law = (check: (life: { seed: number; today: string }) => void, runs = 8) =>
  fc.assert(fc.property(lives, check), {
    numRuns: runs,
    examples: [[{ seed: 1, today: "2026-11-24" }], [{ seed: 217, today: "2026-11-24" }]],
  });

const lifeOf = (seed: number, today: string, months = 24): Household =>
  generateHousehold({ seed, start: monthsBefore(today, months), through: today });

const listed = ({ entry }: Row) => entry.account !== "car-loan" && entry.account !== "brokerage";
/** Whether a pending row of the past is accounted for: posted under the key of its entry, or a hold. */
const ended = ({ entry }: Row, after: ReadonlyMap<string, Row>) =>
  entry.vanishes === true || after.get(entry.key)?.pending === false;
const bytes = (value: unknown) => JSON.stringify(value);
const legs = (entries: readonly Entry[], suffix: string) =>
  new Map(
    entries
      .filter(({ key }) => key.endsWith(suffix))
      .map((entry) => [entry.key.slice(0, -suffix.length), entry]),
  );

describe("a household", () => {
  it("is the same, to the byte, for the same seed and day", () => {
    law(({ seed, today }) => {
      expect(bytes(lifeOf(seed, today))).toBe(bytes(lifeOf(seed, today)));
    }, 6);
  });

  it("is another one for another seed", () => {
    const [one, other] = [lifeOf(1, "2026-11-24"), lifeOf(2, "2026-11-24")];
    expect(one.profile.monthlyIncomeCents).not.toBe(other.profile.monthlyIncomeCents);
    expect(bytes(one.entries)).not.toBe(bytes(other.entries));
  });

  it("has at least five accounts and two thousand listed rows in two years", () => {
    law(({ seed, today }) => {
      const household = lifeOf(seed, today);
      expect(household.accounts.length).toBeGreaterThanOrEqual(5);
      expect(rowsOn(household, today).filter(listed).length).toBeGreaterThanOrEqual(2_000);
    });
  });

  it("only adds rows as days pass, except that pending ones post or vanish and a few are put right", () => {
    const ahead = fc.integer({ min: 1, max: 70 });
    fc.assert(
      fc.property(lives, ahead, ({ seed, today }, days) => {
        const start = monthsBefore(today, 6);
        const later = addDays(today, days);
        const before = rowsOn(generateHousehold({ seed, start, through: today }), today);
        const after = new Map(
          rowsOn(generateHousehold({ seed, start, through: later }), later).map((row) => [row.key, row]),
        );
        for (const row of before) {
          const kept = after.get(row.key);
          // Another version is another look of the same row: what it says now is what its entry says.
          if (row.pending && kept === undefined) expect(ended(row, after)).toBe(true);
          else if (kept?.version === row.version) expect(kept).toEqual(row);
          else expect(kept?.amountCents).toBe(kept?.entry.amountCents);
        }
      }),
      { numRuns: 15 },
    );
  });

  it("shows each movement at most once on any day, and pending ones only for some days", () => {
    law(({ seed, today }) => {
      const household = lifeOf(seed, today, 3);
      for (let day = addDays(today, -20); day <= today; day = addDays(day, 1)) {
        const rows = rowsOn(household, day);
        expect(new Set(rows.map(({ entry }) => entry.key)).size).toBe(rows.length);
        for (const { pending, entry } of rows) {
          if (pending) expect(firstSeenOn(entry) >= addDays(day, -9)).toBe(true);
        }
      }
    }, 5);
  });

  it("lives the same life in whatever window it is looked at", () => {
    law(({ seed, today }) => {
      const start = monthsBefore(today, 3);
      const lately = (months: number) =>
        lifeOf(seed, today, months).entries.filter(
          ({ postedOn, account }) => postedOn >= start && account !== "car-loan",
        );
      expect(bytes(lately(3))).toBe(bytes(lately(24)));
    }, 6);
  });
});

describe("balances", () => {
  it("are the opening balance and every posted row, on every account and day", () => {
    law(({ seed, today }) => {
      const household = lifeOf(seed, today);
      for (const day of [today, addDays(today, -100)]) {
        const balances = balancesOn(household, day);
        for (const account of household.accounts) {
          const owes = account.type === "credit" || account.type === "loan";
          // A sum that the shop has not put right yet counts as the bank has it.
          const moved = rowsOn(household, day)
            .filter(({ entry, pending }) => entry.account === account.key && !pending)
            .reduce((sum, { amountCents }) => sum + (owes ? amountCents : -amountCents), 0);
          expect(balances.get(account.key)?.currentCents).toBe(account.openingCents + moved);
        }
      }
    }, 6);
  });

  it("are those of people who get by: hardly an overdraft, no card over its limit, a loan that shrinks", () => {
    law(({ seed, today }) => {
      const { accounts, entries } = lifeOf(seed, today);
      for (const { key, type, openingCents, limitCents } of accounts) {
        const owes = type === "credit" || type === "loan";
        const ends = endsOfDays(
          openingCents,
          entries.filter(({ account, postedOn }) => account === key && postedOn <= today),
          owes ? 1 : -1,
        );
        // Checking is overdrawn now and then, as happens to real people, but not by much.
        if (!owes)
          expect(Math.min(...ends), `${key} of ${seed}`).toBeGreaterThan(key === "checking" ? -50_000 : 0);
        if (type === "credit") expect(Math.max(...ends), `${key} of ${seed}`).toBeLessThan(limitCents ?? 0);
        if (type === "loan") expect(ends.at(-1), `${key} of ${seed}`).toBeLessThan(openingCents);
      }
    });
  });
});

describe("what banks tell of movements", () => {
  const entries = [2, 3, 4, 5].flatMap((seed) => lifeOf(seed, "2026-11-24").entries);
  const share = (some: (entry: Entry) => boolean) => entries.filter(some).length / entries.length;

  it("is put right after posting for two or three of a hundred rows", () => {
    expect(share(({ correction }) => correction !== undefined)).toBeGreaterThan(0.015);
    expect(share(({ correction }) => correction !== undefined)).toBeLessThan(0.035);
    const amounts = entries.filter(
      ({ correction, amountCents }) => correction !== undefined && correction.amountCents !== amountCents,
    );
    expect(amounts.length).toBeGreaterThan(0);
    for (const { correction, postedOn } of entries) {
      if (correction !== undefined) expect(correction.until > postedOn).toBe(true);
    }
  });

  it("includes holds that are never booked, for one of a hundred purchases", () => {
    const holds = entries.filter(({ vanishes }) => vanishes === true);
    expect(holds.length / entries.length).toBeGreaterThan(0.003);
    expect(holds.length / entries.length).toBeLessThan(0.02);
    for (const { amountCents, pending } of holds) {
      expect(amountCents).toBe(0);
      expect(pending?.amountCents).toBeGreaterThan(0);
    }
  });

  it("leaves some posted rows without a word of the pending row that they were", () => {
    const pending = entries.filter((entry) => entry.pending !== null && entry.vanishes !== true);
    const unlinked = pending.filter((entry) => entry.unlinked === true).length / pending.length;
    expect(unlinked).toBeGreaterThan(0.03);
    expect(unlinked).toBeLessThan(0.07);
  });
});

describe("money between own accounts", () => {
  it("leaves one and arrives on the other: every card payment and transfer has both legs, and they cancel", () => {
    law(({ seed, today }) => {
      const { entries } = lifeOf(seed, today);
      const [out, arrived] = [legs(entries, ":out"), legs(entries, ":in")];
      const inside = addDays(entries[0]?.postedOn ?? today, 5);
      for (const [key, entry] of out) {
        const other = arrived.get(key);
        // The month's end cuts a pair whose second leg posts on the next business day.
        if (other === undefined) expect(firstSeenOn(entry) >= addDays(today, -5), key).toBe(true);
        else expect(entry.amountCents + other.amountCents).toBe(0);
      }
      for (const [key, entry] of arrived) {
        if (!out.has(key)) expect(entry.postedOn <= inside, key).toBe(true);
      }
    });
  });

  it("pays each card from checking, under the names that real banks give the arriving leg", () => {
    const { entries } = lifeOf(3, "2026-11-24");
    const payments = entries.filter(({ key }) => key.startsWith("payment:"));
    const detailed = (account: AccountKey) =>
      new Set(
        payments.filter((entry) => entry.account === account).map(({ category }) => category?.detailed),
      );
    expect(detailed("checking")).toEqual(new Set(["LOAN_PAYMENTS_CREDIT_CARD_PAYMENT"]));
    expect(detailed("card")).toEqual(new Set(["LOAN_PAYMENTS_CREDIT_CARD_PAYMENT"]));
    expect(detailed("second-card")).toEqual(new Set(["LOAN_DISBURSEMENTS_OTHER_DISBURSEMENT"]));
    expect(payments.length).toBeGreaterThan(80);
  });
});

describe("the demo household", () => {
  const today = "2026-11-24";
  const avery = lifeOf(1, today);

  it("belongs to Avery, who spends believable sums", () => {
    expect(avery.profile.firstName).toBe("Avery");
    expect(avery.accounts.map(({ key }) => key)).toEqual([
      "checking",
      "savings",
      "card",
      "second-card",
      "car-loan",
      "brokerage",
    ]);
    const groceries = new Map<string, number>();
    for (const { category, postedOn, amountCents } of avery.entries) {
      if (category?.detailed !== "FOOD_AND_DRINK_GROCERIES" || postedOn > today) continue;
      groceries.set(postedOn.slice(0, 7), (groceries.get(postedOn.slice(0, 7)) ?? 0) + amountCents);
    }
    const whole = [...groceries]
      .filter(([month]) => month > "2024-11" && month < "2026-11")
      .map(([, cents]) => cents);
    const mean = whole.reduce((sum, cents) => sum + cents, 0) / whole.length;
    expect(mean).toBeGreaterThan(40_000);
    expect(mean).toBeLessThan(80_000);
  });

  it("holds what trips up software about money", () => {
    const posted = avery.entries.filter(({ postedOn }) => postedOn <= today);
    const refunds = posted.filter(({ key }) => key.endsWith(":refund"));
    const monthOfPurchase = (key: string) => key.split(":")[1];
    expect(refunds.some(({ key, postedOn }) => postedOn.startsWith(monthOfPurchase(key) ?? "-"))).toBe(true);
    expect(refunds.some(({ key, postedOn }) => !postedOn.startsWith(monthOfPurchase(key) ?? "-"))).toBe(true);
    expect(posted.some(({ key }) => key.endsWith(":again"))).toBe(true);
    expect(posted.some(({ category }) => category === null)).toBe(true);
    expect(
      posted.some(({ pending, amountCents }) => pending !== null && pending.amountCents < amountCents),
    ).toBe(true);
    expect(posted.some(({ name }) => name.startsWith("ATM WITHDRAWAL"))).toBe(true);
    expect(posted.some(({ name }) => name.startsWith("PAYSO PAYMENT FROM"))).toBe(true);
    const streambox = posted
      .filter(({ key }) => key.startsWith("streambox:"))
      .map(({ amountCents }) => amountCents);
    expect(new Set(streambox).size).toBeGreaterThan(1);
    expect(posted.filter(({ key }) => key.startsWith("parcelwise-plus:")).length).toBe(2);
    const texts = posted
      .filter(({ counterparty }) => counterparty?.name === "Parcelwise")
      .map(({ name }) => name.slice(0, 11));
    expect(new Set(texts).size).toBeGreaterThan(2);
    expect(rowsOn(avery, today).some(({ pending }) => pending)).toBe(true);
  });

  it("is paid and pays rent only on days on which banks work", () => {
    for (const { key, postedOn } of avery.entries) {
      if (/^(salary|rent|payment):/.test(key)) expect(isBusinessDay(postedOn), key).toBe(true);
    }
  });
});

function endsOfDays(opening: number, entries: readonly Entry[], direction: 1 | -1): number[] {
  const moved = new Map<string, number>();
  for (const { postedOn, amountCents } of entries) {
    moved.set(postedOn, (moved.get(postedOn) ?? 0) + direction * amountCents);
  }
  const ends = [opening];
  for (const day of [...moved.keys()].sort()) ends.push((ends.at(-1) ?? 0) + (moved.get(day) ?? 0));
  return ends;
}
