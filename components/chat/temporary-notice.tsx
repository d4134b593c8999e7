import { HourglassIcon } from "lucide-react";
import { ConversationNotice } from "./conversation-notice";

/** What becomes of a temporary chat. */
export function TemporaryNotice() {
  return (
    <ConversationNotice icon={HourglassIcon}>
      <p className="min-w-0 flex-1 text-pretty">
        <span className="font-medium text-foreground">Temporary:</span> not in your history, gone when you
        leave it or an hour after your last question.
      </p>
    </ConversationNotice>
  );
}
