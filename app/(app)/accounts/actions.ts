"use server";

import { createLinkToken } from "@/lib/banking/create-link-token";
import { finishUpdate } from "@/lib/banking/finish-update";
import { linkBank } from "@/lib/banking/link-bank";
import { refreshItem } from "@/lib/banking/refresh-item";
import {
  answerSandboxQuestion,
  findSandboxInstitutions,
  finishSandboxLink,
  signInAtSandbox,
} from "@/lib/banking/sandbox-link-steps";
import { unlinkItem } from "@/lib/banking/unlink-item";
import type { ActionResult } from "@/lib/contract/error-body";
import {
  AnswerSandboxQuestion,
  FindSandboxInstitutions,
  FinishLink,
  FinishSandboxLink,
  FinishUpdate,
  type LinkOutcome,
  type LinkSession,
  OneConnection,
  OpenLink,
  type SandboxInstitution,
  type SandboxLinkEnd,
  type SandboxSignIn,
  SignInAtSandbox,
} from "@/lib/contract/linking";
import { ownAction } from "@/lib/web/own-action";

const openLink = ownAction(OpenLink, (target, { id }) => createLinkToken(id, target));
const finishLink = ownAction(FinishLink, (input, { id }) => linkBank(id, input));
const finishLinkUpdate = ownAction(FinishUpdate, (input, { id }) => finishUpdate(id, input));
const refresh = ownAction(OneConnection, ({ connectionId }, { id }) => refreshItem(id, connectionId));
const disconnect = ownAction(OneConnection, ({ connectionId }, { id }) => unlinkItem(id, connectionId));

const findInstitutions = ownAction(FindSandboxInstitutions, (input) => findSandboxInstitutions(input));
const signIn = ownAction(SignInAtSandbox, (input) => signInAtSandbox(input));
const answerQuestion = ownAction(AnswerSandboxQuestion, (input) => answerSandboxQuestion(input));
const finishSandbox = ownAction(FinishSandboxLink, (input) => finishSandboxLink(input));

export async function openLinkAction(input: unknown): Promise<ActionResult<LinkSession>> {
  return openLink(input);
}

export async function finishLinkAction(input: unknown): Promise<ActionResult<LinkOutcome>> {
  return finishLink(input);
}

export async function finishUpdateAction(
  input: unknown,
): Promise<ActionResult<{ connectionId: string; institutionName: string }>> {
  return finishLinkUpdate(input);
}

export async function refreshConnectionAction(input: unknown): Promise<ActionResult<void>> {
  return refresh(input);
}

export async function disconnectAction(input: unknown): Promise<ActionResult<void>> {
  return disconnect(input);
}

export async function findSandboxInstitutionsAction(
  input: unknown,
): Promise<ActionResult<SandboxInstitution[]>> {
  return findInstitutions(input);
}

export async function signInAtSandboxAction(input: unknown): Promise<ActionResult<SandboxSignIn>> {
  return signIn(input);
}

export async function answerSandboxQuestionAction(input: unknown): Promise<ActionResult<SandboxSignIn>> {
  return answerQuestion(input);
}

export async function finishSandboxLinkAction(input: unknown): Promise<ActionResult<SandboxLinkEnd>> {
  return finishSandbox(input);
}
