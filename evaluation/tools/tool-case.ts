/** A call of a tool, and what is wrong with its result: nothing, when it is right. */
export type ToolCase = ToolCall & {
  /** Calls made before it in the same answer: their results are r1, r2 and so on. */
  before?: readonly ToolCall[];
  /** What the person typed: a calculation may use its numbers. */
  asked?: string;
  /** @param proposed the change that the call proposed; undefined when it proposed none */
  check: (result: unknown, proposed: unknown) => string[];
};

type ToolCall = { tool: string; args: Record<string, unknown> };

/** A call that must be refused, by the code of the refusal. */
export const refused = (tool: string, args: Record<string, unknown>, code: string): ToolCase => ({
  tool,
  args,
  check: (result, proposed) => [
    ...differs("the refusal", at(result, "error", "code"), code),
    ...differs("what is proposed", proposed, undefined),
  ],
});

/** Follows names through whatever the tool returned: the oracle does not trust its types. */
export function at(value: unknown, ...path: (string | number)[]): unknown {
  return path.reduce<unknown>(
    (inner, key) => (typeof inner === "object" && inner !== null ? Reflect.get(inner, key) : undefined),
    value,
  );
}

export const listAt = (value: unknown, ...path: (string | number)[]): unknown[] => {
  const found = at(value, ...path);
  return Array.isArray(found) ? found : [];
};

export const differs = (what: string, found: unknown, expected: unknown): string[] =>
  JSON.stringify(found) === JSON.stringify(expected)
    ? []
    : [`${what} is ${JSON.stringify(found)} and should be ${JSON.stringify(expected)}`];

/** Money as the tool has it, in the oracle's order: dollars, then euros; the text is compared too. */
export const moneyOf = (list: readonly unknown[]): [currency: unknown, cents: unknown, text: unknown][] =>
  list
    .map((one): [unknown, unknown, unknown] => [
      at(one, "currency"),
      at(one, "amountMinor"),
      at(one, "formatted"),
    ])
    .toSorted(([a], [b]) => String(b).localeCompare(String(a)));
