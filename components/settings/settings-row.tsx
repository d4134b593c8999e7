import type { ReactNode } from "react";

type SettingsRowProps = {
  label: string;
  /** How it is set now. */
  children: ReactNode;
  /** What changes it. */
  action?: ReactNode;
};

export function SettingsRow({ label, children, action }: SettingsRowProps) {
  return (
    <div className="flex items-center justify-between gap-4 px-5 py-4">
      <div className="min-w-0 space-y-1">
        <p className="font-medium text-sm">{label}</p>
        <div className="text-pretty break-words text-muted-foreground text-sm leading-relaxed">
          {children}
        </div>
      </div>
      {action}
    </div>
  );
}
