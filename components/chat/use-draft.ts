"use client";

import { useCallback, useEffect, useRef, useState } from "react";

const SAVE_AFTER_MS = 300;
const PREFIX = "purser:draft:";
const keyOf = (name: string) => `${PREFIX}${name}`;

function read(name: string): string {
  try {
    return window.localStorage.getItem(keyOf(name)) ?? "";
  } catch {
    return ""; // Storage can be forbidden; a draft is a comfort, not a need.
  }
}

function write(name: string, text: string): void {
  try {
    if (text === "") window.localStorage.removeItem(keyOf(name));
    else window.localStorage.setItem(keyOf(name), text);
  } catch {
    // Full or forbidden: the text is still in the field.
  }
}

type Draft = { name: string; text: string; isHeld: boolean; timer: number };

/** The drafts on the page now: they would write themselves down once more when they leave it. */
const shown = new Set<Draft>();

/** For signing out: nothing that anybody typed stays in this browser. */
export function forgetDrafts(): void {
  for (const draft of shown) {
    window.clearTimeout(draft.timer);
    draft.isHeld = true;
  }
  try {
    for (const key of Object.keys(window.localStorage)) {
      if (key.startsWith(PREFIX)) window.localStorage.removeItem(key);
    }
  } catch {
    // Forbidden: then nothing was kept either.
  }
}

/**
 * What was typed and not sent, per person and conversation; it survives a reload. `hold()` empties the field while a question is
 * on its way but keeps the stored copy until `settle()`: only what the server has taken is forgotten.
 */
export function useDraft(name: string) {
  const [text, setText] = useState("");
  const latest = useRef<Draft>({ name, text: "", isHeld: false, timer: 0 });

  useEffect(() => {
    const draft = latest.current;
    shown.add(draft);
    draft.text = read(draft.name);
    setText(draft.text);
    const flush = () => {
      window.clearTimeout(draft.timer);
      if (!draft.isHeld) write(draft.name, draft.text);
    };
    window.addEventListener("pagehide", flush);
    return () => {
      window.removeEventListener("pagehide", flush);
      flush();
      shown.delete(draft);
    };
  }, []);

  // A new conversation got its id: what is typed moves along.
  useEffect(() => {
    const draft = latest.current;
    if (draft.name === name) return;
    write(draft.name, "");
    draft.name = name;
    if (!draft.isHeld) write(name, draft.text);
    draft.isHeld = false;
  }, [name]);

  const change = useCallback((value: string) => {
    const draft = latest.current;
    draft.text = value;
    draft.isHeld = false;
    setText(value);
    window.clearTimeout(draft.timer);
    draft.timer = window.setTimeout(() => write(draft.name, draft.text), SAVE_AFTER_MS);
  }, []);

  const hold = useCallback(() => {
    const draft = latest.current;
    window.clearTimeout(draft.timer);
    write(draft.name, draft.text);
    draft.text = "";
    draft.isHeld = true;
    setText("");
  }, []);

  const settle = useCallback(() => {
    const draft = latest.current;
    if (!draft.isHeld) return;
    draft.isHeld = false;
    write(draft.name, "");
  }, []);

  return { text, change, hold, settle };
}
