import { z } from "zod";
import { CATEGORY_IDS, categoryLabel, categoryPhrases, findCategories } from "../../domain/categories";
import type { Ledger, TransactionFilter } from "../../domain/ledger";
import { matchNames, nearestNames } from "../../domain/nearest-names";
import { ToolProblem } from "./tool-problem";

const names = (description: string) => z.array(z.string().max(200)).max(20).nullish().describe(description);

/** The part of a tool's input that narrows which rows count. */
export const ScopeInput = {
  categories: names(`Only these categories. Ids: ${CATEGORY_IDS.join(", ")}.`),
  merchants: names("Only these merchants, by name or part of it."),
  accounts: names("Only these accounts, by name or last digits."),
};
export type ScopeInput = {
  categories?: string[] | null | undefined;
  merchants?: string[] | null | undefined;
  accounts?: string[] | null | undefined;
};

export const ExclusionInput = {
  exclude: z
    .object({
      categories: names("All but these categories."),
      merchants: names("All but these merchants, by name or part of it."),
    })
    .nullish()
    .describe("What to leave out."),
};
type ExclusionInput = { exclude?: Pick<ScopeInput, "categories" | "merchants"> | null | undefined };

export type Scope = {
  categories: string[];
  merchants: string[];
  accountIds: string[];
  /** What the result says it covers: labels of categories, merchants, names of accounts. */
  filters: { categories: string[]; merchants: string[]; accounts: string[] };
};

/**
 * Names as people and models give them, turned into exact ids and names. A name that is not known is a problem with
 * the nearest names as hint; it is never silently dropped, because that would widen the question.
 * @throws {ToolProblem}
 */
export async function resolveScope(input: ScopeInput, ledger: Ledger): Promise<Scope> {
  const categories = unique((input.categories ?? []).flatMap(toCategories));
  const merchants = input.merchants?.length ? await toMerchants(input.merchants, ledger) : [];
  const accounts = input.accounts?.length ? await toAccounts(input.accounts, ledger) : [];
  return {
    categories,
    merchants,
    accountIds: accounts.map(({ id }) => id),
    filters: {
      categories: categories.map(categoryLabel),
      merchants: [...merchants],
      accounts: accounts.map(({ name }) => name),
    },
  };
}

/**
 * What is to be left out, as a filter and in the words of the result; no words when nothing is.
 * @throws {ToolProblem} for a name that is not known: leaving out nothing would be a silent mistake
 */
export async function resolveExclusions(
  { exclude }: ExclusionInput,
  ledger: Ledger,
): Promise<{
  filter: Pick<TransactionFilter, "exceptCategories" | "exceptMerchants">;
  labels?: { categories: string[]; merchants: string[] };
}> {
  const { categories, merchants, filters } = await resolveScope(exclude ?? {}, ledger);
  if (categories.length + merchants.length === 0) return { filter: {} };
  return {
    filter: { exceptCategories: categories, exceptMerchants: merchants },
    labels: { categories: filters.categories, merchants: filters.merchants },
  };
}

const unique = <Value>(values: Value[]): Value[] => [...new Set(values)];

const quote = (text: string) => `"${text.slice(0, 60)}"`;

function notFound(kind: string, phrase: string, suggestions: string[]): ToolProblem {
  const hint = suggestions.length > 0 ? `The nearest: ${suggestions.join(", ")}.` : undefined;
  const where = kind === "merchant" ? "Your transactions have" : "There is";
  return new ToolProblem(`unknown_${kind}`, `${where} no ${kind} called ${quote(phrase)}.`, {
    suggestions,
    ...(hint && { hint }),
  });
}

function toCategories(phrase: string): string[] {
  const found = findCategories(phrase);
  if (found.length > 0) return found;
  const near = nearestNames(phrase, categoryPhrases()).flatMap(findCategories);
  throw notFound("category", phrase, unique(near).slice(0, 3).map(categoryLabel));
}

async function toMerchants(phrases: string[], ledger: Ledger): Promise<string[]> {
  const known = await ledger.merchants();
  return unique(
    phrases.flatMap((phrase) => {
      const found = matchNames(phrase, known);
      if (found.length === 0) throw notFound("merchant", phrase, nearestNames(phrase, known));
      return found;
    }),
  );
}

async function toAccounts(phrases: string[], ledger: Ledger) {
  const known = await ledger.accounts();
  const namesOf = (account: (typeof known)[number]) =>
    [account.name, account.mask, account.subtype, `${account.institution} ${account.name}`].filter(
      (name) => name !== null,
    );
  return unique(
    phrases.flatMap((phrase) => {
      const found = known.filter(
        (account) => account.id === phrase || matchNames(phrase, namesOf(account)).length > 0,
      );
      if (found.length > 0) return found;
      throw notFound(
        "account",
        phrase,
        known.map(({ name }) => name),
      );
    }),
  );
}
