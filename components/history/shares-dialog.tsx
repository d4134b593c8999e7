"use client";

import { Dialog, DialogContent, DialogDescription, DialogTitle } from "@/components/ui/dialog";
import { Skeleton } from "@/components/ui/skeleton";
import { ShareList } from "./share-list";
import { useShares } from "./use-shares";

/** All of one's own links, wherever they lead. */
export function SharesDialog({ onClose }: { onClose: () => void }) {
  const { shares, problem, revoke } = useShares();
  return (
    <Dialog open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <DialogContent className="max-w-lg">
        <div className="space-y-1.5">
          <DialogTitle>Shared links</DialogTitle>
          <DialogDescription>
            {shares?.length === 0
              ? "No link is open. Share a conversation from its menu to make one."
              : "Whoever has one of these links can read the conversation as it was when you made it."}
          </DialogDescription>
        </div>
        {shares === null && <Skeleton className="h-24 w-full" />}
        {shares !== null && shares.length > 0 && (
          <ShareList shares={shares} isNamed onRevoke={(id) => void revoke(id)} />
        )}
        {problem && (
          <p role="alert" className="text-destructive text-sm">
            {problem}
          </p>
        )}
      </DialogContent>
    </Dialog>
  );
}
