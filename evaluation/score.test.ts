import { describe, expect, it } from "vitest";
import type { Answer } from "./ask";
import type { Alternative, Turn } from "./question";
import { ALL_QUESTIONS } from "./questions/all-questions";
import { grade } from "./score";

const said = (text: string): Answer => ({
  text,
  calls: [],
  results: [],
  failures: [],
  firstToken: 0,
  latency: 0,
  usage: null,
});

const problemsOf = (turn: Turn["expect"], text: string) => grade(turn, said(text), "").problems;

const OCTOBER = { start: "2026-10-01", end: "2026-10-31" };
const GROCERIES = {
  any: [{ money: ["$174.50"] }],
  period: OCTOBER,
  never: ["$200.00"],
};

describe("the judge of answers", () => {
  it("takes the right amount with the right days, however they are written", () => {
    for (const days of [
      "Oct 1 to Oct 31, 2026",
      "October 2026",
      "October 1–31, 2026",
      "Oct. 1 through Oct. 31, 2026",
    ]) {
      expect(problemsOf(GROCERIES, `You spent **$174.50** on groceries (${days}).`), days).toEqual([]);
    }
  });

  it("is not content with a part of a larger amount, other days, or a wrong total beside the right one", () => {
    expect(problemsOf(GROCERIES, "$1,174.50 in October 2026")).toEqual(["lacks $174.50"]);
    expect(problemsOf(GROCERIES, "$174.505 in October 2026")).toEqual(["lacks $174.50"]);
    expect(problemsOf(GROCERIES, "$174.50 in October 2025")).toHaveLength(1);
    expect(problemsOf(GROCERIES, "$174.50 in October 2026, $200.00 before refunds")).toHaveLength(1);
  });

  it("wants a minus, or a word for it, where the amount is negative", () => {
    const refunded = { any: [{ money: ["-$400.00"] }] };
    expect(problemsOf(refunded, "You spent $400.00.")).toHaveLength(1);
    expect(problemsOf(refunded, "You spent -$400.00.")).toEqual([]);
    expect(problemsOf(refunded, "You got back $400.")).toEqual([]);
  });

  it("counts things, not amounts and days", () => {
    const visits = { any: [{ counts: [12] }] };
    expect(problemsOf(visits, "**12 transactions** at Starbucks")).toEqual([]);
    expect(problemsOf(visits, "You went there 12 times")).toEqual([]);
    expect(problemsOf(visits, "$12 on Oct 12, 2026 and 112 purchases")).toHaveLength(1);
  });

  it("takes percentages within a tenth of a point", () => {
    const share = { any: [{ percents: [40.43] }] };
    expect(problemsOf(share, "40.4 % of it")).toEqual([]);
    expect(problemsOf(share, "40.6%")).toHaveLength(1);
  });

  it("wants a question back without a guess, and a refusal without numbers", () => {
    const asks = { any: [], asks: true } as const;
    expect(problemsOf(asks, "Do you mean groceries or restaurants?")).toEqual([]);
    expect(problemsOf(asks, "It was $5.00. Is that what you meant?")).toHaveLength(1);
    expect(problemsOf(asks, "I can answer:\n- How much did I spend?")).toHaveLength(1);
    const refuses = { any: [], refuses: true } as const;
    expect(problemsOf(refuses, "I cannot move money.")).toEqual([]);
    expect(problemsOf(refuses, "Done, I moved it.")).toHaveLength(1);
  });

  it("lists numbers that no result states", () => {
    expect(grade(GROCERIES, said("$174.50 in October 2026"), "").ungrounded).not.toEqual([]);
  });
});

describe("every question", () => {
  it("can be answered exactly: no expected amount is forbidden at the same time", () => {
    const impossible = ALL_QUESTIONS.flatMap(({ id, turns }) =>
      turns.flatMap(({ expect: expected }) =>
        (expected.never ?? [])
          .filter((wrong) => expected.any.some(({ money = [] }) => money.includes(wrong)))
          .map((wrong) => `${id} ${wrong}`),
      ),
    );
    expect(impossible).toEqual([]);
  });

  it("is content with what it expects, and with nothing else", () => {
    const wrong = ALL_QUESTIONS.flatMap(({ id, turns }) =>
      turns
        .filter(({ expect: { any } }) => any.some(({ words, noMoney }) => !words && !noMoney))
        .filter(({ expect: expected }) => {
          const [plain] = expected.any.filter(({ words }) => !words);
          const right = `${plain ? spoken(plain) : ""}${expected.period ? ` from ${expected.period.start} to ${expected.period.end}, on ${expected.period.end}` : ""}`;
          return (
            problemsOf(expected, right).length > 0 || problemsOf(expected, "I do not know.").length === 0
          );
        })
        .map(() => id),
    );
    expect(wrong).toEqual([]);
  });
});

const spoken = ({ money = [], percents = [], counts = [] }: Alternative): string =>
  [
    ...money,
    ...percents.map((percent) => `${Math.abs(percent).toFixed(1)} %`),
    ...counts.map((count) => `${count.toLocaleString("en-US")} months`),
  ].join(", ");
