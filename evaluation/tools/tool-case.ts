/** A call and what is wrong with its result: nothing, when it is right. */
export type ToolCase = {
  tool: string;
  args: Record<string, unknown>;
  check: (result: unknown) => string[];
};

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
