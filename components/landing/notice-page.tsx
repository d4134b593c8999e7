import type { ReactNode } from "react";
import { PageProblem } from "@/components/shell/page-problem";

/** A page of its own, outside the application's frame, that says what is the matter and where to go from there. */
export function NoticePage({ title, text, children }: { title: string; text: string; children: ReactNode }) {
  return (
    <main className="flex min-h-dvh flex-col py-16">
      <PageProblem title={title} text={text}>
        <div className="flex flex-wrap justify-center gap-3">{children}</div>
      </PageProblem>
    </main>
  );
}
