type AccountIdentity = { name: string; mask: string | null; type: string; subtype: string | null };
type KnownBank<Item> = { item: Item; institutionId: string | null; accounts: readonly AccountIdentity[] };

/**
 * Compares a newly linked bank with those a person has. Plaid gives every link new ids, so what tells accounts apart is
 * the institution, the name and the mask (where the bank shows one).
 * @returns `kept`: a working link that already holds all the new accounts. `replaced`: links that share an account with
 * the new one and are not kept; left in place, their money would count twice.
 */
export function compareBanks<Item extends { status: string }>(
  fresh: { institutionId: string | null; accounts: readonly AccountIdentity[] },
  known: readonly KnownBank<Item>[],
): { kept: Item | null; replaced: Item[] } {
  if (fresh.institutionId === null) return { kept: null, replaced: [] };
  const wanted = fresh.accounts.map(identityOf);
  const overlapping = known
    .filter((bank) => bank.institutionId === fresh.institutionId)
    .map(({ item, accounts }) => ({ item, held: new Set(accounts.map(identityOf)) }))
    .filter(({ held }) => wanted.some((account) => held.has(account)));
  const kept = overlapping.find(
    ({ item, held }) => item.status === "active" && wanted.every((account) => held.has(account)),
  );
  if (kept) return { kept: kept.item, replaced: [] };
  return { kept: null, replaced: overlapping.map(({ item }) => item) };
}

const identityOf = ({ name, mask, type, subtype }: AccountIdentity) =>
  JSON.stringify([name, mask, type, mask === null ? subtype : null]);
