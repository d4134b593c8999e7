import type {
  AnswerSandboxQuestion,
  FindSandboxInstitutions,
  FinishSandboxLink,
  SandboxInstitution,
  SandboxLinkEnd,
  SandboxSignIn,
  SignInAtSandbox,
} from "../contract/linking";
import { AppError } from "../errors";
import { PlaidFailure } from "../plaid/errors";
import { sandboxKind } from "../plaid/sandbox";
import * as bank from "../plaid/sandbox-link";

/** The steps of our own Link for the built-in sandbox bank. What they end with goes the way of every link: `linkBank`. */
export const findSandboxInstitutions = (input: FindSandboxInstitutions): Promise<SandboxInstitution[]> =>
  atSandbox(() => bank.findSandboxInstitutions(input.linkToken, input.query));

export const signInAtSandbox = (input: SignInAtSandbox): Promise<SandboxSignIn> =>
  atSandbox(() => bank.signInAtSandbox(input));

export const answerSandboxQuestion = (input: AnswerSandboxQuestion): Promise<SandboxSignIn> =>
  atSandbox(() => bank.answerSandboxQuestion(input.sessionId, input.answer));

export const finishSandboxLink = (input: FinishSandboxLink): Promise<SandboxLinkEnd> =>
  atSandbox(() => bank.finishSandboxLink(input.sessionId, input.accountIds));

/** What Plaid's window would tell the person itself. https://plaid.com/docs/errors/item/ */
const WORDS: Record<string, string> = {
  INVALID_CREDENTIALS: "The user name or password is not right. Check both and try again.",
  INVALID_MFA: "That answer is not right. Try again.",
  INVALID_LINK_TOKEN: "This window was open for too long. Close it and begin again.",
  INVALID_FIELD: "The sandbox bank did not understand that. Close this window and begin again.",
  ITEM_LOCKED: "This bank has locked the account. Unlock it at the bank, then try again.",
};

const NOT_LET_IN = "The bank did not let you sign in. See to it at the bank itself, then try again.";

const wordsFor = ({ plaidCode, kind }: PlaidFailure): string | undefined =>
  WORDS[plaidCode] ?? (kind === "user_must_act" ? NOT_LET_IN : undefined);

/** Passwords typed into our window are play money's only: where real banks are linked, Plaid's window asks for them. */
async function atSandbox<Result>(step: () => Promise<Result>): Promise<Result> {
  if (sandboxKind() !== "built-in") {
    throw new AppError("forbidden", "Here banks are linked through Plaid's window.");
  }
  try {
    return await step();
  } catch (thrown) {
    const words = thrown instanceof PlaidFailure ? wordsFor(thrown) : undefined;
    if (words === undefined) throw thrown;
    throw new AppError("invalid", words, { cause: thrown });
  }
}
