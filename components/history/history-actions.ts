import type { ConversationSummary } from "../../lib/contract/chat";
import type { ActionResult } from "../../lib/contract/error-body";
import type { FoundConversation, OlderConversations } from "../../lib/contract/history";
import type { NewShare, ShareSummary } from "../../lib/contract/sharing";

type OneConversation = { id: string };

/** The server actions of the conversations of before. */
export type HistoryActions = {
  search: (input: { text: string }) => Promise<ActionResult<FoundConversation[]>>;
  older: (input: OlderConversations) => Promise<ActionResult<ConversationSummary[]>>;
  pin: (input: OneConversation & { isPinned: boolean }) => Promise<ActionResult<unknown>>;
  archive: (input: OneConversation & { isArchived: boolean }) => Promise<ActionResult<unknown>>;
  restore: (input: OneConversation) => Promise<ActionResult<unknown>>;
  listShares: () => Promise<ActionResult<ShareSummary[]>>;
  share: (input: NewShare) => Promise<ActionResult<{ address: string; share: ShareSummary }>>;
  revokeShare: (input: { shareId: string }) => Promise<ActionResult<unknown>>;
};
