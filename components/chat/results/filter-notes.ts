/** The filters of a result of any kind. */
type Filters = {
  categories?: string[];
  merchants?: string[];
  names?: string[];
  accounts?: string[];
  kinds?: string[];
  direction?: "in" | "out" | "both";
  exclude?: { categories: string[]; merchants: string[] } | undefined;
  minAmount?: number | undefined;
  maxAmount?: number | undefined;
};

const DIRECTIONS = { in: "What comes in", out: "What goes out", both: null };

/** The filters that were used as words, each group once. */
export function filterNotes({
  exclude,
  minAmount,
  maxAmount,
  direction = "both",
  ...filters
}: Filters): string[] {
  const amounts = [
    minAmount === undefined ? "" : `at least ${minAmount.toLocaleString("en-US")}`,
    maxAmount === undefined ? "" : `at most ${maxAmount.toLocaleString("en-US")}`,
  ].filter(Boolean);
  const groups: [string, string[] | undefined][] = [
    ["Category", filters.categories],
    ["Merchant", filters.merchants],
    ["Name", filters.names],
    ["Account", filters.accounts],
    ["Kind", filters.kinds?.map((kind) => kind.replaceAll("_", " "))],
    ["Amount", amounts],
    ["Left out", exclude && [...exclude.categories, ...exclude.merchants]],
  ];
  const named = groups.flatMap(([label, values]) =>
    values && values.length > 0 ? [`${label}: ${values.join(", ")}`] : [],
  );
  const way = DIRECTIONS[direction];
  return way === null ? named : [way, ...named];
}
