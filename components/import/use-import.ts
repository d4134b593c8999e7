"use client";

import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import { v7 as uuidv7 } from "uuid";
import {
  type ImportOverrides,
  type ImportPreview,
  type ImportResult,
  MAX_IMPORT_BYTES,
  type PreviewTarget,
} from "@/lib/contract/imports";
import type { ImportActions } from "./import-actions";

/** What the person has decided so far. */
export type ImportDraft = {
  overrides: ImportOverrides;
  target: PreviewTarget;
  statedBalance: string;
  choices: { include: number[]; exclude: number[] };
};

type Chosen = { file: File; importId: string };
type Stage = "idle" | "reading" | "storing";

/** Long enough not to send the file with every letter of a name. */
const PAUSE_MS = 400;
const OFFLINE = "The server could not be reached. Check your connection and try again.";

const emptyDraft = (target: PreviewTarget): ImportDraft => ({
  overrides: {},
  target,
  statedBalance: "",
  choices: { include: [], exclude: [] },
});

export const NEW_ACCOUNT: PreviewTarget = {
  kind: "new",
  institutionName: "",
  accountName: "",
  type: null,
  currency: null,
};

/** One import from the choice of a file to its result. The server decides everything; each change asks it again. */
export function useImport(actions: ImportActions) {
  const router = useRouter();
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const [draft, setDraft] = useState<ImportDraft>(emptyDraft(NEW_ACCOUNT));
  const [preview, setPreview] = useState<ImportPreview | null>(null);
  const [isPreviewed, setPreviewed] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [result, setResult] = useState<ImportResult | null>(null);
  const [stage, setStage] = useState<Stage>("idle");
  const asked = useRef(0);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  async function ask(file: File, wanted: ImportDraft): Promise<void> {
    const turn = begin();
    const answer = await actions.preview(toForm(file, wanted)).catch(() => null);
    // An answer to an earlier question would show what the person has changed since.
    if (turn !== asked.current) return;
    setStage("idle");
    setProblem(answer?.ok ? null : (answer?.error.message ?? OFFLINE));
    if (!answer?.ok) return;
    setPreview(answer.data);
    setPreviewed(true);
    setDraft((current) => withSuggestions(current, answer.data));
  }

  /** What was asked before does not count any more, and what is shown is not what would be stored. */
  function begin(): number {
    clearTimeout(timer.current);
    asked.current += 1;
    setStage("reading");
    setPreviewed(false);
    return asked.current;
  }

  function choose(file: File): void {
    const fresh = { ...emptyDraft(draft.target), target: draft.target };
    setResult(null);
    setPreview(null);
    setDraft(fresh);
    if (file.size > MAX_IMPORT_BYTES) {
      setChosen(null);
      setProblem("The file is larger than 5 MB. Export shorter periods and import them one after the other.");
      return;
    }
    setChosen({ file, importId: uuidv7() });
    void ask(file, fresh);
  }

  /** @param changes.choices need no new reading: the rows stay what they are */
  function change(changes: Partial<ImportDraft>): void {
    const next = { ...draft, ...changes };
    setDraft(next);
    if (!chosen) return;
    if (changes.overrides) void ask(chosen.file, next);
    if (!changes.target) return;
    begin();
    timer.current = setTimeout(() => void ask(chosen.file, next), PAUSE_MS);
  }

  function askAgain(): void {
    if (chosen) void ask(chosen.file, draft);
  }

  async function confirm(): Promise<void> {
    if (!chosen || !isPreviewed) return;
    setStage("storing");
    const answer = await actions
      .confirm(toForm(chosen.file, { ...draft, importId: chosen.importId }))
      .catch(() => null);
    setStage("idle");
    setProblem(answer?.ok ? null : (answer?.error.message ?? OFFLINE));
    if (!answer?.ok) return;
    setResult(answer.data);
    setPreview(null);
    setChosen(null);
    setDraft(emptyDraft(NEW_ACCOUNT));
    router.refresh();
  }

  function cancel(): void {
    begin();
    setStage("idle");
    setChosen(null);
    setPreview(null);
    setProblem(null);
    setDraft(emptyDraft(NEW_ACCOUNT));
  }

  const forget = () => setResult(null);
  return {
    file: chosen?.file ?? null,
    draft,
    preview,
    isPreviewed,
    problem,
    result,
    stage,
    choose,
    change,
    askAgain,
    confirm,
    cancel,
    forget,
  };
}

export type ImportState = ReturnType<typeof useImport>;

function toForm(file: File, request: ImportDraft & { importId?: string }): FormData {
  const form = new FormData();
  form.set("file", file);
  form.set("request", JSON.stringify(request));
  return form;
}

/** Fills what the person has left open for a new account with what the file suggests. */
function withSuggestions(draft: ImportDraft, preview: ImportPreview): ImportDraft {
  const { target } = draft;
  if (target.kind !== "new") return draft;
  return {
    ...draft,
    target: {
      ...target,
      institutionName: target.institutionName || preview.suggestedBank || "",
      type: target.type ?? preview.suggestedType ?? "depository",
      currency: target.currency ?? preview.currency,
    },
  };
}
