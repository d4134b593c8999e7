"use client";

import { TriangleAlertIcon } from "lucide-react";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import type { ConnectionView } from "@/lib/contract/banking";
import { connectionTarget } from "./link-window";
import { useOpenLink } from "./linking-provider";

const REMEDIES: Record<NonNullable<ConnectionView["remedy"]>, string> = {
  sign_in: "Sign in again",
  select_accounts: "Choose accounts",
  link_again: "Link again",
};

type ConnectionNoticeProps = { connection: ConnectionView; text: string };

/** What stands in the way, with the one button that helps. */
export function ConnectionNotice({ connection, text }: ConnectionNoticeProps) {
  const { remedy } = connection;
  const openLink = useOpenLink();
  const isInvitation = remedy === "select_accounts";
  return (
    <div className="px-5 pb-4">
      <Alert tone={isInvitation ? "neutral" : "caution"} className="flex-wrap sm:flex-nowrap">
        <TriangleAlertIcon aria-hidden className={isInvitation ? "hidden" : undefined} />
        <span className="min-w-48 flex-1">{text}</span>
        {openLink && remedy && (
          <Button size="sm" onClick={() => openLink(connectionTarget(connection.id, remedy))}>
            {REMEDIES[remedy]}
          </Button>
        )}
      </Alert>
    </div>
  );
}
