import type { AccountType } from "../contract/banking";
import { classifyFlow, namesMerchant } from "../domain/classify-flow";
import { plaidWordsOf } from "../domain/import/import-category";
import type { ImportEntry } from "../domain/import/read-rows";

/** What a row of a file means, by the same rules as a row of a bank. */
export function meaningOf(entry: ImportEntry, accountType: AccountType) {
  const { primary, detailed } = plaidWordsOf(entry);
  const { amountMinor, description } = entry;
  const facts = {
    amountMinor,
    accountType,
    primary,
    detailed,
    description,
    hasMerchant: namesMerchant(entry),
  };
  const { flow, category } = classifyFlow(facts);
  return { flow, category, plaidCategoryPrimary: primary, plaidCategoryDetailed: detailed };
}
