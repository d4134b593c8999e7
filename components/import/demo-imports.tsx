import Link from "next/link";
import { Card } from "@/components/ui/card";

/** In the place of the form: everybody who opens the demo shares its accounts. */
export function DemoImports() {
  return (
    <Card className="px-5 py-4 text-muted-foreground text-sm">
      Everybody who opens the demo shares its accounts.{" "}
      <Link href="/sign-up?next=/accounts/import" className="text-primary underline underline-offset-4">
        Create an account
      </Link>{" "}
      to import files of your own.
    </Card>
  );
}
