"use client";

import { ArchiveIcon, BracesIcon, EllipsisIcon, FileTextIcon, LinkIcon, SearchIcon } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuSeparator,
  DropdownMenuTrigger,
} from "@/components/ui/dropdown-menu";
import { ArchiveDialog } from "./archive-dialog";
import { SearchDialog } from "./search-dialog";
import { SharesDialog } from "./shares-dialog";

/** Above the list: finding a conversation, and what concerns all of them. */
export function HistoryTools({ onNavigate }: { onNavigate: () => void }) {
  const [dialog, setDialog] = useState<"search" | "archive" | "shares" | null>(null);
  const close = () => setDialog(null);
  return (
    <div className="flex items-center gap-1 px-2 pt-1">
      <Button
        variant="ghost"
        className="min-w-0 flex-1 justify-start gap-2.5 px-2.5 hover:bg-secondary"
        aria-haspopup="dialog"
        onClick={() => setDialog("search")}
      >
        <SearchIcon /> Search conversations
      </Button>
      <DropdownMenu>
        <DropdownMenuTrigger asChild>
          <Button variant="ghost" size="icon" aria-label="All conversations" className="hover:bg-secondary">
            <EllipsisIcon />
          </Button>
        </DropdownMenuTrigger>
        <DropdownMenuContent align="end">
          <DropdownMenuItem onSelect={() => setDialog("archive")}>
            <ArchiveIcon /> Archived
          </DropdownMenuItem>
          <DropdownMenuItem onSelect={() => setDialog("shares")}>
            <LinkIcon /> Shared links
          </DropdownMenuItem>
          <DropdownMenuSeparator />
          <DropdownMenuItem asChild>
            <a href="/api/export/conversations?format=markdown" download>
              <FileTextIcon /> Export all as Markdown
            </a>
          </DropdownMenuItem>
          <DropdownMenuItem asChild>
            <a href="/api/export/conversations?format=json" download>
              <BracesIcon /> Export all as JSON
            </a>
          </DropdownMenuItem>
        </DropdownMenuContent>
      </DropdownMenu>
      {dialog === "search" && <SearchDialog onClose={close} onNavigate={onNavigate} />}
      {dialog === "shares" && <SharesDialog onClose={close} />}
      {dialog === "archive" && <ArchiveDialog onClose={close} onNavigate={onNavigate} />}
    </div>
  );
}
