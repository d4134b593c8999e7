import { redirect } from "next/navigation";
import type { ReactNode } from "react";
import { signOutAction } from "@/app/(auth)/actions";
import { WorkspaceProvider } from "@/components/chat/workspace";
import { PaletteShell } from "@/components/palette/palette-shell";
import { AppShell } from "@/components/shell/app-shell";
import { modelLabel, usesRemoteModel } from "@/lib/agent/model";
import { listConversations } from "@/lib/chat/list-conversations";
import { currentUser } from "@/lib/web/session";
import {
  deleteConversationAction,
  leaveTemporaryAction,
  listConversationsAction,
  loadConversationAction,
  rateAnswerAction,
  renameConversationAction,
  showBranchAction,
} from "./chat/actions";
import {
  archiveConversationAction,
  olderConversationsAction,
  pinConversationAction,
  restoreConversationAction,
  searchConversationsAction,
} from "./chat/history-actions";
import {
  applyProposalAction,
  dismissProposalAction,
  listProposalsAction,
  undoProposalAction,
} from "./chat/proposal-actions";
import { listSharesAction, revokeShareAction, shareConversationAction } from "./chat/share-actions";

const actions = {
  listConversations: listConversationsAction,
  loadConversation: loadConversationAction,
  showBranch: showBranchAction,
  rateAnswer: rateAnswerAction,
  renameConversation: renameConversationAction,
  deleteConversation: deleteConversationAction,
  leaveTemporary: leaveTemporaryAction,
  history: {
    search: searchConversationsAction,
    older: olderConversationsAction,
    pin: pinConversationAction,
    archive: archiveConversationAction,
    restore: restoreConversationAction,
    listShares: listSharesAction,
    share: shareConversationAction,
    revokeShare: revokeShareAction,
  },
  proposals: {
    list: listProposalsAction,
    apply: applyProposalAction,
    undo: undoProposalAction,
    dismiss: dismissProposalAction,
  },
};

export default async function AppLayout({ children }: { children: ReactNode }) {
  const person = await currentUser();
  if (!person) redirect("/sign-in");
  return (
    <WorkspaceProvider
      person={person}
      modelLabel={modelLabel()}
      isOffline={!usesRemoteModel()}
      now={new Date().toISOString()}
      conversations={await listConversations(person.id)}
      actions={actions}
    >
      <AppShell onSignOut={signOutAction}>{children}</AppShell>
      <PaletteShell />
    </WorkspaceProvider>
  );
}
