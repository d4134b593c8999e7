import type { LinkOutcome } from "../contract/linking";

/** What tells accounts apart across links, each of which gives them new ids. */
type AccountIdentity = {
  /** Only some banks have it. https://plaid.com/docs/api/accounts/#accounts-get-response-accounts-persistent-account-id */
  persistentAccountId?: string | null | undefined;
  name?: string | null | undefined;
  mask?: string | null | undefined;
  type?: string | null | undefined;
  subtype?: string | null | undefined;
};
type SeenBank = { institutionId: string | null; accounts: readonly AccountIdentity[] };
type State = { id: string; status: string };
export type KnownBank<Item extends State, Account extends AccountIdentity> = {
  item: Item;
  institutionId: string | null;
  /** It can never be read again, so it may give way to a link that can. */
  isLost: boolean;
  accounts: Account[];
};

/** Why a bank is not added: a connection of the person's has it, and this is what helps. */
type Found<Item> = { item: Item; outcome: Exclude<LinkOutcome["outcome"], "linked"> };

/**
 * What to do about a bank that a person is linking, from what Link shows of it before anything is exchanged.
 * https://plaid.com/docs/link/duplicate-items/
 * @returns null for a bank to add; else the connection that the person has already, and what helps:
 * `sign_in` where it waits for that, `select_accounts` where it holds only some of the accounts, `already_linked` where it
 * holds them all, `away` where it does but cannot be reached now
 */
export function findLinkedBank<Item extends State>(
  fresh: SeenBank,
  known: readonly KnownBank<Item, AccountIdentity>[],
): Found<Item> | null {
  const overlapping = overlappingWith(fresh, known).filter(({ isLost }) => !isLost);
  const waiting = overlapping.find(isWaiting);
  if (waiting) return { item: waiting.item, outcome: "sign_in" };
  const whole = overlapping.find(({ accounts }) => holdsAll(accounts, fresh.accounts));
  if (whole) return { item: whole.item, outcome: whole.item.status === "error" ? "away" : "already_linked" };
  const [partial] = overlapping;
  return partial ? { item: partial.item, outcome: "select_accounts" } : null;
}

type Comparison<Item extends State, Account extends AccountIdentity> = {
  kept: Found<Item> | null;
  replaced: KnownBank<Item, Account>[];
  thinned: KnownBank<Item, Account>[];
};

/**
 * Compares a bank that was linked a moment ago with those a person has. Nothing that the new link lacks is ever given up.
 * @param endedId the ended connection that the person is linking again
 * @returns `kept`: a link that stays in place of the new one, since it holds all the new accounts and needs no sign-in, or
 * holds some that the new one lacks. `replaced`: links whose accounts the new one all has (left in place, their money
 * would count twice), and the ended one whose place it takes. `thinned`: links that can never be read again, each with the
 * accounts that the new one has; the others stay.
 */
export function compareBanks<Item extends State, Account extends AccountIdentity>(
  fresh: SeenBank,
  known: readonly KnownBank<Item, Account>[],
  endedId: string | null = null,
): Comparison<Item, Account> {
  const overlapping = overlappingWith(fresh, known);
  const kept = findKept(
    fresh,
    overlapping.filter(({ isLost }) => !isLost),
  );
  if (kept) return { kept, replaced: [], thinned: [] };
  const isCovered = ({ accounts }: SeenBank) => holdsAll(fresh.accounts, accounts);
  const ended = endedPlace(fresh, known, endedId);
  return {
    kept: null,
    replaced: [...overlapping.filter(isCovered), ...(ended ? [ended] : [])],
    thinned: overlapping
      .filter((bank) => !isCovered(bank))
      .map((bank) => ({
        ...bank,
        accounts: bank.accounts.filter((account) => holds(fresh.accounts, account)),
      })),
  };
}

function findKept<Item extends State>(
  fresh: SeenBank,
  overlapping: readonly KnownBank<Item, AccountIdentity>[],
): Found<Item> | null {
  const whole = overlapping.find((bank) => !isWaiting(bank) && holdsAll(bank.accounts, fresh.accounts));
  if (whole) return { item: whole.item, outcome: "already_linked" };
  const richer = overlapping.find(({ accounts }) => !holdsAll(fresh.accounts, accounts));
  return richer ? { item: richer.item, outcome: isWaiting(richer) ? "sign_in" : "select_accounts" } : null;
}

/** An ended link holds nothing but its name. The one that was named, or the only one of this bank, gives way. */
function endedPlace<Bank extends KnownBank<State, AccountIdentity>>(
  fresh: SeenBank,
  known: readonly Bank[],
  endedId: string | null,
): Bank | undefined {
  const ended = known.filter(
    ({ item, institutionId }) =>
      item.status === "revoked" && institutionId !== null && institutionId === fresh.institutionId,
  );
  return ended.find(({ item }) => item.id === endedId) ?? (ended.length === 1 ? ended[0] : undefined);
}

const overlappingWith = <Bank extends KnownBank<State, AccountIdentity>>(
  fresh: SeenBank,
  known: readonly Bank[],
): Bank[] =>
  fresh.institutionId === null
    ? []
    : known.filter(
        ({ item, institutionId, accounts }) =>
          institutionId === fresh.institutionId &&
          item.status !== "revoked" &&
          accounts.some((account) => holds(fresh.accounts, account)),
      );

const isWaiting = ({ item }: { item: State }): boolean => item.status === "login_required";

const holds = (accounts: readonly AccountIdentity[], wanted: AccountIdentity): boolean =>
  accounts.some((account) => isSameAccount(account, wanted));

const holdsAll = (accounts: readonly AccountIdentity[], wanted: readonly AccountIdentity[]): boolean =>
  wanted.every((account) => holds(accounts, account));

/** Whether two links mean the same account. One without a name or persistent id cannot be compared: it is like no other. */
export function isSameAccount(one: AccountIdentity, other: AccountIdentity): boolean {
  if (one.persistentAccountId && one.persistentAccountId === other.persistentAccountId) return true;
  const key = keyOf(one);
  return key !== null && key === keyOf(other);
}

/** The kind of an account counts only where there is no mask. */
const keyOf = ({ name, mask, type, subtype }: AccountIdentity): string | null =>
  name ? JSON.stringify([name, mask ?? null, type ?? null, mask ? null : (subtype ?? null)]) : null;
