import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";

type ConversationNoticeProps = { icon: LucideIcon; children: ReactNode };

/** One quiet line above a conversation about what becomes of it. */
export function ConversationNotice({ icon: Icon, children }: ConversationNoticeProps) {
  return (
    <div role="note" className="shrink-0 animate-fade-in border-b bg-muted/40">
      <div className="mx-auto flex min-h-10 w-full max-w-3xl flex-wrap items-center gap-x-2.5 gap-y-1 px-4 py-1.5 text-muted-foreground text-sm md:px-6">
        <Icon className="size-4 shrink-0 text-primary/75" aria-hidden />
        {children}
      </div>
    </div>
  );
}
