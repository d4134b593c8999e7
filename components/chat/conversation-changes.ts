import type { HistoryActions } from "@/components/history/history-actions";
import type { LiveState } from "@/components/live/live-state";
import type { ActionResult } from "@/lib/contract/error-body";

export type ConversationActions = {
  renameConversation: (input: { id: string; title: string }) => Promise<ActionResult<unknown>>;
  deleteConversation: (input: { id: string }) => Promise<ActionResult<unknown>>;
  history: HistoryActions;
};

/** What a person does to a conversation in a list. */
export type ConversationChanges = {
  rename: (id: string, title: string) => Promise<ActionResult<unknown>>;
  pin: (id: string, isPinned: boolean) => Promise<ActionResult<unknown>>;
  archive: (id: string, isArchived: boolean) => Promise<ActionResult<unknown>>;
  remove: (id: string) => Promise<ActionResult<unknown>>;
  /** Takes back that it was removed. */
  restore: (id: string) => Promise<ActionResult<unknown>>;
};

/** Each is shown as soon as the server has done it, before news of it come back. */
export function changesOf(actions: ConversationActions, live: LiveState): ConversationChanges {
  return {
    rename: async (id, title) => {
      const result = await actions.renameConversation({ id, title });
      if (result.ok) live.apply({ type: "conversation", id, title });
      return result;
    },
    pin: async (id, isPinned) => {
      const result = await actions.history.pin({ id, isPinned });
      if (result.ok) live.change(id, { isPinned: isPinned || undefined });
      return result;
    },
    archive: async (id, isArchived) => {
      const result = await actions.history.archive({ id, isArchived });
      if (result.ok)
        live.change(id, {
          isArchived: isArchived || undefined,
          ...(isArchived && { isPinned: undefined }),
        });
      return result;
    },
    remove: (id) => live.remove(id, () => actions.deleteConversation({ id })),
    restore: (id) => live.restore(id, () => actions.history.restore({ id })),
  };
}
