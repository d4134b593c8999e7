"use client";

import { CircleCheckIcon } from "lucide-react";
import Link from "next/link";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import type { ImportResult } from "@/lib/contract/imports";
import type { ImportActions } from "./import-actions";
import { UndoButton } from "./undo-button";

type ImportDoneProps = { result: ImportResult; undo: ImportActions["undo"]; onUndone: () => void };

export function ImportDone({ result, undo, onUndone }: ImportDoneProps) {
  const { importId, imported, institutionName, accountName } = result;
  return (
    <Card className="grid gap-3 px-5 py-5">
      <p role="status" className="flex items-center gap-2 font-medium">
        <CircleCheckIcon className="size-5 text-positive" aria-hidden />
        {imported === 1 ? "1 row" : `${imported.toLocaleString("en-US")} rows`} imported to {institutionName}:{" "}
        {accountName}
      </p>
      <div className="flex flex-wrap gap-2">
        <Button asChild variant="secondary">
          <Link href="/accounts">See your accounts</Link>
        </Button>
        <UndoButton importId={importId} undo={undo} label="Undo this import" onUndone={onUndone} />
      </div>
    </Card>
  );
}
