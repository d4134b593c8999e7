import { at, differs, listAt, type ToolCase } from "./tool-case";

const means = (phrase: string, type: string, id: string, types?: string[]): ToolCase => ({
  tool: "resolve_name",
  args: { phrase, ...(types && { types }) },
  check: (result) => [
    ...differs(
      "the best candidate",
      [at(result, "candidates", 0, "type"), at(result, "candidates", 0, "id")],
      [type, id],
    ),
    ...differs("whether it is ambiguous", at(result, "isAmbiguous"), false),
  ],
});

const canMean = (phrase: string, types: string[], ids: string[]): ToolCase => ({
  tool: "resolve_name",
  args: { phrase, types },
  check: (result) => [
    ...differs(
      "what it can mean",
      listAt(result, "candidates")
        .map((one) => at(one, "id"))
        .toSorted(),
      ids.toSorted(),
    ),
    ...differs("whether it is ambiguous", at(result, "isAmbiguous"), ids.length > 1),
  ],
});

export const NAME_CASES: readonly ToolCase[] = [
  means("trader joes", "merchant", "Trader Joe's"),
  means("STARBUCKS", "merchant", "Starbucks"),
  means("starbuks", "merchant", "Starbucks"),
  means("Netflx", "merchant", "Netflix"),
  means("food shopping", "category", "groceries"),
  means("sapphire", "account", "sapphire", ["account"]),
  means("2204", "account", "freedom"),
  canMean("card", ["account"], ["sapphire", "freedom"]),
  canMean("savings", ["account"], ["savings", "closed"]),
  canMean("eating out", ["category"], ["restaurants", "coffee", "alcohol"]),
  canMean("zzqqyy", ["merchant", "account", "category"], []),
];
