import type { Account, NextAuthConfig, Profile } from "next-auth";
import GitHub from "next-auth/providers/github";
import Google from "next-auth/providers/google";
import type { ProviderIdentity } from "../account/link-identity";
import { env } from "../env";
import { AppError } from "../errors";
import { readGitHubEmail } from "./github-email";

type Provider = NextAuthConfig["providers"][number];

/** Google and GitHub, each only when both of its keys are set. */
export function configuredProviders(): Provider[] {
  const { AUTH_GOOGLE_ID, AUTH_GOOGLE_SECRET, AUTH_GITHUB_ID, AUTH_GITHUB_SECRET } = env();
  const providers: Provider[] = [];
  if (AUTH_GOOGLE_ID && AUTH_GOOGLE_SECRET) {
    providers.push(Google({ clientId: AUTH_GOOGLE_ID, clientSecret: AUTH_GOOGLE_SECRET }));
  }
  if (AUTH_GITHUB_ID && AUTH_GITHUB_SECRET) {
    providers.push(GitHub({ clientId: AUTH_GITHUB_ID, clientSecret: AUTH_GITHUB_SECRET }));
  }
  return providers;
}

/** What the sign-in page offers: never a button that leads nowhere. */
export function offeredProviders(): { id: string; name: string }[] {
  return configuredProviders().map((provider) => {
    const { id, name } = typeof provider === "function" ? provider() : provider;
    return { id, name };
  });
}

/**
 * Who somebody is at the provider. Of GitHub it asks one more question.
 * @throws {AppError} `unavailable` when GitHub does not tell the e-mail addresses
 */
export async function readProviderIdentity(
  account: Account,
  profile: Profile | undefined,
  timeZone: string,
): Promise<ProviderIdentity> {
  if (!profile) throw new AppError("unavailable", "The provider sent no profile. Try again.");
  const email =
    account.provider === "github"
      ? await readGitHubEmail(account.access_token ?? "")
      : { email: profile.email ?? null, isEmailVerified: profile.email_verified === true };
  return {
    ...email,
    provider: account.provider,
    providerAccountId: account.providerAccountId,
    name: profile.name ?? null,
    timeZone,
  };
}
