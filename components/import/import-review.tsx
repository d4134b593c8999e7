"use client";

import { CircleAlertIcon, LoaderCircleIcon, TriangleAlertIcon } from "lucide-react";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Input } from "@/components/ui/input";
import type { ImportPreview } from "@/lib/contract/imports";
import { selectedTotals } from "@/lib/domain/import/selected-totals";
import { AccountChoice } from "./account-choice";
import type { AccountOption } from "./import-actions";
import { ImportSummary } from "./import-summary";
import { Labelled } from "./labelled";
import { DateQuestion, MappingForm } from "./mapping-form";
import { ProblemList } from "./problem-list";
import { RowList } from "./row-list";
import type { ImportState } from "./use-import";

type ImportReviewProps = { state: ImportState; preview: ImportPreview; accounts: AccountOption[] };

/** Everything about the file before anything is stored. */
export function ImportReview({ state, preview, accounts }: ImportReviewProps) {
  const { draft, problem, change } = state;
  const { missing, warnings, dateReadings } = preview;
  return (
    <Card className="grid gap-6 px-5 py-5">
      <header>
        <h2 className="truncate font-semibold text-base tracking-tight">{preview.fileName}</h2>
        <p className="text-muted-foreground text-sm">
          {preview.counts.rows.toLocaleString("en-US")} rows, {preview.format}
        </p>
      </header>
      <AccountChoice accounts={accounts} target={draft.target} onChange={(target) => change({ target })} />
      {dateReadings && (
        <DateQuestion
          readings={dateReadings}
          onAnswer={(dateOrder) => change({ overrides: { ...draft.overrides, dateOrder } })}
        />
      )}
      <details className="group rounded-xl border px-4 py-3" open={missing.length > 0 && !dateReadings}>
        <summary className="cursor-pointer font-medium text-sm">Columns and formats</summary>
        <div className="pt-4">
          <MappingForm
            preview={preview}
            overrides={draft.overrides}
            onChange={(overrides) => change({ overrides })}
          />
        </div>
      </details>
      {[...missing, ...warnings].map((text) => (
        <p key={text} className="flex items-start gap-2 text-sm">
          <TriangleAlertIcon className="mt-0.5 size-4 shrink-0 text-caution" aria-hidden /> {text}
        </p>
      ))}
      {preview.rows.length > 0 && (
        <section aria-label="Preview" className="grid gap-3">
          <ImportSummary preview={preview} choices={draft.choices} />
          <RowList preview={preview} choices={draft.choices} onChange={(choices) => change({ choices })} />
        </section>
      )}
      <ProblemList problems={preview.problems} counts={preview.counts} />
      {missing.length === 0 && <BalanceField state={state} preview={preview} />}
      {problem && (
        <Alert tone="destructive">
          <CircleAlertIcon aria-hidden />
          {problem}
        </Alert>
      )}
      <ReviewButtons state={state} preview={preview} />
    </Card>
  );
}

/** Asked only where neither the file nor a connected bank says it. */
function BalanceField({ state, preview }: Omit<ImportReviewProps, "accounts">) {
  if (!preview.keepsBalance || preview.balance) return null;
  return (
    <div className="sm:max-w-xs">
      <Labelled label="Balance after the last row (optional)" hint="For cards and loans: what is owed">
        {(field) => (
          <Input
            {...field}
            inputMode="decimal"
            maxLength={40}
            autoComplete="off"
            value={state.draft.statedBalance}
            onChange={({ target: { value } }) => state.change({ statedBalance: value })}
          />
        )}
      </Labelled>
    </div>
  );
}

function ReviewButtons({ state, preview }: Omit<ImportReviewProps, "accounts">) {
  const { draft, stage, isPreviewed, askAgain, confirm, cancel } = state;
  const { count } = selectedTotals(preview, draft.choices);
  const isReady = preview.missing.length === 0 && count > 0 && isPreviewed && stage === "idle";
  const label = count === 1 ? "Import 1 row" : `Import ${count.toLocaleString("en-US")} rows`;
  return (
    <footer className="flex flex-wrap items-center justify-end gap-2">
      <p role="status" className="mr-auto flex items-center gap-2 text-muted-foreground text-sm">
        {stage !== "idle" && <LoaderCircleIcon className="size-4 animate-spin" aria-hidden />}
        {stage === "reading" && "Reading again…"}
        {stage === "storing" && "Importing…"}
      </p>
      {!isPreviewed && stage === "idle" && (
        <Button variant="secondary" onClick={askAgain}>
          Read again
        </Button>
      )}
      <Button variant="ghost" disabled={stage === "storing"} onClick={cancel}>
        Cancel
      </Button>
      <Button disabled={!isReady} onClick={() => void confirm()}>
        {preview.missing.length === 0 ? label : "Import"}
      </Button>
    </footer>
  );
}
