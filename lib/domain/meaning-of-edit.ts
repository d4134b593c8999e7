import type { AccountType } from "../contract/banking";
import type { CategoryId } from "./categories";
import { CATALOGUE } from "./category-catalogue";
import type { Flow } from "./transaction";

/**
 * What a row means for totals once a person has given it a category: their word decides, with the rules of
 * ./classify-flow.ts that do not depend on what the bank says. Movements on a loan account never count.
 */
export function meaningOfEdit(
  category: CategoryId,
  accountType: AccountType,
): { flow: Flow; category: CategoryId } {
  return { flow: accountType === "loan" ? "transfer" : flowOf(category), category };
}

function flowOf(category: CategoryId): Flow {
  if (category === "card_payment") return "card_payment";
  const { group } = CATALOGUE[category];
  if (group === "income") return "income";
  return group === "movement" ? "transfer" : "spending";
}
