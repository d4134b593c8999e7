import Link from "next/link";
import { Button } from "@/components/ui/button";
import { Wordmark } from "./wordmark";

export function LandingHeader({ isSignedIn }: { isSignedIn: boolean }) {
  return (
    <header className="mx-auto flex w-full max-w-6xl items-center justify-between px-5 py-5 sm:px-8">
      <Wordmark />
      <nav aria-label="Account" className="flex items-center gap-1 max-sm:-mr-4 sm:gap-2">
        {isSignedIn ? (
          <Button asChild variant="outline">
            <Link href="/chat">Open Purser</Link>
          </Button>
        ) : (
          <>
            <Button asChild variant="ghost">
              <Link href="/sign-in">Sign in</Link>
            </Button>
            <Button asChild variant="outline" className="max-sm:hidden">
              <Link href="/sign-up">Create account</Link>
            </Button>
          </>
        )}
      </nav>
    </header>
  );
}
