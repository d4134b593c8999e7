/** What tells accounts apart across links, each of which gives them new ids. */
type AccountIdentity = {
  name?: string | null | undefined;
  mask?: string | null | undefined;
  type?: string | null | undefined;
  subtype?: string | null | undefined;
};
type SeenBank = { institutionId: string | null; accounts: readonly AccountIdentity[] };
type KnownBank<Item> = SeenBank & { item: Item };
type State = { id: string; status: string };

/**
 * What to do about a bank that a person is linking, from what Link shows of it before anything is exchanged.
 * https://plaid.com/docs/link/duplicate-items/
 * @returns null for a bank to add; else the connection that the person has already, and what helps:
 * `sign_in` where it waits for that, `select_accounts` where it holds only some of the accounts, `already_linked` where it
 * holds them all
 */
export function findLinkedBank<Item extends State>(
  fresh: SeenBank,
  known: readonly KnownBank<Item>[],
): { item: Item; outcome: "already_linked" | "sign_in" | "select_accounts" } | null {
  const { overlapping, holdsAll } = overlap(fresh, known);
  const waiting = overlapping.find(({ item }) => item.status === "login_required");
  if (waiting) return { item: waiting.item, outcome: "sign_in" };
  const whole = overlapping.find(holdsAll);
  if (whole) return { item: whole.item, outcome: "already_linked" };
  const [partial] = overlapping;
  return partial ? { item: partial.item, outcome: "select_accounts" } : null;
}

/**
 * Compares a bank that was linked a moment ago with those a person has.
 * @param endedId the ended connection that the person is linking again
 * @returns `kept`: a link that already holds all the new accounts and needs no sign-in. `replaced`: links that share an
 * account with the new one and are not kept (left in place, their money would count twice), and the ended one whose
 * place it takes.
 */
export function compareBanks<Item extends State>(
  fresh: SeenBank,
  known: readonly KnownBank<Item>[],
  endedId: string | null = null,
): { kept: Item | null; replaced: Item[] } {
  const { overlapping, holdsAll } = overlap(fresh, known);
  const kept = overlapping.find((bank) => bank.item.status !== "login_required" && holdsAll(bank));
  if (kept) return { kept: kept.item, replaced: [] };
  const ended = endedPlace(fresh, known, endedId);
  return { kept: null, replaced: [...overlapping.map(({ item }) => item), ...(ended ? [ended] : [])] };
}

/** An ended link holds nothing but its name. The one that was named, or the only one of this bank, gives way. */
function endedPlace<Item extends State>(
  fresh: SeenBank,
  known: readonly KnownBank<Item>[],
  endedId: string | null,
): Item | undefined {
  const ended = known.filter(
    ({ item, institutionId }) =>
      item.status === "revoked" && institutionId !== null && institutionId === fresh.institutionId,
  );
  const named = ended.find(({ item }) => item.id === endedId);
  return (named ?? (ended.length === 1 ? ended[0] : undefined))?.item;
}

function overlap<Item extends State>(fresh: SeenBank, known: readonly KnownBank<Item>[]) {
  const wanted = identitiesOf(fresh.accounts);
  const overlapping =
    fresh.institutionId === null
      ? []
      : known
          .filter(
            ({ item, institutionId }) => institutionId === fresh.institutionId && item.status !== "revoked",
          )
          .map(({ item, accounts }) => ({ item, held: new Set(identitiesOf(accounts)) }))
          .filter(({ held }) => wanted.some((account) => held.has(account)));
  const holdsAll = ({ held }: { held: Set<string> }) => wanted.every((account) => held.has(account));
  return { overlapping, holdsAll };
}

/** An account without a name cannot be compared, and never a mask with an account number. */
const identitiesOf = (accounts: readonly AccountIdentity[]): string[] =>
  accounts.flatMap(({ name, mask, type, subtype }) =>
    name ? JSON.stringify([name, mask ?? null, type ?? null, mask ? null : (subtype ?? null)]) : [],
  );
