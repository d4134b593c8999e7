import { PlaidError, plaidErrors } from "../plaid-error";
import { setHistory } from "./history";
import { findInstitution, type Product } from "./institutions";
import type { Bank } from "./open-bank";
import type { SandboxItem } from "./state";

/**
 * Uses a product of an item. One that the institution has and that nobody asked for before is added by its first use,
 * as at Plaid, and billed from then on.
 * @throws {PlaidError} PRODUCTS_NOT_SUPPORTED
 */
export async function requireProduct(bank: Bank, item: SandboxItem, product: Product): Promise<void> {
  if (item.products.includes(product)) return;
  const institution = findInstitution(item.institutionId);
  if (!institution?.products.includes(product)) {
    throw plaidErrors.productsNotSupported(
      `${institution?.name ?? "the institution"} does not support: ${product}`,
    );
  }
  await bank.change(() => {
    item.products.push(product);
  });
  if (product === "transactions" && item.history === "none") await setHistory(bank, item, "complete");
}

/** @throws {PlaidError} the item has the product but no account to which it applies */
export function noAccountsFor(kind: "INVESTMENT" | "LIABILITY"): PlaidError {
  const what = kind === "INVESTMENT" ? "investment" : "liability";
  return new PlaidError(
    "ITEM_ERROR",
    `NO_${kind}_ACCOUNTS`,
    `There are no valid ${what} account(s) associated with this Item. See https://plaid.com/docs/api/#item-errors for more information.`,
  );
}
