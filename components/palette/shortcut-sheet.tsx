"use client";

import { DialogContent, DialogDescription, DialogTitle } from "@/components/ui/dialog";
import { SHORTCUTS } from "./shortcuts";

const WORDS: Record<string, string> = { Mod: "Ctrl", Escape: "Esc" };
const MAC_WORDS: Record<string, string> = { Mod: "⌘", Shift: "⇧", Enter: "↵", Escape: "Esc" };

/** The keys that work everywhere. */
export function ShortcutSheet() {
  const words = /Mac|iPhone|iPad/.test(navigator.userAgent) ? MAC_WORDS : WORDS;
  return (
    <DialogContent>
      <div className="space-y-1.5">
        <DialogTitle>Keyboard shortcuts</DialogTitle>
        <DialogDescription>They work on every page, where nothing else is typed.</DialogDescription>
      </div>
      <dl className="divide-y text-sm">
        {SHORTCUTS.map(({ keys, does }) => (
          <div key={does} className="flex items-center justify-between gap-4 py-2.5">
            <dt>{does}</dt>
            <dd className="flex shrink-0 gap-1">
              {keys.map((key) => (
                <kbd
                  key={key}
                  className="min-w-6 rounded-md border bg-muted px-1.5 py-0.5 text-center font-sans text-muted-foreground text-xs"
                >
                  {words[key] ?? key}
                </kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </DialogContent>
  );
}
