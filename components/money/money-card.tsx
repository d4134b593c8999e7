import { type ReactNode, useId } from "react";
import { Card } from "@/components/ui/card";
import { cn } from "@/components/ui/cn";

type MoneyCardProps = {
  title: string;
  subtitle?: ReactNode;
  /** At the right of the title. */
  actions?: ReactNode;
  className?: string;
  children: ReactNode;
};

/** One matter of a page, named by its heading. */
export function MoneyCard({ title, subtitle, actions, className, children }: MoneyCardProps) {
  const id = useId();
  return (
    <Card className={cn("min-w-0", className)}>
      <section aria-labelledby={id}>
        <header className="flex items-start justify-between gap-3 p-4 pb-3">
          <div className="min-w-0">
            <h2 id={id} className="font-medium text-sm">
              {title}
            </h2>
            {subtitle && <p className="text-muted-foreground text-xs">{subtitle}</p>}
          </div>
          {actions && <div className="-mt-1 -mr-2 flex shrink-0">{actions}</div>}
        </header>
        {children}
      </section>
    </Card>
  );
}
