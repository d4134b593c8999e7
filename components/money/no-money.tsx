import { LandmarkIcon } from "lucide-react";
import Link from "next/link";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";

/** What a page of money shows before the first bank. @param what it will show then, as the end of a sentence */
export function NoMoney({ what }: { what: string }) {
  return (
    <Card className="grid justify-items-center gap-3 px-6 py-14 text-center">
      <span className="grid size-12 place-items-center rounded-full bg-accent text-accent-foreground">
        <LandmarkIcon className="size-5" aria-hidden />
      </span>
      <h2 className="font-semibold text-lg tracking-tight">Nothing to show yet</h2>
      <p className="mb-2 max-w-sm text-pretty text-muted-foreground text-sm leading-relaxed">
        Connect a bank or import a file, and you will see {what}.
      </p>
      <div className="flex flex-wrap justify-center gap-2">
        <Button asChild>
          <Link href="/accounts">Connect a bank</Link>
        </Button>
        <Button asChild variant="outline">
          <Link href="/accounts/import">Import a file</Link>
        </Button>
      </div>
    </Card>
  );
}
