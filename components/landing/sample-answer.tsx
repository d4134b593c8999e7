import { Check } from "lucide-react";
import type { ReactNode } from "react";
import type { Sample } from "./samples";

const WORD_MS = 45;

const appear = "animate-fade-in [animation-fill-mode:backwards] motion-reduce:animate-none" satisfies string;

/** One question and its answer; the answer appears word by word, as it does in the product. */
export function SampleAnswer({ sample }: { sample: Sample }) {
  const words = toWords(sample.answer);
  const afterWords = 600 + words.length * WORD_MS;
  return (
    <div className="grid gap-5 text-[15px] leading-relaxed">
      <p className="ml-auto max-w-[85%] rounded-2xl rounded-br-md bg-secondary px-4 py-2.5 text-secondary-foreground">
        {sample.question}
      </p>
      <p
        className={`${appear} flex items-center gap-2 text-muted-foreground text-sm`}
        style={{ animationDelay: "350ms" }}
      >
        <Check aria-hidden className="size-4 text-primary" />
        Looked at {sample.evidence}
      </p>
      <p>
        {words.map(({ key, text, isBold }, index) => (
          <Word key={key} delay={600 + index * WORD_MS}>
            {isBold ? <strong className="amount font-semibold">{text}</strong> : text}{" "}
          </Word>
        ))}
      </p>
      <dl className={`${appear} text-sm`} style={{ animationDelay: `${afterWords}ms` }}>
        {sample.rows.map(({ label, detail, amount }) => (
          <div key={label} className="flex items-baseline gap-3 border-t py-2">
            <dt className="min-w-0 flex-1 truncate">
              {label} <span className="text-muted-foreground">· {detail}</span>
            </dt>
            <dd className="amount">{amount}</dd>
          </div>
        ))}
        {sample.total && (
          <div className="flex items-baseline gap-3 border-foreground/60 border-t py-2 font-semibold">
            <dt className="flex-1">{sample.total.label}</dt>
            <dd className="amount">{sample.total.amount}</dd>
          </div>
        )}
      </dl>
    </div>
  );
}

function Word({ delay, children }: { delay: number; children: ReactNode }) {
  return (
    <span className={appear} style={{ animationDelay: `${delay}ms` }}>
      {children}
    </span>
  );
}

type Words = { key: string; text: string; isBold: boolean }[];

/** "*a b* c" as words, with a bold run kept in one piece so that an amount never breaks. */
function toWords(text: string): Words {
  const runs = text.match(/\*[^*]+\*\S*|\S+/g) ?? [];
  return runs.map((run, index) => ({
    key: `${index}-${run}`,
    text: run.replaceAll("*", ""),
    isBold: run.startsWith("*"),
  }));
}
