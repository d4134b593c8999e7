import { z } from "zod";
import { AppError } from "../errors";

const Emails = z.array(z.object({ email: z.string(), primary: z.boolean(), verified: z.boolean() }));

/**
 * The primary e-mail address of a GitHub account and whether GitHub has verified it, which the profile does not say.
 * https://docs.github.com/en/rest/users/emails#list-email-addresses-for-the-authenticated-user
 * @throws {AppError} `unavailable` when GitHub does not answer as documented within 5 seconds
 */
export async function readGitHubEmail(
  accessToken: string,
  apiUrl = "https://api.github.com",
): Promise<{ email: string | null; isEmailVerified: boolean }> {
  const response = await fetch(`${apiUrl}/user/emails`, {
    headers: { Authorization: `Bearer ${accessToken}`, "User-Agent": "purser" },
    signal: AbortSignal.timeout(5_000),
  }).catch((cause: unknown) => {
    throw new AppError("unavailable", "GitHub does not answer. Try again in a moment.", { cause });
  });
  const emails = Emails.safeParse(response.ok ? await response.json() : null);
  if (!emails.success) {
    throw new AppError(
      "unavailable",
      `GitHub answered ${response.status} when asked for the e-mail address.`,
    );
  }
  const primary = emails.data.find((entry) => entry.primary);
  return { email: primary?.email ?? null, isEmailVerified: primary?.verified ?? false };
}
