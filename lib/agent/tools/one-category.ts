import type { Ledger } from "../../domain/ledger";
import { resolveScope } from "./resolve-scope";
import { ToolProblem } from "./tool-problem";

/** The one category that a phrase means. @throws {ToolProblem} when there is none, or several */
export async function oneCategory(phrase: string, ledger: Ledger): Promise<string> {
  const { categories, filters } = await resolveScope({ categories: [phrase] }, ledger);
  const [category] = categories;
  if (category !== undefined && categories.length === 1) return category;
  throw new ToolProblem("ambiguous_category", `"${phrase.slice(0, 60)}" can mean several categories.`, {
    suggestions: filters.categories,
    hint: "Ask which one is meant.",
  });
}
