import type { ProposalResult } from "../../../lib/contract/results/proposal-result";
import { transactionTable } from "./transaction-rows";
import { figure, type ResultView, toRows } from "./view";

/** The title of the table of rows. */
export const TOUCHED_ROWS = "Transactions that it touches";

export const viewProposal = ({
  title,
  changes,
  effects,
  rows = [],
  rowCount,
}: ProposalResult): ResultView => ({
  line: `Proposed: ${title}`,
  tables: [
    {
      title: "What would change",
      columns: ["Of", "Before", "After"],
      rows: toRows(changes, ({ label, before, after }) => [label, before ?? "–", after]),
    },
    {
      title: "This month so far",
      columns: ["Of", "Before", "After"],
      rows: toRows(effects, ({ label, before, after }) => [
        label,
        before ? figure(before) : "–",
        figure(after),
      ]),
    },
    transactionTable(rows, rowCount, TOUCHED_ROWS),
  ],
  notes: [],
});
