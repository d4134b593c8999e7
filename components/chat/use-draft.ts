"use client";

import { useEffect, useSyncExternalStore } from "react";
import { type Draft, draftKey, isDraftKey } from "./draft";

/** The drafts of this page: they would write themselves down once more when they leave it. */
const attached = new Set<Draft>();

export function browserStorage(): Storage | null {
  try {
    return window.localStorage;
  } catch {
    return null; // Forbidden by a setting of the browser.
  }
}

/** For signing out: nothing that anybody typed stays in this browser. */
export function forgetDrafts(): void {
  for (const draft of attached) draft.forget();
  const storage = browserStorage();
  if (storage === null) return;
  for (const key of Object.keys(storage)) {
    if (isDraftKey(key)) storage.removeItem(key);
  }
}

/**
 * The text of a draft, kept in this browser under `name` unless nothing is to be `kept`. `isStored`: the conversation has that
 * question already.
 */
export function useDraft(
  draft: Draft,
  { name, isKept }: { name: string; isKept: boolean },
  isStored: (messageId: string) => boolean,
): string {
  const text = useSyncExternalStore(draft.subscribe, draft.getText, draft.getText);
  useEffect(() => {
    attached.add(draft);
    draft.attach(name, isKept ? browserStorage() : null, isStored);
    const save = () => draft.save();
    const onStorage = (event: StorageEvent) => {
      if (event.key === draftKey(name)) draft.readAgain();
    };
    // A phone may end a hidden page without another word.
    document.addEventListener("visibilitychange", save);
    window.addEventListener("pagehide", save);
    window.addEventListener("storage", onStorage);
    return () => {
      document.removeEventListener("visibilitychange", save);
      window.removeEventListener("pagehide", save);
      window.removeEventListener("storage", onStorage);
    };
  }, [draft, name, isKept, isStored]);
  return text;
}
