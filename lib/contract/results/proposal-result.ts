import { z } from "zod";
import { Identifier } from "../identifier";
import { Money, Period } from "../money";
import { PROPOSAL_KINDS } from "../proposals";
import { Evidence } from "./evidence";

/** A change that waits for the person's click. Nothing has changed yet; `rows` are the first ones that it would touch. */
export const ProposalResult = Evidence.extend({
  kind: z.literal("proposal"),
  proposalId: Identifier,
  change: z.enum(PROPOSAL_KINDS),
  /** What it would do, in words: `Move 3 transactions to Groceries`. */
  title: z.string(),
  /** What becomes of what, in words. `before` is null where there was nothing. */
  changes: z.array(z.object({ label: z.string(), before: z.string().nullable(), after: z.string() })),
  /** Totals of this month so far that it would move. `before` is null where there was none. */
  effects: z.array(z.object({ label: z.string(), before: Money.nullable(), after: Money })),
  /** What `effects` are about; null where there are none. */
  period: Period.nullable(),
  /** ISO 8601 UTC: it can be applied until then. */
  expiresAt: z.iso.datetime(),
});
export type ProposalResult = z.infer<typeof ProposalResult>;
