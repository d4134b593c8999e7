import Link from "next/link";

/** In the place of the button: everybody who opens the demo shares its banks, so nobody changes them. */
export function DemoBanks() {
  return (
    <p className="max-w-64 text-pretty text-muted-foreground text-sm">
      Everybody who opens the demo shares these banks.{" "}
      <Link href="/sign-up?next=/accounts" className="text-primary underline underline-offset-4">
        Create an account
      </Link>{" "}
      to link a bank of your own.
    </p>
  );
}
