"use client";

import { ArchiveIcon } from "lucide-react";
import { useState } from "react";
import { ask } from "@/components/banking/link-actions";
import { Button } from "@/components/ui/button";
import { ConversationNotice } from "./conversation-notice";
import { useWorkspace } from "./workspace";

/** Says that the open conversation is out of the list, and puts it back. */
export function ArchivedNotice({ id }: { id: string }) {
  const { archive } = useWorkspace();
  const [isMoving, setMoving] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  async function moveBack() {
    setMoving(true);
    const result = await ask(() => archive(id, false));
    setProblem(result.ok ? null : result.error.message);
    setMoving(false);
  }
  return (
    <ConversationNotice icon={ArchiveIcon}>
      <p className="min-w-0 flex-1 text-pretty">
        <span className="font-medium text-foreground">Archived:</span> asking something moves it back to your
        list.
      </p>
      <Button variant="outline" size="sm" disabled={isMoving} onClick={() => void moveBack()}>
        Move back
      </Button>
      {problem && (
        <p role="alert" className="basis-full text-destructive">
          {problem}
        </p>
      )}
    </ConversationNotice>
  );
}
