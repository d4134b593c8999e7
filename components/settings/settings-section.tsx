import { type ReactNode, useId } from "react";
import { Card } from "@/components/ui/card";

type SettingsSectionProps = { title: string; description: ReactNode; children: ReactNode };

/** A group of settings: what it is about at the left, or above on a phone, and the settings beside it. */
export function SettingsSection({ title, description, children }: SettingsSectionProps) {
  const titleId = useId();
  return (
    <section aria-labelledby={titleId} className="grid gap-x-8 gap-y-3 md:grid-cols-[15rem_minmax(0,1fr)]">
      <div className="space-y-1">
        <h2 id={titleId} className="font-semibold text-base tracking-tight">
          {title}
        </h2>
        <p className="text-pretty text-muted-foreground text-sm leading-relaxed">{description}</p>
      </div>
      <Card className="min-w-0 divide-y self-start">{children}</Card>
    </section>
  );
}
