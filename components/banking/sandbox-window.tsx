"use client";

import { useState } from "react";
import type { LinkInstitution, SandboxAccount, SandboxSignIn } from "@/lib/contract/linking";
import { ask, type SandboxActions } from "./link-actions";
import type { LinkWindowProps } from "./link-window";
import { SandboxAccounts } from "./sandbox-accounts";
import { SandboxInstitutions } from "./sandbox-institutions";
import { SandboxQuestion } from "./sandbox-question";
import { SandboxSignInForm } from "./sandbox-sign-in-form";

type Step =
  | { name: "institution" }
  | { name: "sign_in"; institution: LinkInstitution }
  | { name: "question"; institution: LinkInstitution; sessionId: string; question: string }
  | { name: "accounts"; institution: LinkInstitution; sessionId: string; accounts: SandboxAccount[] };

/** The sandbox bank's stand-in for Plaid's window: it asks the same, in the same order, and ends with the same callbacks. */
export function SandboxWindow({
  session,
  target,
  actions,
  onSuccess,
}: LinkWindowProps & { actions: SandboxActions }) {
  const { linkToken, mode, institution } = session;
  const isUpdate = mode === "update";
  const [step, setStep] = useState<Step>(
    isUpdate && institution ? { name: "sign_in", institution } : { name: "institution" },
  );

  async function finish(sessionId: string, accountIds: string[]): Promise<string | null> {
    const result = await ask(() => actions.finish({ sessionId, accountIds }));
    if (!result.ok) return result.error.message;
    onSuccess(result.data.publicToken, result.data.metadata);
    return null;
  }

  /** @returns what is wrong, for the step that asked */
  async function goOn(chosen: LinkInstitution, answer: SandboxSignIn): Promise<string | null> {
    const { sessionId } = answer;
    if (answer.status === "question") {
      setStep({ name: "question", institution: chosen, sessionId, question: answer.question });
      return null;
    }
    // Who only signs in again is not asked for accounts: those stay as they are.
    if (isUpdate && !target.selectAccounts) {
      const shared = answer.accounts.filter(({ isSelected }) => isSelected);
      return finish(
        sessionId,
        shared.map(({ accountId }) => accountId),
      );
    }
    setStep({ name: "accounts", institution: chosen, sessionId, accounts: answer.accounts });
    return null;
  }

  switch (step.name) {
    case "institution":
      return (
        <SandboxInstitutions
          search={(query) => ask(() => actions.findInstitutions({ linkToken, query }))}
          onChoose={(chosen) => setStep({ name: "sign_in", institution: chosen })}
        />
      );
    case "sign_in":
      return (
        <SandboxSignInForm
          institution={step.institution}
          onBack={isUpdate ? null : () => setStep({ name: "institution" })}
          onSubmit={async (login) => {
            const { institutionId } = step.institution;
            const result = await ask(() => actions.signIn({ ...login, linkToken, institutionId }));
            return result.ok ? goOn(step.institution, result.data) : result.error.message;
          }}
        />
      );
    case "question":
      return (
        <SandboxQuestion
          key={step.question}
          institution={step.institution}
          question={step.question}
          onBack={() => setStep({ name: "sign_in", institution: step.institution })}
          onSubmit={async (answer) => {
            const result = await ask(() => actions.answerQuestion({ sessionId: step.sessionId, answer }));
            return result.ok ? goOn(step.institution, result.data) : result.error.message;
          }}
        />
      );
    case "accounts":
      return (
        <SandboxAccounts
          institution={step.institution}
          accounts={step.accounts}
          isUpdate={isUpdate}
          onSubmit={(accountIds) => finish(step.sessionId, accountIds)}
        />
      );
  }
}
