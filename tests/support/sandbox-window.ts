import { createLinkToken } from "../../lib/banking/create-link-token";
import {
  answerSandboxQuestion,
  finishSandboxLink,
  signInAtSandbox,
} from "../../lib/banking/sandbox-link-steps";
import type { LinkSession, OpenLink, SandboxAccount, SandboxLinkEnd } from "../../lib/contract/linking";

type Visit = {
  target?: Partial<OpenLink>;
  institutionId?: string;
  username?: string;
  password?: string;
  /** Which of the accounts to share; the bank's own proposal when not given. */
  choose?: (account: SandboxAccount) => boolean;
};

/** What a person does in the sandbox bank's window, from its opening to its last button; nothing is exchanged yet. */
export async function visitBank(
  userId: string,
  {
    target = {},
    institutionId = "ins_109508",
    username = "user_good",
    password = "pass_good",
    choose = ({ isSelected }) => isSelected,
  }: Visit = {},
): Promise<{ session: LinkSession; end: SandboxLinkEnd }> {
  const session = await createLinkToken(userId, target);
  const { linkToken } = session;
  let step = await signInAtSandbox({ linkToken, institutionId, username, password });
  if (step.status === "question")
    step = await answerSandboxQuestion({ sessionId: step.sessionId, answer: "1234" });
  if (step.status !== "accounts") throw new Error("the bank asks more than one question");
  const accountIds = step.accounts.filter(choose).map(({ accountId }) => accountId);
  return { session, end: await finishSandboxLink({ sessionId: step.sessionId, accountIds }) };
}

/** That, for a new bank, with what the browser sends then. */
export async function newBank(userId: string, visit: Visit = {}) {
  const { end } = await visitBank(userId, visit);
  if (end.publicToken === null) throw new Error("the bank was updated, not linked");
  return { ...end.metadata, publicToken: end.publicToken };
}
