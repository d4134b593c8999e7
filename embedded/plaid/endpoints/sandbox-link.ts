import { v4 as uuid } from "uuid";
import { z } from "zod";
import { announceChanges, revisionNow } from "../bank/announce-changes";
import { selectAccounts } from "../bank/edit-item";
import { syncUpdatesAvailable } from "../bank/history";
import {
  type Choice,
  choicesOf,
  chosenInstitution,
  institutionsFor,
  itemOfSession,
  itemUpdated,
  openLinkSession,
  openLinkToken,
} from "../bank/link-session";
import type { LinkSession, LinkToken } from "../bank/link-state";
import { issuePublicToken } from "../bank/new-item";
import type { Bank } from "../bank/open-bank";
import { isBlocked, setProblem } from "../bank/problems";
import type { SandboxItem } from "../bank/state";
import { signIn, type TestUser } from "../bank/test-users";
import { linkErrors } from "../link-errors";
import { plaidErrors } from "../plaid-error";
import { sendWebhook } from "../webhooks/send-webhook";
import { derivedId, randomId } from "../wire/opaque-id";
import { toPlaidInstitution } from "../wire/to-plaid-institution";
import { type Endpoint, endpoint, plaidRequest } from "./endpoint";

const Text = z.string().min(1, "must be a non-empty string");

const listInstitutions = endpoint(
  plaidRequest({ link_token: Text, query: z.string().default("") }),
  (request, bank) => {
    const wanted = request.query.trim().toLowerCase();
    const found = institutionsFor(bank, openLinkToken(bank, request.link_token)).filter(({ name }) =>
      name.toLowerCase().includes(wanted),
    );
    return {
      institutions: found.map((institution) => {
        const { institution_id, name, logo, primary_color } = toPlaidInstitution(institution, {
          metadata: true,
        });
        return { institution_id, name, logo: logo ?? null, primary_color: primary_color ?? null };
      }),
    };
  },
);

/** The next thing that the person is asked for: a code, or which accounts. */
function nextStep(bank: Bank, session: LinkSession, token: LinkToken, { challenges }: TestUser) {
  const challenge = challenges[session.answered];
  if (challenge !== undefined) {
    return { session_id: session.sessionId, status: "mfa", question: challenge.question };
  }
  const item = itemOfSession(bank, session, token);
  const choices = choicesOf(bank, item, token);
  if (choices.length === 0) throw linkErrors.noAccounts();
  return {
    session_id: session.sessionId,
    status: "accounts",
    accounts: choices.map(({ account, isSelected }) => ({
      account_id: derivedId(item.itemId, "account", account.key),
      name: account.name,
      mask: account.mask,
      type: account.type,
      subtype: account.subtype,
      is_selected: isSelected,
    })),
  };
}

/** In update mode the same person must sign in: another login would be another Item. */
function checkSamePerson(item: SandboxItem, username: string, user: TestUser): void {
  const same = item.username === username && item.seed === user.seed;
  if (!same) throw plaidErrors.invalidCredentials();
}

const startSession = endpoint(
  plaidRequest({ link_token: Text, institution_id: Text, username: z.string(), password: z.string() }),
  async (request, bank) => {
    const token = openLinkToken(bank, request.link_token);
    const institution = chosenInstitution(bank, token, request.institution_id);
    const user = signIn(request.username, request.password);
    const updated = itemUpdated(bank, token);
    if (updated !== null) checkSamePerson(updated, request.username, user);
    const session: LinkSession = {
      sessionId: uuid(),
      linkToken: token.linkToken,
      startedAt: bank.now().toISOString(),
      finishedAt: null,
      institutionId: institution.id,
      username: request.username,
      password: request.password,
      answered: 0,
      itemId: updated?.itemId ?? randomId(),
      publicToken: null,
    };
    const step = nextStep(bank, session, token, user);
    await bank.change((state) => state.linkSessions.push(session));
    return step;
  },
);

const answerQuestion = endpoint(
  plaidRequest({ session_id: Text, answer: z.string() }),
  async (request, bank) => {
    const { session, token } = openLinkSession(bank, request.session_id);
    const user = signIn(session.username, session.password);
    const challenge = user.challenges[session.answered];
    if (challenge === undefined) throw linkErrors.invalidSession("this session has no open question");
    if (request.answer.trim() !== challenge.answer) throw linkErrors.invalidMfa();
    await bank.change(() => {
      session.answered += 1;
    });
    return nextStep(bank, session, token, user);
  },
);

function chosenAmong(item: SandboxItem, choices: readonly Choice[], ids: readonly string[]): Choice[] {
  if (ids.length === 0) throw plaidErrors.invalidField("account_ids must name at least one account");
  const known = new Map(
    choices.map((choice) => [derivedId(item.itemId, "account", choice.account.key), choice]),
  );
  return [...new Set(ids)].map((id) => {
    const choice = known.get(id);
    if (choice === undefined) throw plaidErrors.invalidAccountId();
    return choice;
  });
}

/**
 * The bank lets Plaid in again, the person shares what they chose now, and Plaid looks what happened meanwhile. It sends
 * no LOGIN_REPAIRED: that is for items repaired elsewhere. https://plaid.com/docs/api/items/#login_repaired
 */
async function update(bank: Bank, item: SandboxItem, token: LinkToken, chosen: Choice[]): Promise<null> {
  const before = revisionNow(bank, item);
  const wasBlocked = isBlocked(item);
  await setProblem(bank, item, null);
  if (token.updates?.selectsAccounts) {
    await selectAccounts(
      bank,
      item,
      chosen.map(({ account }) => account.key),
    );
  }
  if (wasBlocked && item.syncCalled) await sendWebhook(bank, item, syncUpdatesAvailable(item));
  else await announceChanges(bank, item, before);
  return null;
}

const finishSession = endpoint(
  plaidRequest({ session_id: Text, account_ids: z.array(z.string()) }),
  async (request, bank) => {
    const { session, token } = openLinkSession(bank, request.session_id);
    if (signIn(session.username, session.password).challenges.length > session.answered) {
      throw linkErrors.invalidSession("the bank's question is not answered yet");
    }
    const item = itemOfSession(bank, session, token);
    const choices = choicesOf(bank, item, token);
    const chosen = chosenAmong(item, choices, request.account_ids);
    const accounts = chosen.length === choices.length ? null : chosen.map(({ account }) => account.key);
    const publicToken =
      token.updates === null
        ? await issuePublicToken(bank, { ...item, accounts })
        : await update(bank, item, token, chosen);
    await bank.change(() => {
      session.finishedAt = bank.now().toISOString();
      session.publicToken = publicToken;
    });
    const { name } = chosenInstitution(bank, token, session.institutionId);
    return {
      public_token: publicToken,
      institution: { institution_id: session.institutionId, name },
      accounts: chosen.map(({ account }) => ({
        name: account.name,
        mask: account.mask,
        type: account.type,
        subtype: account.subtype,
      })),
    };
  },
);

/** What Plaid's Link does in a window of its own, as requests: for an application that draws the window itself. */
export const sandboxLinkEndpoints: Record<string, Endpoint> = {
  "/sandbox_link/institutions": listInstitutions,
  "/sandbox_link/sign_in": startSession,
  "/sandbox_link/answer": answerQuestion,
  "/sandbox_link/finish": finishSession,
};
