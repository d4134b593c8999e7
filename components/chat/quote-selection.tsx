"use client";

import { QuoteIcon } from "lucide-react";
import { useEffect, useState } from "react";
import { Button } from "@/components/ui/button";

type Selected = { text: string; top: number; left: number };

/** Offers to quote what is selected in an answer. */
export function QuoteSelection({ onQuote }: { onQuote: (text: string) => void }) {
  const [selected, setSelected] = useState<Selected | null>(null);
  useEffect(() => {
    const look = () => setSelected(readSelection());
    const hide = () => setSelected(null);
    document.addEventListener("selectionchange", look);
    // It would stay where it is while the text moves away under it.
    document.addEventListener("scroll", hide, { capture: true, passive: true });
    return () => {
      document.removeEventListener("selectionchange", look);
      document.removeEventListener("scroll", hide, { capture: true });
    };
  }, []);
  if (selected === null) return null;
  return (
    <Button
      variant="outline"
      size="sm"
      style={{ top: selected.top, left: selected.left }}
      className="fixed z-40 -translate-x-1/2 animate-fade-in shadow-soft"
      // The press must not take the selection away before the click has come.
      onPointerDown={(event) => event.preventDefault()}
      onClick={() => {
        onQuote(selected.text);
        window.getSelection()?.removeAllRanges();
      }}
    >
      <QuoteIcon aria-hidden /> Quote
    </Button>
  );
}

const HEIGHT = 40;

/** The selected text, if all of it is in one answer. Below it on a touch screen, whose own menu is above. */
function readSelection(): Selected | null {
  const selection = window.getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  const node = range.commonAncestorContainer;
  const element = node instanceof Element ? node : node.parentElement;
  const text = selection.toString().trim();
  if (text === "" || !element?.closest("[data-answer-text]")) return null;
  const box = range.getBoundingClientRect();
  const isTouch = window.matchMedia("(hover: none)").matches;
  const top = isTouch ? box.bottom + 8 : box.top - HEIGHT;
  const left = Math.min(Math.max(box.left + box.width / 2, 56), window.innerWidth - 56);
  return { text, top: Math.min(Math.max(top, 8), window.innerHeight - HEIGHT), left };
}
