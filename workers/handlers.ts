import { getPerson } from "../lib/account/get-person";
import { listMemories } from "../lib/account/list-memories";
import { removeAccount } from "../lib/account/remove-account";
import { modelLabel } from "../lib/agent/model";
import { streamAnswer } from "../lib/agent/stream-answer";
import { endLink } from "../lib/banking/end-link";
import { handleNews } from "../lib/banking/handle-news";
import { syncItem } from "../lib/banking/sync-item";
import { forgetConversation } from "../lib/chat/forget-conversation";
import { type Analyst, generateAnswer } from "../lib/chat/generate-answer";
import { improveTitle } from "../lib/chat/improve-title";
import { findSummary, keepSummary } from "../lib/chat/keep-summary";
import { refreshInsightsOfToday } from "../lib/insights/daily-insights";
import { openLedger } from "../lib/insights/open-ledger";
import { knownSnapshot } from "../lib/insights/refresh-snapshot";
import { writeDigest } from "../lib/insights/weekly-digest";
import { propose } from "../lib/proposals/propose";
import type { JobHandlers } from "../lib/queue/jobs";

/** Answers from the person's own ledger, opened anew for each question. */
const analyst: Analyst = {
  modelLabel,
  answer: async function* ({ userId, conversationId, runId, messages, signal, unfinished, onPrompt }) {
    const now = new Date();
    const [{ name }, ledger, snapshot, memories, summary] = await Promise.all([
      getPerson(userId),
      openLedger(userId, now),
      knownSnapshot(userId, now),
      listMemories(userId),
      findSummary({ userId, conversationId }),
    ]);
    yield* streamAnswer({
      messages,
      ledger,
      person: { name },
      summary,
      background: { snapshot, memories: memories.map(({ text }) => text) },
      signal,
      unfinished,
      propose: (change, callId) => propose(change, { userId, runId, callId, ledger, now }),
      onPrompt,
    });
    void improveTitle({ userId, conversationId, messages, personName: name });
    void keepSummary({ userId, conversationId, messages, personName: name });
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
  "insights.refresh": ({ userId }) => refreshInsightsOfToday(userId, new Date()),
  "digest.write": ({ userId }) => writeDigest(userId, new Date()),
  "account.delete": ({ userId }) => removeAccount(userId, new Date()),
  "conversation.forget": ({ conversationId }) => forgetConversation(conversationId),
};
