import type { SandboxHousehold } from "@/lib/contract/banking";

/** Native radio buttons, so that arrow keys and screen readers work as people know them. */
export function HouseholdChoice({ households }: { households: SandboxHousehold[] }) {
  return (
    <fieldset className="grid gap-2">
      <legend className="sr-only">Bank</legend>
      {households.map(({ id, institutionName, description }, index) => (
        <label
          key={id}
          className="flex cursor-pointer items-start gap-3 rounded-xl border px-4 py-3 transition-colors hover:bg-muted/60 has-checked:border-primary has-checked:bg-accent/50 has-focus-visible:outline-2 has-focus-visible:outline-ring"
        >
          <input
            type="radio"
            name="householdId"
            value={id}
            defaultChecked={index === 0}
            className="mt-1 size-4 shrink-0 accent-primary focus-visible:outline-none"
          />
          <span className="grid gap-0.5">
            <span className="font-medium text-sm">{institutionName}</span>
            <span className="text-pretty text-muted-foreground text-sm">{description}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
