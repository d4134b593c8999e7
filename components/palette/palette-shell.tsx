"use client";

import dynamic from "next/dynamic";
import { useEffect, useState } from "react";
import { useWorkspace } from "@/components/chat/workspace";
import { Dialog } from "@/components/ui/dialog";
import { ShortcutSheet } from "./shortcut-sheet";
import { type ShortcutCommand, shortcutOf } from "./shortcuts";

/** Loaded when it is opened first. */
const CommandPalette = dynamic(() => import("./command-palette").then((module) => module.CommandPalette), {
  ssr: false,
});

/** What keys open from anywhere: the palette and the sheet that tells the keys. */
export function PaletteShell() {
  const { startNewChat } = useWorkspace();
  const [open, setOpen] = useState<"palette" | "help" | null>(null);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const command = commandOf(event);
      if (command === null) return;
      event.preventDefault();
      if (command === "new-chat") startNewChat();
      else if (command === "focus-composer") composer()?.focus();
      else setOpen((before) => (before === command ? null : command));
    };
    window.addEventListener("keydown", onKeyDown);
    return () => window.removeEventListener("keydown", onKeyDown);
  }, [startNewChat]);
  const close = () => setOpen(null);
  return (
    <>
      <Dialog open={open === "palette"} onOpenChange={close}>
        {open === "palette" && <CommandPalette onClose={close} onHelp={() => setOpen("help")} />}
      </Dialog>
      <Dialog open={open === "help"} onOpenChange={close}>
        {open === "help" && <ShortcutSheet />}
      </Dialog>
    </>
  );
}

function commandOf(event: KeyboardEvent): ShortcutCommand | null {
  if (event.defaultPrevented || event.isComposing) return null;
  const command = shortcutOf(event, isTyping(event.target));
  // A page without a question field may have another use for its key.
  if (command === "focus-composer" && composer() === null) return null;
  // What is open on top has its own keys; the palette closes with the keys that open it.
  return command === "palette" || !isSomethingOpen() ? command : null;
}

const composer = () => document.querySelector<HTMLTextAreaElement>("main form textarea");

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || target.matches("input, textarea, select"));

const isSomethingOpen = (): boolean =>
  document.querySelector("[role=dialog], [role=alertdialog], [role=menu]") !== null;
