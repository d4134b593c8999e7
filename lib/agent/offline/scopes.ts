import type { Range, Subject } from "./question";

export type ScopeArgs = { categories?: string[]; merchants?: string[] };

/**
 * One scope for several categories or several merchants; one each when both are mixed, because a tool that is given
 * both answers for what is in both.
 */
export function scopesOf(subjects: readonly Subject[]): ScopeArgs[] {
  if (subjects.length === 0) return [{}];
  const [first] = subjects;
  if (subjects.length === 1 && first) return [firstScope(first)];
  if (subjects.every(({ merchant }) => merchant === undefined)) {
    return [{ categories: [...new Set(subjects.flatMap(({ categories }) => categories))] }];
  }
  if (subjects.every(({ categories }) => categories.length === 0)) {
    return [{ merchants: subjects.map(({ phrase }) => phrase) }];
  }
  return subjects.map(firstScope);
}

export const firstScope = (subject: Subject): ScopeArgs =>
  subject.orMerchant ? { merchants: [subject.orMerchant] } : plainScope(subject);

/** Category and merchant apart, for a phrase that turned out not to be one merchant. */
export const plainScope = ({ categories, merchant }: Subject): ScopeArgs => ({
  ...(categories.length > 0 && { categories }),
  ...(merchant && { merchants: [merchant] }),
});

/** What is to be left out, as the tools take it. */
export function exclusionOf(excluded: readonly Subject[]): { exclude?: ScopeArgs } {
  if (excluded.length === 0) return {};
  const categories = excluded.flatMap((subject) => (subject.orMerchant ? [] : subject.categories));
  const merchants = excluded.flatMap(({ orMerchant, merchant }) => orMerchant ?? merchant ?? []);
  return {
    exclude: { ...(categories.length > 0 && { categories }), ...(merchants.length > 0 && { merchants }) },
  };
}

export const amountsOf = ({ words: _, ...amounts }: Range): Omit<Range, "words"> => amounts;
