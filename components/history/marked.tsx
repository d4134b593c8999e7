import type { MarkedText } from "@/lib/domain/search-words";

/** A text in which what was looked for stands out. */
export function Marked({ text }: { text: MarkedText }) {
  let at = 0;
  return text.map((piece) => {
    const key = at;
    at += piece.text.length;
    if (!piece.isMatch) return piece.text;
    return (
      <mark key={key} className="rounded-sm bg-primary/18 px-px font-medium text-foreground">
        {piece.text}
      </mark>
    );
  });
}
