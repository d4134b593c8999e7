import type { AccountsResult } from "../../contract/results/accounts-result";
import type { SpendingResult } from "../../contract/results/spending-result";
import type { TransactionsResult } from "../../contract/results/transactions-result";
import type { ToolResult } from "../../contract/tool-result";
import { categoryLabel } from "../../domain/categories";
import type { Facts } from "../prompt";
import { answerAccounts } from "./answers/accounts";
import { answerFailure, answerFixed, NO_BANK } from "./answers/fixed";
import { answerSpending } from "./answers/spending";
import { answerTransactions } from "./answers/transactions";
import { paragraphs, plainText } from "./answers/wording";
import { type Correction, correct } from "./correct";
import { plan } from "./plan";
import type { Question } from "./question";
import { isFailure, type Outcome, type PlannedCall } from "./tool-round";

export type Reply = { kind: "calls"; calls: PlannedCall[] } | { kind: "text"; text: string };

type Slot = { call: PlannedCall; outcome: Outcome; notes: string[] };

/**
 * What the analyst says next: look-ups first, then an answer made of their results and of nothing else.
 * @param rounds outcomes of the look-ups so far, round by round, each in the order of its calls
 */
export function reply(question: Question, rounds: readonly (readonly Outcome[])[], facts: Facts): Reply {
  const calls = plan(question);
  if (calls.length === 0) return { kind: "text", text: answerFixed(question) };
  const [first, ...later] = rounds;
  if (!first) return { kind: "calls", calls };
  let slots = fill(calls, first);
  for (const round of later) slots = applyCorrections(slots, corrections(slots, question), round);
  const open = later.length < 2 ? corrections(slots, question) : new Map<Slot, Correction>();
  if (open.size > 0) return { kind: "calls", calls: [...open.values()].map(({ call }) => call) };
  return { kind: "text", text: answer(question, slots, facts) };
}

const LOST: Outcome = {
  error: { code: "unavailable", message: "A look-up gave no result. Please try again." },
};

const fill = (calls: PlannedCall[], outcomes: readonly Outcome[]): Slot[] =>
  calls.map((call, index) => ({ call, outcome: outcomes[index] ?? LOST, notes: [] }));

/** Failed look-ups that can be put better. Planning is deterministic, so earlier rounds can be read again the same way. */
function corrections(slots: Slot[], question: Question): Map<Slot, Correction> {
  const found = new Map<Slot, Correction>();
  for (const slot of slots) {
    const better = isFailure(slot.outcome) ? correct(slot.call, slot.outcome, question) : undefined;
    if (better) found.set(slot, better);
  }
  return found;
}

function applyCorrections(slots: Slot[], made: Map<Slot, Correction>, round: readonly Outcome[]): Slot[] {
  const retried = [...made.keys()];
  return slots.map((slot) => {
    const correction = made.get(slot);
    if (!correction) return slot;
    const outcome = round[retried.indexOf(slot)] ?? LOST;
    return {
      call: correction.call,
      outcome,
      notes: correction.note ? [...slot.notes, correction.note] : slot.notes,
    };
  });
}

function answer(question: Question, slots: Slot[], facts: Facts): string {
  for (const { outcome } of slots) if (isFailure(outcome)) return failureText(outcome, slots);
  const results = slots.flatMap(({ outcome }) => (isFailure(outcome) ? [] : [outcome]));
  const caveats = [...new Set(results.flatMap((result) => result.caveats ?? []))].map(plainText).join(" ");
  if (results.every(({ asOf, rowCount, dataFrom }) => asOf === null && rowCount === 0 && !dataFrom))
    return caveats || NO_BANK;
  const notes = new Set([...slots.flatMap((slot) => slot.notes), ...typoNotes(question)]);
  return paragraphs([...notes].join(" "), answerResults(question, results, facts), caveats);
}

const failureText = (outcome: Extract<Outcome, { error: unknown }>, slots: Slot[]): string =>
  paragraphs([...new Set(slots.flatMap((slot) => slot.notes))].join(" "), answerFailure(outcome));

function typoNotes(question: Question): string[] {
  const subjects = "subjects" in question ? question.subjects : [];
  return subjects
    .filter(({ isTypo }) => isTypo)
    .map(
      ({ phrase, categories }) =>
        `I read “${phrase}” as ${categories.map(categoryLabel).join(" and ").toLowerCase()}.`,
    );
}

function answerResults(question: Question, results: ToolResult[], facts: Facts): string {
  if (question.kind === "spending") return answerSpending(question, results.filter(isSpending), facts);
  if (question.kind === "transactions") {
    return answerTransactions(question, results.filter(isTransactions), facts);
  }
  const accounts = results.find(isAccounts);
  return question.kind === "accounts" && accounts ? answerAccounts(question.scope, accounts, facts) : "";
}

const isSpending = (result: ToolResult): result is SpendingResult => result.kind === "spending";
const isTransactions = (result: ToolResult): result is TransactionsResult => result.kind === "transactions";
const isAccounts = (result: ToolResult): result is AccountsResult => result.kind === "accounts";
