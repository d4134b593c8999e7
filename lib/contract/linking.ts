import { z } from "zod";
import { Identifier } from "./identifier";

/** Opens Link for a new bank, or for one the person has (`connectionId`): to sign in again or to choose its accounts. */
export const OpenLink = z.object({
  connectionId: Identifier.nullish(),
  selectAccounts: z.boolean().default(false),
});
export type OpenLink = z.infer<typeof OpenLink>;

export type LinkInstitution = { institutionId: string; name: string };

/**
 * One opening of Link. The link token opens nothing but Link, for this person, for a short time. `new` although a
 * connection was named: that one has ended for good and the bank must be linked afresh.
 */
export type LinkSession = {
  linkToken: string;
  /** ISO 8601 UTC. */
  expiration: string;
  mode: "new" | "update";
  /** The bank of the connection, when one was named. */
  institution: LinkInstitution | null;
};

/** Which window opens: Plaid's own, or ours for the built-in sandbox bank, which Plaid's does not know. */
export type LinkWindowKind = "plaid" | "sandbox";

const Institution = z.object({
  institutionId: z.string().min(1).max(100),
  name: z.string().max(200),
}) satisfies z.ZodType<LinkInstitution>;

/** An account as Link names it; any part may be missing. */
const LinkedAccount = z.object({
  name: z.string().max(300).nullish(),
  mask: z.string().max(50).nullish(),
  type: z.string().max(50).nullish(),
  subtype: z.string().max(100).nullish(),
});

/** What Link tells when the person is done with it. */
export const LinkMetadata = z.object({
  linkSessionId: z.string().max(100).nullish(),
  institution: Institution.nullish(),
  accounts: z.array(LinkedAccount).max(1_000),
});
export type LinkMetadata = z.infer<typeof LinkMetadata>;

/** What Link hands back for a new bank; the token is exchanged on the server, once. */
export const FinishLink = LinkMetadata.extend({
  publicToken: z.string().min(1).max(200),
  /** The ended connection that this one takes the place of. */
  replaces: Identifier.nullish(),
});
export type FinishLink = z.infer<typeof FinishLink>;

/**
 * `already_linked`: it works and holds all these accounts; nothing was changed. `away`: the same of one that cannot be
 * reached now. `sign_in`: it is linked and waits for a new
 * sign-in. `select_accounts`: it is linked with fewer accounts; more are added there. Only `linked` made something new.
 */
export type LinkOutcome = {
  outcome: "linked" | "already_linked" | "away" | "sign_in" | "select_accounts";
  connectionId: Identifier;
  institutionName: string;
};

/** Link is done in update mode: there is nothing to exchange. */
export const FinishUpdate = z.object({
  connectionId: Identifier,
  linkSessionId: z.string().max(100).nullish(),
  /** The person chose the accounts: those no longer shared are deleted here. */
  selectAccounts: z.boolean().default(false),
});
export type FinishUpdate = z.infer<typeof FinishUpdate>;

export const OneConnection = z.object({ connectionId: Identifier });
export type OneConnection = z.infer<typeof OneConnection>;

const LinkToken = z.string().min(1).max(200);
const SessionId = z.string().min(1).max(200);

/** The steps of the sandbox bank's own Link, which stands in for Plaid's window. */
export const FindSandboxInstitutions = z.object({ linkToken: LinkToken, query: z.string().trim().max(100) });
export type FindSandboxInstitutions = z.infer<typeof FindSandboxInstitutions>;

export type SandboxInstitution = LinkInstitution & { primaryColor: string | null };

export const SignInAtSandbox = z.object({
  linkToken: LinkToken,
  institutionId: z.string().min(1).max(100),
  username: z.string().trim().min(1, "Enter the user name.").max(200),
  password: z.string().min(1, "Enter the password.").max(100_000),
});
export type SignInAtSandbox = z.infer<typeof SignInAtSandbox>;

export const AnswerSandboxQuestion = z.object({
  sessionId: SessionId,
  answer: z.string().trim().min(1, "Enter the answer.").max(200),
});
export type AnswerSandboxQuestion = z.infer<typeof AnswerSandboxQuestion>;

export type SandboxAccount = {
  accountId: string;
  name: string;
  mask: string | null;
  type: string;
  subtype: string | null;
  isSelected: boolean;
};

/** What the sandbox bank wants next. */
export type SandboxSignIn =
  | { sessionId: string; status: "question"; question: string }
  | { sessionId: string; status: "accounts"; accounts: SandboxAccount[] };

export const FinishSandboxLink = z.object({
  sessionId: SessionId,
  accountIds: z.array(z.string().min(1).max(200)).min(1, "Choose at least one account.").max(1_000),
});
export type FinishSandboxLink = z.infer<typeof FinishSandboxLink>;

/** As Link's own end: no token in update mode. */
export type SandboxLinkEnd = { publicToken: string | null; metadata: LinkMetadata };
