import { and, asc, desc, eq, sql } from "drizzle-orm";
import type { RuleMatch } from "../../contract/proposals";
import type { Flow } from "../../domain/transaction";
import type { Executor } from "../client";
import { categoryRules } from "../schema/category-rules";
import { transactions } from "../schema/transactions";
import { lowerCase } from "./lower-case";
import type { TransferAmount } from "./staged-merge";

export type CategoryRule = typeof categoryRules.$inferSelect;

/** The person's rules, the newest first: the first that matches a row counts. */
export function listRules(db: Executor, userId: string): Promise<CategoryRule[]> {
  return db
    .select()
    .from(categoryRules)
    .where(eq(categoryRules.userId, userId))
    .orderBy(desc(categoryRules.createdAt), desc(categoryRules.id));
}

export async function insertRule(db: Executor, values: typeof categoryRules.$inferInsert): Promise<void> {
  await db.insert(categoryRules).values(values);
}

export async function deleteRule(db: Executor, userId: string, ruleId: string): Promise<void> {
  await db.delete(categoryRules).where(and(eq(categoryRules.id, ruleId), eq(categoryRules.userId, userId)));
}

/** Ids of the person's rows that have their category from this rule. */
export async function listRowsOfRule(db: Executor, userId: string, ruleId: string): Promise<string[]> {
  const rows = await db
    .select({ id: transactions.id })
    .from(transactions)
    .where(and(eq(transactions.userId, userId), eq(transactions.ruleId, ruleId)))
    .orderBy(asc(transactions.id));
  return rows.map(({ id }) => id);
}

/** What a rule makes of a row. */
export type RuleMeaning = {
  id: string;
  match: RuleMatch;
  category: string;
  flow: Flow;
  /** Of a row on a loan account. */
  loanFlow: Flow;
};

/** Which rows of the person: all, some, or those of an update that is being stored. */
export type RuleScope = "all" | { ids: readonly string[] } | { lease: string };

/** Rows and the first rule that matches each. What the person has said of a row itself goes before every rule. */
const ruledRows = (userId: string, rules: readonly RuleMeaning[], scope: RuleScope) => sql`
  select distinct on (t.id) t.id, r.id as rule_id, r.category,
    case when a.type = 'loan' then r."loanFlow" else r.flow end as flow
  from transactions t
  join accounts a on a.id = t.account_id
  join jsonb_to_recordset(${JSON.stringify(rules.map((rule, rank) => ({ ...rule, ...rule.match, rank })))}::text::jsonb)
    as r(id uuid, by text, value text, category text, flow transaction_flow, "loanFlow" transaction_flow, rank int)
    on ${lowerCase(sql`t.merchant`)} = ${lowerCase(sql`r.value`)}
    or (r.by = 'text' and (
      strpos(${lowerCase(sql`t.merchant`)}, ${lowerCase(sql`r.value`)}) > 0
      or strpos(${lowerCase(sql`t.description`)}, ${lowerCase(sql`r.value`)}) > 0))
  where t.user_id = ${userId}::uuid and ${inScope(scope)} and not exists (
    select 1 from transaction_edits e where e.transaction_id = t.id and e.category is not null)
  order by t.id, r.rank`;

function inScope(scope: RuleScope) {
  if (scope === "all") return sql`true`;
  if ("ids" in scope)
    return sql`t.id in (select jsonb_array_elements_text(${JSON.stringify(scope.ids)}::text::jsonb)::uuid)`;
  return sql`t.plaid_transaction_id in (
    select s.plaid_transaction_id from staged_transactions s where s.lease = ${scope.lease}::uuid)`;
}

/**
 * Gives the rows in scope what the first rule that matches makes of them.
 * @param rules the one that counts first
 * @returns the amounts of the rows that changed
 */
export async function writeRuleMeanings(
  db: Executor,
  userId: string,
  rules: readonly RuleMeaning[],
  scope: RuleScope,
): Promise<TransferAmount[]> {
  const rows = await db.execute<{ currency: string; size: string }>(sql`
    with changed as (
      update transactions t
      set category = ruled.category, flow = ruled.flow, rule_id = ruled.rule_id, updated_at = now()
      from (${ruledRows(userId, rules, scope)}) ruled
      where t.id = ruled.id
        and (t.category, t.flow, t.rule_id) is distinct from (ruled.category, ruled.flow, ruled.rule_id)
      returning t.currency, abs(coalesce(t.whole_minor, t.amount_minor)) as size
    )
    select distinct currency, size from changed`);
  return rows.map(({ currency, size }) => ({ currency, size: Number(size) }));
}

/** Ids of the person's rows to which this rule, as their newest, would give another meaning, newest first. */
export async function listRowsForRule(db: Executor, userId: string, rule: RuleMeaning): Promise<string[]> {
  const rows = await db.execute<{ id: string }>(sql`
    select t.id from (${ruledRows(userId, [rule], "all")}) ruled
    join transactions t on t.id = ruled.id
    where (t.category, t.flow) is distinct from (ruled.category, ruled.flow)
    order by t.date desc, t.id desc`);
  return rows.map(({ id }) => id);
}
