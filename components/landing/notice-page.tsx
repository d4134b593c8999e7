import type { ReactNode } from "react";

type NoticePageProps = { title: string; text: string; children: ReactNode };

/** A page that only says one thing and where to go from there. */
export function NoticePage({ title, text, children }: NoticePageProps) {
  return (
    <main className="mx-auto grid min-h-dvh max-w-md place-content-center gap-4 px-6 py-16 text-center">
      <h1 className="text-balance font-semibold text-2xl tracking-tight">{title}</h1>
      <p className="text-pretty text-muted-foreground leading-relaxed">{text}</p>
      <div className="flex flex-wrap justify-center gap-3 pt-2">{children}</div>
    </main>
  );
}
