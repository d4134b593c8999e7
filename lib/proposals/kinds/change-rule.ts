import { applyRules, ruleMeaning } from "../../banking/apply-rules";
import { refreshMeanings } from "../../banking/refresh-meanings";
import { refreshOwnTransfers } from "../../banking/refresh-own-transfers";
import type { ProposedChange, RuleMatch } from "../../contract/proposals";
import { database, type Executor } from "../../db/client";
import {
  deleteRule,
  insertRule,
  listRowsForRule,
  listRowsOfRule,
  listRules,
} from "../../db/queries/category-rules";
import { categoryLabel } from "../../domain/categories";
import { AppError } from "../../errors";
import type { ChangeKind, Wish } from "../change-kind";
import { monthEffects } from "../month-effects";
import { requireCategory } from "../require-category";
import { countRows } from "../wanted-rows";

type Change = Extract<ProposedChange, { kind: "rule" }>;

const MAX_RULES = 200;
const SHOWN_ROWS = 50;

/** A category for every row that matches, now and later. What the person said of a row itself stays. */
export const changeRule: ChangeKind<Change> = {
  async describe(wish, ledger) {
    const { userId, change } = wish;
    const category = requireCategory(change.category);
    const rules = await listRules(database(), userId);
    if (rules.length >= MAX_RULES) throw new AppError("invalid", `There are ${MAX_RULES} rules already.`);
    const known = rules.find((rule) => isSameMatch(rule, change.match));
    if (known?.category === category) throw new AppError("invalid", "There is such a rule already.");
    const meaning = ruleMeaning(toRule(wish));
    const ids = meaning ? await listRowsForRule(database(), userId, meaning) : [];
    const rows = ids.length === 0 ? [] : await ledger.transactions({ ids: ids.slice(0, SHOWN_ROWS) });
    const label = categoryLabel(category);
    return {
      title: `Always put ${inWords(change.match)} in ${label}`,
      changes: [
        { label: "Rule", before: known ? categoryLabel(known.category) : null, after: label },
        { label: "From now on", before: null, after: `${inWords(change.match)} go to ${label}` },
        { label: "Already there", before: null, after: `${countRows(ids.length)} would move` },
      ],
      effects: await monthEffects(ledger, new Set(ids), category),
      rowCount: ids.length,
      rows,
    };
  },
  /** Rules with the same match: rows may come and go, a rule is about all of them. */
  async read(tx, { userId, change }) {
    const rules = await listRules(tx, userId);
    return rules
      .filter((rule) => isSameMatch(rule, change.match))
      .map(({ id, category }) => ({ id, category }));
  },
  async apply(tx, wish) {
    await insertRule(tx, toRule(wish));
    await refreshOwnTransfers(tx, wish.userId, await applyRules(tx, wish.userId, "all"));
  },
  async restore(tx, { userId, proposalId }) {
    await endRule(tx, userId, proposalId);
  },
};

/** Its rows mean again what they mean without it. */
async function endRule(tx: Executor, userId: string, ruleId: string): Promise<void> {
  const ids = await listRowsOfRule(tx, userId, ruleId);
  await deleteRule(tx, userId, ruleId);
  await refreshMeanings(tx, userId, ids);
}

const toRule = ({ userId, proposalId, change }: Wish<Change>) => ({
  id: proposalId,
  userId,
  matchBy: change.match.by,
  matchValue: change.match.value,
  category: change.category,
});

const isSameMatch = (rule: { matchBy: string; matchValue: string }, match: RuleMatch): boolean =>
  rule.matchBy === match.by && rule.matchValue.toLowerCase() === match.value.toLowerCase();

const inWords = ({ by, value }: RuleMatch): string =>
  by === "merchant" ? `transactions of "${value}"` : `transactions that say "${value}"`;
