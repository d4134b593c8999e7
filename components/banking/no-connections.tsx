import { LandmarkIcon } from "lucide-react";
import type { ReactNode } from "react";
import { Card } from "@/components/ui/card";

/** What a person sees before the first bank. */
export function NoConnections({ children }: { children: ReactNode }) {
  return (
    <Card className="grid justify-items-center gap-3 px-6 py-14 text-center">
      <span className="grid size-12 place-items-center rounded-full bg-accent text-accent-foreground">
        <LandmarkIcon className="size-5" aria-hidden />
      </span>
      <h2 className="font-semibold text-lg tracking-tight">No bank connected yet</h2>
      <p className="mb-2 max-w-sm text-pretty text-muted-foreground text-sm leading-relaxed">
        Connect a bank and Purser reads your accounts and transactions. It only reads: it cannot move money.
      </p>
      {children}
    </Card>
  );
}
