import type { ReactNode } from "react";

type PageFrameProps = {
  title: string;
  description?: ReactNode;
  /** At the right of the title. */
  actions?: ReactNode;
  children: ReactNode;
};

/** A page of money: it scrolls by itself, below the bar of a phone and beside the sidebar. */
export function PageFrame({ title, description, actions, children }: PageFrameProps) {
  return (
    <div className="scrollbar-quiet min-h-0 flex-1 overflow-y-auto">
      <div className="mx-auto grid w-full max-w-5xl grid-cols-[minmax(0,1fr)] gap-5 px-4 py-6 pb-[max(2rem,env(safe-area-inset-bottom))] md:px-6 md:py-8">
        <header className="flex flex-wrap items-end justify-between gap-x-6 gap-y-3">
          <div className="min-w-0 space-y-1">
            <h1 className="font-semibold text-2xl tracking-tight">{title}</h1>
            {description && (
              <p className="text-pretty text-muted-foreground text-sm leading-relaxed">{description}</p>
            )}
          </div>
          {actions}
        </header>
        {children}
      </div>
    </div>
  );
}
