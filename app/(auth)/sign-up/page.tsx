import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { AuthCard } from "@/components/auth/auth-card";
import { ProviderButtons } from "@/components/auth/provider-buttons";
import { SignUpForm } from "@/components/auth/sign-up-form";
import { offeredProviders } from "@/lib/web/identity-providers";
import { pathWithNext, safeRedirectPath } from "@/lib/web/safe-redirect";
import { currentUser } from "@/lib/web/session";
import { continueWithProviderAction, signUpAction } from "../actions";

type PageQuery = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export const metadata: Metadata = { title: "Create account" };

export default async function SignUpPage({ searchParams }: PageQuery) {
  const next = safeRedirectPath((await searchParams).next);
  const user = await currentUser();
  // Whoever looks around in the demo may want an account of their own.
  if (user && !user.isDemo) redirect(next);
  return (
    <AuthCard
      title="Create account"
      lead="Then connect a bank, or look around first."
      other={{ question: "Already have an account?", label: "Sign in", href: pathWithNext("/sign-in", next) }}
    >
      <ProviderButtons providers={offeredProviders()} next={next} action={continueWithProviderAction} />
      <SignUpForm action={signUpAction} next={next} />
    </AuthCard>
  );
}
