import type { Item } from "plaid";
import { findInstitution, type Product } from "../bank/institutions";
import { consentExpiration, itemError } from "../bank/problems";
import type { SandboxItem } from "../bank/state";
import type { Wire } from "./wire";

export function toPlaidItem(item: SandboxItem): Wire<Item> {
  const institution = findInstitution(item.institutionId);
  const offered = institution?.products ?? [];
  const used = offered.filter((product) => item.products.includes(product));
  // The balance product is always there and never billed as one of the Item's.
  const unused = offered.filter((product: Product) => !item.products.includes(product));
  return {
    item_id: item.itemId,
    institution_id: item.institutionId,
    institution_name: institution?.name ?? null,
    webhook: item.webhook,
    auth_method: null,
    error: itemError(item),
    available_products: unused,
    billed_products: used,
    products: used,
    consented_products: used,
    consent_expiration_time: consentExpiration(item),
    update_type: "background",
  };
}
