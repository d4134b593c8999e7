import type { Executor } from "../db/client";
import {
  type CategoryRule,
  listRules,
  type RuleMeaning,
  type RuleScope,
  writeRuleMeanings,
} from "../db/queries/category-rules";
import type { TransferAmount } from "../db/queries/staged-merge";
import { isCategoryId } from "../domain/categories";
import { meaningOfEdit } from "../domain/meaning-of-edit";

/**
 * Gives rows of a person the category that their rules say; what they have said of a row itself goes before. Call it in
 * the transaction that stored the rows, and after it `refreshOwnTransfers`.
 * @returns the amounts of the rows that changed, which may have been or become a side of a transfer
 */
export async function applyRules(tx: Executor, userId: string, scope: RuleScope): Promise<TransferAmount[]> {
  const rules = (await listRules(tx, userId)).flatMap((rule) => ruleMeaning(rule) ?? []);
  return rules.length === 0 ? [] : writeRuleMeanings(tx, userId, rules, scope);
}

/** Undefined for a category that this version does not know. */
export function ruleMeaning(
  rule: Pick<CategoryRule, "id" | "matchBy" | "matchValue" | "category">,
): RuleMeaning | undefined {
  const { id, matchBy, matchValue, category } = rule;
  if (!isCategoryId(category)) return undefined;
  return {
    id,
    match: { by: matchBy, value: matchValue },
    category,
    flow: meaningOfEdit(category, "depository").flow,
    loanFlow: meaningOfEdit(category, "loan").flow,
  };
}
