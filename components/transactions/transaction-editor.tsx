"use client";

import { ArrowLeftRightIcon, ChevronDownIcon, RotateCcwIcon, WandSparklesIcon } from "lucide-react";
import Link from "next/link";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { categoryLabel } from "@/lib/domain/categories";
import type { TransactionDetails } from "@/lib/domain/transaction-details";
import { CategoryPicker } from "./category-picker";
import { NoteField } from "./note-field";
import { SplitSection } from "./split-section";
import { TagField, TagList } from "./tag-field";
import type { Changes } from "./use-changes";

type TransactionEditorProps = {
  details: TransactionDetails;
  changes: Changes;
  canEdit: boolean;
  /** The row is now part of another one. */
  onGone: () => void;
};

/** Category, parts, note and tags of a row. Everybody who opens the demo shares its rows: there they are only shown. */
export function TransactionEditor({ details, changes, canEdit, onGone }: TransactionEditorProps) {
  const { category, note, tags, merchant, isCategoryChosen } = details;
  const { isBusy } = changes;
  const [isRuleOffered, setRuleOffered] = useState(false);
  const rows = { ids: [details.id] };
  if (!canEdit) return <SharedRow details={details} />;

  async function recategorise(to: string | null) {
    const isDone = await changes.change(rows, { kind: "category", category: to });
    setRuleOffered(isDone && to !== null);
  }

  return (
    <div className="grid gap-5">
      <section aria-label="Category" className="grid gap-2">
        <h3 className="font-medium text-sm">Category</h3>
        <div className="flex flex-wrap gap-2">
          <CategoryPicker value={category} onPick={(to) => void recategorise(to)}>
            <Button variant="outline" disabled={isBusy} className="min-w-44 justify-between">
              {categoryLabel(category)} <ChevronDownIcon aria-hidden className="opacity-60" />
            </Button>
          </CategoryPicker>
          {category !== "transfer" && (
            <Button variant="ghost" disabled={isBusy} onClick={() => void recategorise("transfer")}>
              <ArrowLeftRightIcon aria-hidden /> Mark as transfer
            </Button>
          )}
          {isCategoryChosen && (
            <Button variant="ghost" disabled={isBusy} onClick={() => void recategorise(null)}>
              <RotateCcwIcon aria-hidden /> As the bank says
            </Button>
          )}
        </div>
        {(isRuleOffered || isCategoryChosen) && (
          <Button
            variant="secondary"
            disabled={isBusy}
            className="h-auto min-h-9 justify-start whitespace-normal py-2 text-left"
            onClick={() => {
              setRuleOffered(false);
              void changes.makeRule({ match: { by: "merchant", value: merchant }, category });
            }}
          >
            <WandSparklesIcon aria-hidden />
            <span className="min-w-0 break-words">
              Make this a rule: always {categoryLabel(category)} for {merchant}
            </span>
          </Button>
        )}
      </section>
      <SplitSection details={details} changes={changes} onGone={onGone} />
      <section aria-label="Note" className="grid gap-2">
        <h3 className="font-medium text-sm">Note</h3>
        <NoteField
          note={note}
          isBusy={isBusy}
          onSave={(to) => void changes.change(rows, { kind: "note", note: to })}
        />
      </section>
      <section aria-label="Tags" className="grid gap-2">
        <h3 className="font-medium text-sm">Tags</h3>
        <TagList
          tags={tags}
          onRemove={(tag) => void changes.change(rows, { kind: "tags", add: [], remove: [tag] })}
        />
        <TagField
          isBusy={isBusy}
          onAdd={(tag) => void changes.change(rows, { kind: "tags", add: [tag], remove: [] })}
        />
      </section>
    </div>
  );
}

function SharedRow({ details: { category, note, tags } }: { details: TransactionDetails }) {
  return (
    <div className="grid gap-3 text-sm">
      <p>
        <span className="text-muted-foreground">Category:</span> {categoryLabel(category)}
      </p>
      {note && <p className="whitespace-pre-wrap break-words">{note}</p>}
      <TagList tags={tags} />
      <p className="rounded-xl bg-muted/60 px-3.5 py-3 text-pretty leading-relaxed">
        Everybody who opens the demo shares these transactions.{" "}
        <Link href="/sign-up" className="text-primary underline underline-offset-4">
          Create an account
        </Link>{" "}
        to give your own a category, notes and tags.
      </p>
    </div>
  );
}
