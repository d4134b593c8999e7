"use server";

import type { ActionResult } from "@/lib/contract/error-body";
import type { ProposalStatus } from "@/lib/contract/proposals";
import {
  ChangeRows,
  MakeRule,
  NextPage,
  OneTransaction,
  RereadRows,
  SplitRow,
  type TransactionPage,
} from "@/lib/contract/transactions";
import type { TransactionDetails } from "@/lib/domain/transaction-details";
import { openLedger } from "@/lib/insights/open-ledger";
import { changeRows, makeRule, splitRow } from "@/lib/transactions/change-rows";
import { listPage, rereadRows } from "@/lib/transactions/list-page";
import { requireDetails } from "@/lib/transactions/require-details";
import { action } from "@/lib/web/action";
import { ownAction } from "@/lib/web/own-action";

const ledgerOf = ({ id }: { id: string }) => openLedger(id, new Date());

const next = action(NextPage, async (wanted, user) => listPage(user.id, wanted, await ledgerOf(user)));
const reread = action(RereadRows, async (wanted, user) => rereadRows(user.id, wanted, await ledgerOf(user)));
const details = action(OneTransaction, async ({ id }, user) => requireDetails(id, await ledgerOf(user)));
const change = ownAction(ChangeRows, async (wanted, user) =>
  changeRows(user.id, wanted, await ledgerOf(user)),
);
const split = ownAction(SplitRow, async (wanted, user) => splitRow(user.id, wanted, await ledgerOf(user)));
const rule = ownAction(MakeRule, async (wanted, user) => makeRule(user.id, wanted, await ledgerOf(user)));

export async function nextPageAction(input: unknown): Promise<ActionResult<TransactionPage>> {
  return next(input);
}

export async function rereadRowsAction(input: unknown): Promise<ActionResult<Omit<TransactionPage, "next">>> {
  return reread(input);
}

export async function transactionDetailsAction(input: unknown): Promise<ActionResult<TransactionDetails>> {
  return details(input);
}

export async function changeRowsAction(input: unknown): Promise<ActionResult<ProposalStatus>> {
  return change(input);
}

export async function splitRowAction(input: unknown): Promise<ActionResult<ProposalStatus>> {
  return split(input);
}

export async function makeRuleAction(input: unknown): Promise<ActionResult<ProposalStatus>> {
  return rule(input);
}
