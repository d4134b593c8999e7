import type { ActionResult } from "@/lib/contract/error-body";
import type { ProposalStatus } from "@/lib/contract/proposals";
import type {
  ChangeRows,
  MakeRule,
  NextPage,
  RereadRows,
  SplitRow,
  TransactionPage,
} from "@/lib/contract/transactions";
import type { TransactionDetails } from "@/lib/domain/transaction-details";

/** The server actions of the page of transactions. */
export type TransactionActions = {
  nextPage: (input: NextPage) => Promise<ActionResult<TransactionPage>>;
  rereadRows: (input: RereadRows) => Promise<ActionResult<Omit<TransactionPage, "next">>>;
  details: (input: { id: string }) => Promise<ActionResult<TransactionDetails>>;
  changeRows: (input: ChangeRows) => Promise<ActionResult<ProposalStatus>>;
  splitRow: (input: SplitRow) => Promise<ActionResult<ProposalStatus>>;
  makeRule: (input: MakeRule) => Promise<ActionResult<ProposalStatus>>;
  undo: (input: { proposalId: string }) => Promise<ActionResult<ProposalStatus>>;
};
