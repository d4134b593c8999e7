"use client";

import { CircleAlertIcon } from "lucide-react";
import { Alert } from "@/components/ui/alert";
import { FileDrop } from "./file-drop";
import type { AccountOption, ImportActions } from "./import-actions";
import { ImportDone } from "./import-done";
import { ImportReview } from "./import-review";
import { useImport } from "./use-import";

type ImportScreenProps = { accounts: AccountOption[]; actions: ImportActions };

/** From the choice of a file through its preview to the result. */
export function ImportScreen({ accounts, actions }: ImportScreenProps) {
  const state = useImport(actions);
  const { preview, problem, result, stage, file } = state;
  if (preview && file) return <ImportReview state={state} preview={preview} accounts={accounts} />;
  return (
    <div className="grid gap-4">
      {result && <ImportDone result={result} undo={actions.undo} onUndone={state.forget} />}
      <FileDrop isBusy={stage === "reading"} onChoose={state.choose} />
      {problem && (
        <Alert tone="destructive">
          <CircleAlertIcon aria-hidden />
          {problem}
        </Alert>
      )}
    </div>
  );
}
