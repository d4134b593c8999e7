import { Markdown } from "./markdown";

/** A text that was written again because of its numbers: out of the way, but nobody takes it away. */
export function SupersededText({ text }: { text: string }) {
  return (
    <details className="rounded-lg border border-dashed px-3.5 py-2 text-muted-foreground text-sm">
      <summary className="cursor-pointer">First version, with numbers that could not be verified</summary>
      <div className="mt-2 opacity-80">
        <Markdown text={text} isStreaming={false} />
      </div>
    </details>
  );
}
