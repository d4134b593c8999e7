"use client";

import { FileUpIcon, LoaderCircleIcon } from "lucide-react";
import { type DragEvent, useState } from "react";
import { cn } from "@/components/ui/cn";

type FileDropProps = { isBusy: boolean; onChoose: (file: File) => void };

/** A native file field as large as its frame: it can be clicked, dropped on, and reached by keys. */
export function FileDrop({ isBusy, onChoose }: FileDropProps) {
  const [isOver, setOver] = useState(false);
  const onDrop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const [file] = event.dataTransfer.files;
    if (file) onChoose(file);
  };
  const Icon = isBusy ? LoaderCircleIcon : FileUpIcon;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is an extra; the field inside does the same by keys.
    <div
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={onDrop}
      className={cn(
        "relative grid justify-items-center gap-2 rounded-2xl border border-dashed bg-card px-6 py-12 text-center transition-colors hover:bg-muted/50 has-focus-visible:outline-2 has-focus-visible:outline-ring",
        isOver && "border-primary bg-accent/50",
      )}
    >
      <span className="grid size-12 place-items-center rounded-full bg-accent text-accent-foreground">
        <Icon className={cn("size-5", isBusy && "animate-spin")} aria-hidden />
      </span>
      <p className="font-medium" role="status">
        {isBusy ? "Reading the file…" : "Choose a CSV file, or drop it here"}
      </p>
      <p className="text-muted-foreground text-sm">Up to 5 MB and 20,000 rows. Nothing is stored yet.</p>
      <input
        type="file"
        aria-label="CSV file"
        accept=".csv,.tsv,.txt,text/csv,text/plain,text/tab-separated-values"
        disabled={isBusy}
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          // The same file may be chosen again after it was changed.
          event.target.value = "";
          if (file) onChoose(file);
        }}
        className="absolute inset-0 cursor-pointer opacity-0"
      />
    </div>
  );
}
