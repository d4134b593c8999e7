import { getPerson } from "../lib/account/get-person";
import { modelLabel } from "../lib/agent/model";
import { streamAnswer } from "../lib/agent/stream-answer";
import { endLink } from "../lib/banking/end-link";
import { handleNews } from "../lib/banking/handle-news";
import { syncItem } from "../lib/banking/sync-item";
import { forgetConversation } from "../lib/chat/forget-conversation";
import { type Analyst, generateAnswer } from "../lib/chat/generate-answer";
import { openLedger } from "../lib/insights/open-ledger";
import { knownSnapshot } from "../lib/insights/refresh-snapshot";
import { propose } from "../lib/proposals/propose";
import type { JobHandlers } from "../lib/queue/jobs";

/** Answers from the person's own ledger, opened anew for each question. */
const analyst: Analyst = {
  modelLabel,
  answer: async function* ({ userId, runId, messages, signal, unfinished, onPrompt }) {
    const now = new Date();
    const [{ name }, ledger, snapshot] = await Promise.all([
      getPerson(userId),
      openLedger(userId, now),
      knownSnapshot(userId, now),
    ]);
    yield* streamAnswer({
      messages,
      ledger,
      person: { name },
      background: { snapshot },
      signal,
      unfinished,
      propose: (change, callId) => propose(change, { userId, runId, callId, ledger, now }),
      onPrompt,
    });
  },
};

/** Every kind of job and the use case that does it. */
export const handlers: JobHandlers = {
  "answer.generate": ({ runId }, signal) => generateAnswer(runId, signal, analyst),
  "bank.sync": async ({ itemId }, signal) => {
    await syncItem(itemId, new Date(), signal);
  },
  "bank.news": () => handleNews(),
  "bank.endLink": ({ linkId }) => endLink(linkId),
  "conversation.forget": ({ conversationId }) => forgetConversation(conversationId),
};
