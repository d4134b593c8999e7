"use client";

import { useCallback, useEffect, useRef, useState } from "react";

const SAVE_AFTER_MS = 300;
const keyOf = (name: string) => `purser:draft:${name}`;

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

/**
 * What was typed and not sent, per conversation; it survives a reload. `hold()` empties the field while a question is
 * on its way but keeps the stored copy until `settle()`: only what the server has taken is forgotten.
 */
export function useDraft(name: string) {
  const [text, setText] = useState("");
  const latest = useRef({ name, text: "", isHeld: false, timer: 0 });

  useEffect(() => {
    const draft = latest.current;
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
