import { Money, Percent } from "../contract/money";
import type { ToolResult } from "../contract/tool-result";
import type { RunResults } from "./run-results";
import { ToolProblem } from "./tools/tool-problem";

/** `r1`, then a path such as `totals[0]` or `groups[2].amount`. */
const REFERENCE = /^(r\d+)(?:\.([\w.[\]]+))?$/;

/** What a reference points at: the result, and the value at the path in it. */
export type Referenced = { result: ToolResult; path: string; value: unknown };

/** @throws {ToolProblem} when there is no such result or nothing at that place of it */
export function readReference(reference: string, results: RunResults): Referenced {
  const [, ref = "", path = ""] = REFERENCE.exec(reference) ?? [];
  const result = results.find(ref);
  if (result === undefined) {
    const known = results.all().flatMap((one) => (one.ref === undefined ? [] : [one.ref]));
    throw new ToolProblem("unknown_reference", `There is no result "${reference.slice(0, 60)}".`, {
      hint:
        known.length > 0
          ? `Results of this answer: ${known.join(", ")}.`
          : "Look the numbers up first; each result says its ref.",
    });
  }
  const value = at(result, path);
  if (value === undefined) {
    throw new ToolProblem("unknown_reference", `The result ${ref} has nothing at "${path.slice(0, 60)}".`, {
      hint: `Write a path into the result as you read it, such as "${ref}.totals[0]".`,
    });
  }
  return { result, path, value };
}

function at(value: unknown, path: string): unknown {
  let here = value;
  for (const step of path.split(/[.[\]]+/).filter(Boolean)) {
    if (typeof here !== "object" || here === null || !Object.hasOwn(here, step)) return undefined;
    here = Object.entries(here).find(([key]) => key === step)?.[1];
  }
  return here;
}

/** A number that a result states, by what it is of. */
export type StatedNumber =
  | { unit: "money"; money: Money }
  | { unit: "percent"; percent: Percent }
  | { unit: "number"; number: number };

/** Undefined for text, lists and everything else that is no number. */
export function statedNumber(value: unknown): StatedNumber | undefined {
  const money = Money.safeParse(value);
  if (money.success) return { unit: "money", money: money.data };
  const percent = Percent.safeParse(value);
  if (percent.success) return { unit: "percent", percent: percent.data };
  return typeof value === "number" ? { unit: "number", number: value } : undefined;
}
