import { z } from "zod";
import type { SandboxInstitution, SandboxLinkEnd, SandboxSignIn } from "../contract/linking";
import { env } from "../env";
import { AppError } from "../errors";
import { fromPlaid } from "./errors";

/*
 * What Plaid's window does behind its glass, at the built-in sandbox bank: real banks ask the person themselves, and none of
 * these paths exist at Plaid.
 */

const TIMEOUT_MS = 30_000;

const Institutions = z.object({
  institutions: z.array(
    z.object({ institution_id: z.string(), name: z.string(), primary_color: z.string().nullish() }),
  ),
});

const SignIn = z.discriminatedUnion("status", [
  z.object({ session_id: z.string(), status: z.literal("mfa"), question: z.string() }),
  z.object({
    session_id: z.string(),
    status: z.literal("accounts"),
    accounts: z.array(
      z.object({
        account_id: z.string(),
        name: z.string(),
        mask: z.string().nullable(),
        type: z.string(),
        subtype: z.string().nullable(),
        is_selected: z.boolean(),
      }),
    ),
  }),
]);

const Finish = z.object({
  public_token: z.string().nullable(),
  institution: z.object({ institution_id: z.string(), name: z.string() }),
  accounts: z.array(
    z.object({
      name: z.string().nullable(),
      mask: z.string().nullable(),
      type: z.string(),
      subtype: z.string().nullable(),
    }),
  ),
});

/** Banks whose name holds the query; in update mode only the one that is mended. @throws {AppError} */
export async function findSandboxInstitutions(
  linkToken: string,
  query: string,
): Promise<SandboxInstitution[]> {
  const { institutions } = await ask("institutions", { link_token: linkToken, query }, Institutions);
  return institutions.map(({ institution_id: institutionId, name, primary_color: primaryColor }) => ({
    institutionId,
    name,
    primaryColor: primaryColor ?? null,
  }));
}

/** @throws {PlaidFailure} with Plaid's code INVALID_CREDENTIALS for a wrong name or password */
export async function signInAtSandbox(login: {
  linkToken: string;
  institutionId: string;
  username: string;
  password: string;
}): Promise<SandboxSignIn> {
  const { linkToken, institutionId, username, password } = login;
  const body = { link_token: linkToken, institution_id: institutionId, username, password };
  return toSignIn(await ask("sign_in", body, SignIn));
}

/** @throws {PlaidFailure} with Plaid's code INVALID_MFA for a wrong answer */
export async function answerSandboxQuestion(sessionId: string, answer: string): Promise<SandboxSignIn> {
  return toSignIn(await ask("answer", { session_id: sessionId, answer }, SignIn));
}

/** Hands back what Link's onSuccess does; in update mode the item is mended and there is no public token. */
export async function finishSandboxLink(sessionId: string, accountIds: string[]): Promise<SandboxLinkEnd> {
  const body = { session_id: sessionId, account_ids: accountIds };
  const { public_token: publicToken, institution, accounts } = await ask("finish", body, Finish);
  const { institution_id: institutionId, name } = institution;
  return {
    publicToken,
    metadata: { linkSessionId: sessionId, institution: { institutionId, name }, accounts },
  };
}

function toSignIn(answer: z.infer<typeof SignIn>): SandboxSignIn {
  const { session_id: sessionId } = answer;
  if (answer.status === "mfa") return { sessionId, status: "question", question: answer.question };
  const accounts = answer.accounts.map(({ account_id: accountId, is_selected: isSelected, ...account }) => ({
    ...account,
    accountId,
    isSelected,
  }));
  return { sessionId, status: "accounts", accounts };
}

async function ask<Schema extends z.ZodType>(
  step: string,
  body: Record<string, unknown>,
  schema: Schema,
): Promise<z.output<Schema>> {
  const { PLAID_BASE_URL, PLAID_CLIENT_ID, PLAID_SECRET } = env();
  const response = await fetch(`${PLAID_BASE_URL}/sandbox_link/${step}`, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      "plaid-client-id": PLAID_CLIENT_ID,
      "plaid-secret": PLAID_SECRET,
    },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(TIMEOUT_MS),
  }).catch((cause: unknown) => {
    throw new AppError("unavailable", "The bank does not answer now. Try again in a moment.", { cause });
  });
  const data: unknown = await response.json().catch(() => null);
  // The bank's errors are Plaid's, whoever asks.
  if (!response.ok) throw fromPlaid({ isAxiosError: true, response: { status: response.status, data } });
  return schema.parse(data);
}
