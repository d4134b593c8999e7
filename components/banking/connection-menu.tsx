"use client";

import { EllipsisIcon, FileUpIcon, ListChecksIcon, RefreshCwIcon, UnplugIcon } from "lucide-react";
import Link from "next/link";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuSeparator,
  DropdownMenuTrigger,
} from "@/components/ui/dropdown-menu";
import type { ConnectionView } from "@/lib/contract/banking";
import type { ActionResult } from "@/lib/contract/error-body";
import { DisconnectDialog } from "./disconnect-dialog";
import { useOpenLink } from "./linking-provider";

type ConnectionMenuProps = {
  connection: ConnectionView;
  isRefreshing: boolean;
  onRefresh: () => void;
  disconnect: () => Promise<ActionResult<void>>;
};

export function ConnectionMenu({ connection, isRefreshing, onRefresh, disconnect }: ConnectionMenuProps) {
  const { id, institutionName, source, status } = connection;
  const openLink = useOpenLink();
  const [isDisconnecting, setDisconnecting] = useState(false);
  const isFile = source === "file";
  return (
    <>
      <DropdownMenu>
        <DropdownMenuTrigger asChild>
          <Button variant="ghost" size="icon-sm" aria-label={`Options for ${institutionName}`}>
            <EllipsisIcon aria-hidden />
          </Button>
        </DropdownMenuTrigger>
        <DropdownMenuContent align="end">
          {isFile && (
            <DropdownMenuItem asChild>
              <Link href="/accounts/import">
                <FileUpIcon aria-hidden /> Import a newer file
              </Link>
            </DropdownMenuItem>
          )}
          {!isFile && (status === "active" || status === "error") && (
            <>
              <DropdownMenuItem disabled={isRefreshing} onSelect={onRefresh}>
                <RefreshCwIcon aria-hidden /> Refresh now
              </DropdownMenuItem>
              <DropdownMenuItem onSelect={() => openLink?.({ connectionId: id, selectAccounts: true })}>
                <ListChecksIcon aria-hidden /> Choose accounts
              </DropdownMenuItem>
            </>
          )}
          {(isFile || status === "active" || status === "error") && <DropdownMenuSeparator />}
          <DropdownMenuItem tone="destructive" onSelect={() => setDisconnecting(true)}>
            <UnplugIcon aria-hidden /> {isFile || status === "revoked" ? "Remove…" : "Disconnect…"}
          </DropdownMenuItem>
        </DropdownMenuContent>
      </DropdownMenu>
      {isDisconnecting && (
        <DisconnectDialog
          connection={connection}
          disconnect={disconnect}
          onClose={() => setDisconnecting(false)}
        />
      )}
    </>
  );
}
