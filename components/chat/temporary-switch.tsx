import { cn } from "@/components/ui/cn";
import { TEMPORARY_TITLE } from "@/lib/contract/chat";

type TemporarySwitchProps = { isOn: boolean; onChange: (isOn: boolean) => void };

/** Decides, before the first question, that nothing of a chat is kept. */
export function TemporarySwitch({ isOn, onChange }: TemporarySwitchProps) {
  return (
    <button
      type="button"
      role="switch"
      aria-checked={isOn}
      onClick={() => onChange(!isOn)}
      className="-ml-1 flex min-h-10 items-center gap-3 rounded-lg px-1 text-sm"
    >
      <span
        aria-hidden
        className={cn(
          "flex h-5 w-9 items-center rounded-full border p-0.5 transition-colors",
          isOn ? "border-primary bg-primary" : "border-input bg-muted",
        )}
      >
        <span
          className={cn(
            "size-3.5 rounded-full transition-transform motion-reduce:transition-none",
            isOn ? "translate-x-4 bg-primary-foreground" : "bg-muted-foreground",
          )}
        />
      </span>
      {TEMPORARY_TITLE}
    </button>
  );
}
