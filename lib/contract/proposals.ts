import { z } from "zod";
import { Identifier } from "./identifier";
import { MemoryText } from "./memory";
import { CalendarDate, CurrencyCode } from "./money";
import { CADENCES } from "./recurring";

/** More rows than that are better changed by a rule. */
export const MAX_PROPOSED_ROWS = 500;
/** The longest texts that a person can give a row. */
export const MAX_NOTE = 1_000;
export const MAX_TAGS = 20;
export const MAX_TAG = 40;

const MIN_PARTS = 2;
export const MAX_PARTS = 10;

/** A part of a row with a category of its own; all parts together are the row. In minor units, with the row's sign. */
export const SplitPart = z.object({
  amountMinor: z.int(),
  category: z.string().min(1).max(60),
  note: z.string().trim().min(1).max(MAX_NOTE).nullable(),
});
export type SplitPart = z.infer<typeof SplitPart>;

/** Null: the parts become one row again. */
export const SplitParts = z.array(SplitPart).min(MIN_PARTS).max(MAX_PARTS).nullable();

const TransactionIds = z.array(Identifier).min(1).max(MAX_PROPOSED_ROWS);

const Tags = z.array(z.string().trim().min(1).max(MAX_TAG)).max(MAX_TAGS);

/** Integer minor units, more than nothing. */
const PositiveMinor = z.int().positive();

export const RULE_MATCHES = ["merchant", "text"] as const;

/** What a rule looks for in a row, in any case: the whole name of its merchant, or a part of its name or of the bank's text. */
export const RuleMatch = z.object({
  by: z.enum(RULE_MATCHES),
  value: z.string().trim().min(2).max(200),
});
export type RuleMatch = z.infer<typeof RuleMatch>;

/** A change of a person's data that waits for their click. Category ids are those of ../domain/categories.ts. */
export const ProposedChange = z.discriminatedUnion("kind", [
  /** The category of rows; "transfer" marks them as moved between own accounts, null gives them what rules and the bank say. */
  z.object({ kind: z.literal("category"), transactionIds: TransactionIds, category: z.string().nullable() }),
  /** The category of every row that matches, those that are still to come too. */
  z.object({ kind: z.literal("rule"), match: RuleMatch, category: z.string() }),
  /** What may be spent in a month; in place of the budget that there is. */
  z.object({
    kind: z.literal("budget"),
    category: z.string(),
    currency: CurrencyCode,
    amountMinor: PositiveMinor,
  }),
  z.object({
    kind: z.literal("goal"),
    name: z.string().trim().min(1).max(80),
    targetMinor: PositiveMinor,
    currency: CurrencyCode,
    targetDate: CalendarDate.nullable(),
    /** The account whose balance is what is saved; null: `savedMinor` says it. */
    accountId: Identifier.nullable(),
    savedMinor: z.int().min(0),
  }),
  /** A note in place of the one that there is (null: none), and tags besides those that there are or no longer. Left out: stays. */
  z.object({
    kind: z.literal("note"),
    transactionIds: TransactionIds,
    note: z.string().trim().min(1).max(MAX_NOTE).nullable().optional(),
    addTags: Tags.optional(),
    removeTags: Tags.optional(),
  }),
  /** A posted row in parts, or its parts as one row again. */
  z.object({ kind: z.literal("split"), transactionId: Identifier, parts: SplitParts }),
  /** Whether what a merchant is paid, or pays, comes back; with the rhythm where the person said it. */
  z.object({
    kind: z.literal("recurring"),
    merchant: z.string().min(1).max(200),
    isRecurring: z.boolean(),
    cadence: z.enum(CADENCES).exclude(["irregular"]).nullable(),
  }),
  /** Something that answers are to take into account, in the person's words. */
  z.object({ kind: z.literal("memory"), text: MemoryText }),
]);
export type ProposedChange = z.infer<typeof ProposedChange>;

export const PROPOSAL_KINDS = [
  "category",
  "rule",
  "budget",
  "goal",
  "note",
  "split",
  "recurring",
  "memory",
] as const satisfies readonly ProposedChange["kind"][];
export type ProposalKind = (typeof PROPOSAL_KINDS)[number];

/** `expired`: nobody clicked in time. Only one that is proposed can be applied, only one that is applied undone. */
export const PROPOSAL_STATES = ["proposed", "applied", "undone", "dismissed", "expired"] as const;
export type ProposalState = (typeof PROPOSAL_STATES)[number];

export const OneProposal = z.object({ proposalId: Identifier });
export type OneProposal = z.infer<typeof OneProposal>;

/** A proposal as it stands now; what it is about is in the tool's result that brought it. */
export type ProposalStatus = {
  id: Identifier;
  kind: ProposalKind;
  state: ProposalState;
  title: string;
  /** ISO 8601 UTC */
  expiresAt: string;
  appliedAt: string | null;
};
