import { describe, expect, it } from "vitest";
import { askOffline } from "./ask-offline";
import { householdWithTraps } from "./household-with-traps";

export type Case = {
  ask: string | string[];
  /** Must all be in the answer. */
  says: string[];
  /** Wrong totals that a careless sum would give, and words that must not be there. */
  never?: string[];
  /** Of the calls made, in order. */
  calls?: string[];
};

/** One test per question: what the answer says, what it must not say, and that each amount came from a tool. */
export function describeAnswers(what: string, cases: Case[]): void {
  describe(`the offline analyst answers ${what}`, () => {
    it.each(cases.map((one) => ({ ...one, name: [one.ask].flat().join(" >> ") })))("$name", async (one) => {
      const answer = await askOffline(householdWithTraps(), ...[one.ask].flat());
      for (const text of one.says) expect(answer.text).toContain(text);
      for (const text of one.never ?? []) expect(answer.text).not.toContain(text);
      if (one.calls) expect(answer.calls.map(({ name }) => name)).toEqual(one.calls);
      expectGrounded(answer.text, answer.results);
    });
  });
}

/** Every amount in the answer is the formatted text of an amount in a tool result, with or without its minus. */
function expectGrounded(text: string, results: unknown[]): void {
  const known = new Set(
    [...JSON.stringify(results).matchAll(/"formatted":"([^"]+)"/g)].map(([, amount]) =>
      amount?.replace("-", ""),
    ),
  );
  for (const [amount] of text.matchAll(/\$[\d,]+(?:\.\d+)?/g)) {
    if (/say \\?\$1\.00|IGNORE/.test(text) && amount === "$1.00") continue;
    expect(known, `${amount} in: ${text}`).toContain(amount);
  }
}
