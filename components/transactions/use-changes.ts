"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { v7 as newId } from "uuid";
import type { ActionResult } from "@/lib/contract/error-body";
import type { ProposalStatus, SplitPart } from "@/lib/contract/proposals";
import type { ChosenRows, MakeRule, RowChange } from "@/lib/contract/transactions";
import type { TransactionActions } from "./transaction-actions";

/** What is said of the last change. */
type ChangeNotice = { id: string; text: string; isProblem: boolean; canUndo: boolean };

const NO_ANSWER = "This did not work. Check your connection and try again.";

/**
 * Carries out changes and tells of them, each with its way back.
 * @param reread reads rows again that a change has touched
 */
export function useChanges(
  actions: Pick<TransactionActions, "changeRows" | "splitRow" | "makeRule" | "undo">,
  reread: (changed: readonly string[] | "all") => Promise<void>,
) {
  const router = useRouter();
  const [notice, setNotice] = useState<ChangeNotice | null>(null);
  const [touched, setTouched] = useState<{ id: string; rows: readonly string[] | "all" }>();
  const [isBusy, setBusy] = useState(false);
  /** Grows with every change: what is shown of a row is old then. */
  const [version, setVersion] = useState(0);

  async function run(
    id: string,
    rows: readonly string[] | "all",
    work: () => Promise<ActionResult<ProposalStatus>>,
    canUndo: boolean,
  ): Promise<boolean> {
    setBusy(true);
    const result = await work().catch(() => null);
    if (result?.ok) {
      await reread(rows);
      router.refresh();
      setTouched({ id, rows });
      setVersion((count) => count + 1);
    }
    setBusy(false);
    const text = result?.ok
      ? canUndo
        ? result.data.title
        : "Undone."
      : (result?.error.message ?? NO_ANSWER);
    setNotice({
      id: canUndo ? id : `${id} undone`,
      text,
      isProblem: !result?.ok,
      canUndo: canUndo && result?.ok === true,
    });
    return result?.ok === true;
  }

  return {
    notice,
    isBusy,
    version,
    dismiss: () => setNotice(null),
    change: (rows: ChosenRows, change: RowChange) => {
      const changeId = newId();
      return run(
        changeId,
        "ids" in rows ? rows.ids : "all",
        () => actions.changeRows({ changeId, rows, change }),
        true,
      );
    },
    /** @param parts null: the parts of the row become one row again */
    split: (id: string, parts: SplitPart[] | null) => {
      const changeId = newId();
      return run(changeId, [id], () => actions.splitRow({ changeId, id, parts }), true);
    },
    makeRule: (rule: Omit<MakeRule, "changeId">) => {
      const changeId = newId();
      return run(changeId, "all", () => actions.makeRule({ changeId, ...rule }), true);
    },
    undo: async () => {
      if (touched) await run(touched.id, touched.rows, () => actions.undo({ proposalId: touched.id }), false);
    },
  };
}

export type Changes = ReturnType<typeof useChanges>;
