import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { AuthCard } from "@/components/auth/auth-card";
import { ProviderButtons } from "@/components/auth/provider-buttons";
import { SignInForm } from "@/components/auth/sign-in-form";
import { offeredProviders } from "@/lib/web/identity-providers";
import { pathWithNext, safeRedirectPath } from "@/lib/web/safe-redirect";
import { currentUser } from "@/lib/web/session";
import { signInProblem } from "@/lib/web/sign-in-problem";
import { continueWithProviderAction, signInAction } from "../actions";

type PageQuery = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export const metadata: Metadata = { title: "Sign in" };

/** What Auth.js writes into the address when it sends people back here. */
const PROBLEMS: Record<string, string> = {
  EmailNotVerified: "Confirm your e-mail address with the provider first, then sign in again.",
  AccessDenied: "The provider did not let you through. Try again or sign in with e-mail.",
};

function problemOf(error: unknown, code: unknown): string | undefined {
  if (!error) return undefined;
  if (error === "CredentialsSignin") return signInProblem(code).message;
  return PROBLEMS[String(error)] ?? "Signing in did not work. Please try again.";
}

export default async function SignInPage({ searchParams }: PageQuery) {
  const { next: wanted, error, code } = await searchParams;
  const next = safeRedirectPath(wanted);
  const user = await currentUser();
  // Whoever looks around in the demo may want an account of their own.
  if (user && !user.isDemo) redirect(next);
  return (
    <AuthCard
      title="Sign in"
      lead="Welcome back."
      other={{ question: "New here?", label: "Create account", href: pathWithNext("/sign-up", next) }}
    >
      <ProviderButtons providers={offeredProviders()} next={next} action={continueWithProviderAction} />
      <SignInForm action={signInAction} next={next} problem={problemOf(error, code)} />
    </AuthCard>
  );
}
