import { Button } from "@/components/ui/button";
import { TimeZoneField } from "./time-zone-field";

type ProviderButtonsProps = {
  providers: { id: string; name: string }[];
  next: string;
  action: (form: FormData) => Promise<void>;
};

/** "Continue with Google": only for what this server is configured for. */
export function ProviderButtons({ providers, next, action }: ProviderButtonsProps) {
  if (providers.length === 0) return null;
  return (
    <div className="grid gap-3">
      {providers.map(({ id, name }) => (
        <form key={id} action={action}>
          <input type="hidden" name="provider" value={id} />
          <input type="hidden" name="next" value={next} />
          <TimeZoneField />
          <Button type="submit" variant="outline" size="lg" className="w-full">
            Continue with {name}
          </Button>
        </form>
      ))}
      <p className="flex items-center gap-3 py-2 text-muted-foreground text-sm before:h-px before:flex-1 before:bg-border after:h-px after:flex-1 after:bg-border">
        or with e-mail
      </p>
    </div>
  );
}
