import type { ActionResult } from "@/lib/contract/error-body";
import type {
  AnswerSandboxQuestion,
  FindSandboxInstitutions,
  FinishLink,
  FinishSandboxLink,
  FinishUpdate,
  LinkOutcome,
  LinkSession,
  OneConnection,
  OpenLink,
  SandboxInstitution,
  SandboxLinkEnd,
  SandboxSignIn,
  SignInAtSandbox,
} from "@/lib/contract/linking";

type Action<Input, Data> = (input: Input) => Promise<ActionResult<Data>>;

/** The server's part of linking: what both windows, Plaid's and ours, begin and end with. */
export type LinkActions = {
  openLink: Action<Partial<OpenLink>, LinkSession>;
  finishLink: Action<FinishLink, LinkOutcome>;
  finishUpdate: Action<FinishUpdate, { connectionId: string; institutionName: string }>;
};

/** What happens at the sandbox bank between those two. */
export type SandboxActions = {
  findInstitutions: Action<FindSandboxInstitutions, SandboxInstitution[]>;
  signIn: Action<SignInAtSandbox, SandboxSignIn>;
  answerQuestion: Action<AnswerSandboxQuestion, SandboxSignIn>;
  finish: Action<FinishSandboxLink, SandboxLinkEnd>;
};

export type ConnectionActions = {
  refresh: Action<OneConnection, void>;
  disconnect: Action<OneConnection, void>;
};

/** Calls a server action; that it could not be reached is one more way of being refused. */
export async function ask<Data>(call: () => Promise<ActionResult<Data>>): Promise<ActionResult<Data>> {
  try {
    return await call();
  } catch {
    // What the browser says of a lost connection helps nobody.
    const message = "That did not reach us. Check your connection and try again.";
    return { ok: false, error: { code: "unavailable", message, requestId: "" } };
  }
}
