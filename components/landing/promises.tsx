import { ListChecks, type LucideIcon, Power, RotateCcw } from "lucide-react";

const PROMISES: { icon: LucideIcon; title: string; text: string }[] = [
  {
    icon: ListChecks,
    title: "Numbers from your own transactions",
    text: "Every amount in an answer is computed from your accounts, never guessed. The answer says which period, which rows and which account it looked at.",
  },
  {
    icon: RotateCcw,
    title: "Nothing gets lost",
    text: "Close the tab or lose the connection in the middle of an answer. It goes on being written, and it is there when you come back.",
  },
  {
    icon: Power,
    title: "Runs with nothing configured",
    text: "One command starts all of it on your machine, with a sandbox bank and an offline analyst. Real banks and a language model are a matter of keys.",
  },
];

export function Promises() {
  return (
    <section aria-label="What Purser promises" className="grid gap-x-12 gap-y-10 md:grid-cols-3">
      {PROMISES.map(({ icon: Icon, title, text }) => (
        <div key={title} className="grid content-start gap-3 border-t pt-6">
          <Icon aria-hidden className="size-5 text-primary" strokeWidth={1.75} />
          <h2 className="font-semibold tracking-tight">{title}</h2>
          <p className="text-pretty text-[15px] text-muted-foreground leading-relaxed">{text}</p>
        </div>
      ))}
    </section>
  );
}
