import type { HouseholdAccount } from "../household/account";
import { linkErrors } from "../link-errors";
import { plaidErrors } from "../plaid-error";
import { accountsAt, accountsHeld } from "./accounts-of";
import { findInstitution, INSTITUTIONS, type SandboxInstitution } from "./institutions";
import type { LinkSession, LinkToken } from "./link-state";
import { daysOrDefault, newItem } from "./new-item";
import type { Bank } from "./open-bank";
import type { SandboxItem } from "./state";

/** @throws {PlaidError} INVALID_LINK_TOKEN when this bank never made it or it has expired */
export function openLinkToken(bank: Bank, text: string): LinkToken {
  const token = bank.state.linkTokens.find(({ linkToken }) => linkToken === text);
  if (token === undefined) throw linkErrors.invalidLinkToken();
  if (token.expiresAt <= bank.now().toISOString()) {
    throw linkErrors.invalidLinkToken("provided link token is expired");
  }
  return token;
}

/** @throws {PlaidError} when there is none of this id, or it is finished, or its token has expired */
export function openLinkSession(bank: Bank, sessionId: string): { session: LinkSession; token: LinkToken } {
  const session = bank.state.linkSessions.find((known) => known.sessionId === sessionId);
  if (session === undefined) throw linkErrors.invalidSession("session_id is not one of this bank");
  if (session.finishedAt !== null)
    throw linkErrors.invalidSession("this session is finished: open a new one");
  return { session, token: openLinkToken(bank, session.linkToken) };
}

/** The item that is repaired or changed. @throws {PlaidError} ITEM_NOT_FOUND when it is gone meanwhile */
export function itemUpdated(bank: Bank, token: LinkToken): SandboxItem | null {
  if (token.updates === null) return null;
  const item = bank.state.items.find(({ itemId }) => itemId === token.updates?.itemId);
  if (item === undefined || item.removed) throw plaidErrors.itemNotFound();
  return item;
}

const isOffered = (token: LinkToken, { countries, products }: SandboxInstitution) =>
  countries.some((country) => token.countryCodes.includes(country)) &&
  token.products.every((product) => products.includes(product));

/** The banks that a person can choose from: in update mode only that of the item. */
export function institutionsFor(bank: Bank, token: LinkToken): SandboxInstitution[] {
  const item = itemUpdated(bank, token);
  if (item !== null) return INSTITUTIONS.filter(({ id }) => id === item.institutionId);
  return INSTITUTIONS.filter((institution) => isOffered(token, institution));
}

/** @throws {PlaidError} INVALID_INSTITUTION, or PRODUCTS_NOT_SUPPORTED where only the products are the reason */
export function chosenInstitution(bank: Bank, token: LinkToken, id: string): SandboxInstitution {
  const chosen = institutionsFor(bank, token).find((institution) => institution.id === id);
  if (chosen !== undefined) return chosen;
  const known = findInstitution(id);
  const missing = token.products.filter(
    (product) => known !== undefined && !known.products.includes(product),
  );
  if (known === undefined || missing.length === 0) throw plaidErrors.invalidInstitution();
  throw plaidErrors.productsNotSupported(`${known.name} does not support: ${missing.join(", ")}`);
}

/** The item as it would be when the session ends now: the one that is updated, or a new one that nobody has yet. */
export function itemOfSession(bank: Bank, session: LinkSession, token: LinkToken): SandboxItem {
  const updated = itemUpdated(bank, token);
  if (updated !== null) return updated;
  const { products } = chosenInstitution(bank, token, session.institutionId);
  return newItem(bank, {
    itemId: session.itemId,
    institutionId: session.institutionId,
    username: session.username,
    password: session.password,
    products: [...token.products, ...token.wantedProducts.filter((product) => products.includes(product))],
    webhook: token.webhook,
    // A household of the tests brings its own months.
    since:
      session.username === "user_household" && token.daysRequested === null
        ? null
        : daysOrDefault(token.daysRequested),
    createdAt: new Date(session.startedAt),
  });
}

function passes({ accountFilters }: LinkToken, { type, subtype }: HouseholdAccount): boolean {
  if (accountFilters === null) return true;
  const filter = Object.entries(accountFilters).find(([filtered]) => filtered === type)?.[1];
  if (filter === undefined) return false;
  const allowed: readonly string[] = filter.account_subtypes;
  return allowed.includes("all") || (subtype !== null && allowed.includes(subtype));
}

export type Choice = { account: HouseholdAccount; isSelected: boolean };

/**
 * The accounts that the person sees: all that may be chosen, or in an update without account selection those that are
 * shared already.
 */
export function choicesOf(bank: Bank, item: SandboxItem, token: LinkToken): Choice[] {
  if (token.updates === null) {
    return accountsHeld(bank, item)
      .filter((account) => passes(token, account))
      .map((account) => ({ account, isSelected: true }));
  }
  const shared = new Set(accountsAt(bank, item).map(({ key }) => key));
  return accountsHeld(bank, item)
    .filter(({ key }) => token.updates?.selectsAccounts || shared.has(key))
    .map((account) => ({ account, isSelected: shared.has(account.key) }));
}
