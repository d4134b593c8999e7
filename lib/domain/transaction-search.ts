import type { z } from "zod";
import type { CalendarDate } from "../contract/money";
import { TransactionSearch } from "../contract/transactions";
import type { TransactionFilter } from "./ledger";
import { resolvePeriod } from "./period";

/** Everything. */
export const EVERY_TRANSACTION: TransactionSearch = {
  text: "",
  accounts: [],
  categories: [],
  merchants: [],
  tags: [],
  flows: [],
  period: null,
  minUnits: null,
  maxUnits: null,
  pending: null,
};

const LISTS = {
  accounts: "account",
  categories: "category",
  merchants: "merchant",
  tags: "tag",
  flows: "kind",
} as const satisfies Partial<Record<keyof TransactionSearch, string>>;

/** What a search looks like in an address; what does not restrict is left out. The same search is always the same text. */
export function writeSearch(search: TransactionSearch): string {
  const query = new URLSearchParams();
  if (search.text !== "") query.set("q", search.text);
  for (const [field, key] of entriesOf(LISTS)) {
    for (const value of [...search[field]].sort()) query.append(key, value);
  }
  if (typeof search.period === "string") query.set("period", search.period);
  else if (search.period !== null) {
    query.set("from", search.period.start);
    query.set("to", search.period.end);
  }
  if (search.minUnits !== null) query.set("min", String(search.minUnits));
  if (search.maxUnits !== null) query.set("max", String(search.maxUnits));
  if (search.pending !== null) query.set("pending", search.pending ? "yes" : "no");
  return query.toString();
}

/** The page of transactions with these conditions. */
export function transactionsHref(search: Partial<TransactionSearch>): string {
  const query = writeSearch({ ...EVERY_TRANSACTION, ...search });
  return query === "" ? "/transactions" : `/transactions?${query}`;
}

/** Reads what `writeSearch` wrote. Addresses are typed and shortened by people: what is not valid is left out. */
export function readSearch(query: URLSearchParams): TransactionSearch {
  const { shape } = TransactionSearch;
  const list = <Value>(schema: z.ZodArray<z.ZodType<Value>>, key: string): Value[] => [
    ...new Set(query.getAll(key).flatMap((value) => validOr(schema.element, value, []))),
  ];
  const pending = query.get("pending");
  return {
    text: validOr(shape.text, query.get("q") ?? "", ""),
    accounts: list(shape.accounts, LISTS.accounts),
    categories: list(shape.categories, LISTS.categories),
    merchants: list(shape.merchants, LISTS.merchants),
    tags: list(shape.tags, LISTS.tags),
    flows: list(shape.flows, LISTS.flows),
    period: validOr(
      shape.period,
      query.get("period") ?? { start: query.get("from"), end: query.get("to") },
      null,
    ),
    minUnits: validOr(shape.minUnits, numberIn(query.get("min")), null),
    maxUnits: validOr(shape.maxUnits, numberIn(query.get("max")), null),
    pending: pending === "yes" ? true : pending === "no" ? false : null,
  };
}

/** The rows that a search is about, but for its tags, which are no part of what banks tell. */
export function filterOfSearch(search: TransactionSearch, today: CalendarDate): TransactionFilter {
  const { text, accounts, categories, merchants, flows, period, minUnits, maxUnits, pending } = search;
  return {
    text: text === "" ? undefined : text,
    accountIds: accounts,
    categories,
    merchants,
    flows,
    period: typeof period === "string" ? resolvePeriod(period, today) : (period ?? undefined),
    minUnits: minUnits ?? undefined,
    maxUnits: maxUnits ?? undefined,
    pending: pending ?? undefined,
  };
}

const numberIn = (text: string | null): number | null =>
  text === null || text.trim() === "" ? null : Number(text);

function validOr<Value, Other>(schema: z.ZodType<Value>, value: unknown, other: Other): Value | Other {
  const result = schema.safeParse(value);
  return result.success ? result.data : other;
}

const entriesOf = <Key extends string, Value>(record: Record<Key, Value>) =>
  Object.entries(record) as [Key, Value][];
