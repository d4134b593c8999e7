import type { ReactNode } from "react";

/** A page that has nothing to show: what is the matter, and the one thing to do next. */
export function PageProblem({ title, text, children }: { title: string; text: string; children: ReactNode }) {
  return (
    <div className="flex flex-1 flex-col items-center justify-center gap-3 px-6 text-center">
      <h1 className="text-balance font-semibold text-2xl tracking-tight">{title}</h1>
      <p className="mb-2 max-w-md text-pretty text-muted-foreground leading-relaxed">{text}</p>
      {children}
    </div>
  );
}
