import { index, jsonb, pgEnum, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { PROPOSAL_KINDS, PROPOSAL_STATES, type ProposedChange } from "../../contract/proposals";
import type { ProposalResult } from "../../contract/results/proposal-result";
import { conversations, runs } from "./chat";
import { moment } from "./columns";
import { users } from "./people";

export const proposalKind = pgEnum("proposal_kind", PROPOSAL_KINDS);

/** `expired` is never stored: it follows from `expiresAt`. */
export const proposalState = pgEnum(
  "proposal_state",
  PROPOSAL_STATES.filter((state) => state !== "expired") as ["proposed", "applied", "undone", "dismissed"],
);

/** A change that the assistant suggests and only the person's click carries out, or one that the person made by themselves. */
export const proposals = pgTable(
  "proposals",
  {
    id: uuid().primaryKey(),
    userId: uuid()
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    /** The answer that suggests it; null for what the person does on a page. */
    conversationId: uuid().references(() => conversations.id, { onDelete: "cascade" }),
    runId: uuid().references(() => runs.id, { onDelete: "cascade" }),
    /** The same wish again is the same proposal: a run that another worker takes over proposes nothing twice. */
    idempotencyKey: text().notNull(),
    kind: proposalKind().notNull(),
    state: proposalState().notNull().default("proposed"),
    change: jsonb().$type<ProposedChange>().notNull(),
    /** What the person is shown. */
    preview: jsonb().$type<ProposalResult>().notNull(),
    /** What the change would touch, as it was when it was proposed: applied only while that is so. */
    before: jsonb().$type<{ state: unknown }>().notNull(),
    /** The same, as the change left it: undone only while that is so. */
    after: jsonb().$type<{ state: unknown }>(),
    createdAt: moment().notNull().defaultNow(),
    expiresAt: moment().notNull(),
    appliedAt: moment(),
    undoneAt: moment(),
  },
  (table) => [
    uniqueIndex("proposals_key").on(table.userId, table.idempotencyKey),
    index("proposals_conversation_idx").on(table.conversationId),
    index("proposals_run_idx").on(table.runId),
  ],
);
