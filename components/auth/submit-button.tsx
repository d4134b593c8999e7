import { LoaderCircle } from "lucide-react";
import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";

/** Stays focusable while the answer is awaited, so that the focus is not lost; a second press does nothing. */
export function SubmitButton({ isPending, children }: { isPending: boolean; children: ReactNode }) {
  return (
    <Button
      type="submit"
      size="lg"
      className="w-full aria-disabled:opacity-70"
      aria-disabled={isPending}
      onClick={(event) => isPending && event.preventDefault()}
    >
      {isPending && <LoaderCircle aria-hidden className="animate-spin" />}
      {children}
    </Button>
  );
}
