/**
 * What there is one of for each currency, in the order of the person's currencies: the one that leads comes first. What is in
 * none of them comes last; the rest of the order stays.
 * @param currencies ISO 4217, as `coverage()` of a ledger gives them
 */
export function leadingFirst<Item extends { currency: string }>(
  items: readonly Item[],
  currencies: readonly string[],
): Item[] {
  const rank = ({ currency }: Item) =>
    currencies.includes(currency) ? currencies.indexOf(currency) : currencies.length;
  return items.toSorted((a, b) => rank(a) - rank(b));
}
