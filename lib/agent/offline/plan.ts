import type {
  AccountScope,
  Question,
  Range,
  SpendingQuestion,
  Subject,
  TransactionsQuestion,
} from "./question";
import type { PlannedCall } from "./tool-round";

/** The look-ups that answer a question; none for what needs no data. */
export function plan(question: Question): PlannedCall[] {
  if (question.kind === "spending") return planSpending(question);
  if (question.kind === "transactions") return planTransactions(question);
  if (question.kind === "accounts") return [{ name: "get_accounts", args: ACCOUNT_ARGS[question.scope] }];
  return [];
}

/** Banks call savings by these names. */
const SAVINGS = ["savings", "money market", "cd", "cash management", "hsa"];

const ACCOUNT_ARGS: Record<AccountScope, Record<string, unknown>> = {
  all: {},
  net_worth: {},
  cash: { types: ["depository"] },
  debt: { types: ["credit", "loan"] },
  savings: { types: ["depository"], subtypes: SAVINGS },
  checking: { types: ["depository"], subtypes: ["checking"] },
  credit: { types: ["credit"] },
  investment: { types: ["investment"] },
};

/** The tools list no more. */
const MAX_LIMIT = 50;

const USUAL_MERCHANTS = 10;

/** The named period when a question names none. The answer says its dates. */
const USUAL_PERIOD = "this_month";

function planSpending(question: SpendingQuestion): PlannedCall[] {
  const { periods, groupBy, limit, accounts, range } = question;
  const asked = periods.length > 0 ? periods : [USUAL_PERIOD];
  return asked.flatMap((period) =>
    scopesOf(question.subjects).map((scope) => ({
      name: "summarize_spending" as const,
      args: {
        period,
        ...scope,
        ...(accounts.length > 0 && { accounts }),
        ...amountsOf(range),
        ...(groupBy !== "none" && { groupBy }),
        ...groupLimit(groupBy, limit),
      },
    })),
  );
}

const amountsOf = ({ words: _, ...amounts }: Range): Omit<Range, "words"> => amounts;

/** Months are never cut off; of merchants there are more than anybody reads. */
function groupLimit(groupBy: SpendingQuestion["groupBy"], limit: number | undefined): { limit?: number } {
  if (groupBy === "none" || groupBy === "month") return {};
  if (limit) return { limit: Math.min(limit, MAX_LIMIT) };
  return groupBy === "merchant" ? { limit: USUAL_MERCHANTS } : {};
}

function planTransactions(question: TransactionsQuestion): PlannedCall[] {
  const { periods, accounts, flow, direction, isPending, range, sort, limit, answer } = question;
  const asked = periods.length > 0 ? periods : [answer === "total" ? USUAL_PERIOD : undefined];
  return asked.flatMap((period) =>
    scopesOf(question.subjects).map((scope) => ({
      name: "search_transactions" as const,
      args: {
        ...(period && { period }),
        ...scope,
        ...(accounts.length > 0 && { accounts }),
        ...(flow && { flow }),
        ...(direction && { direction }),
        ...(isPending && { pending: true }),
        ...amountsOf(range),
        ...(sort !== "newest" && { sort }),
        limit: Math.min(limit ?? (answer === "rows" ? 10 : 5), MAX_LIMIT),
      },
    })),
  );
}

export type ScopeArgs = { categories?: string[]; merchants?: string[] };

/**
 * One scope for several categories or several merchants; one each when both are mixed, because a tool that is given
 * both answers for what is in both.
 */
function scopesOf(subjects: Subject[]): ScopeArgs[] {
  if (subjects.length === 0) return [{}];
  const [first] = subjects;
  if (subjects.length === 1 && first) return [firstScope(first)];
  if (subjects.every(({ merchant }) => merchant === undefined)) {
    return [{ categories: [...new Set(subjects.flatMap(({ categories }) => categories))] }];
  }
  if (subjects.every(({ categories }) => categories.length === 0)) {
    return [{ merchants: subjects.map(({ phrase }) => phrase) }];
  }
  return subjects.map(firstScope);
}

const firstScope = (subject: Subject): ScopeArgs =>
  subject.orMerchant ? { merchants: [subject.orMerchant] } : plainScope(subject);

/** Category and merchant apart, for a phrase that turned out not to be one merchant. */
export const plainScope = ({ categories, merchant }: Subject): ScopeArgs => ({
  ...(categories.length > 0 && { categories }),
  ...(merchant && { merchants: [merchant] }),
});
