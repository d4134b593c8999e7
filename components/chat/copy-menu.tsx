"use client";

import { CheckIcon, CopyIcon, FileTypeIcon, TypeIcon } from "lucide-react";
import { Button } from "@/components/ui/button";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuTrigger,
} from "@/components/ui/dropdown-menu";
import { Tooltip } from "@/components/ui/tooltip";
import { useCopied } from "./use-copied";

/** Copies an answer, as it is written or without its marks. */
export function CopyMenu({ markdown }: { markdown: string }) {
  const [isCopied, copy] = useCopied();
  const label = isCopied ? "Copied" : "Copy answer";
  return (
    <DropdownMenu>
      <Tooltip label={label} side="bottom">
        <DropdownMenuTrigger asChild>
          <Button variant="ghost" size="icon-sm" aria-label={label}>
            {isCopied ? <CheckIcon /> : <CopyIcon />}
          </Button>
        </DropdownMenuTrigger>
      </Tooltip>
      <DropdownMenuContent align="start">
        <DropdownMenuItem onSelect={() => void inPlainText(markdown).then(copy)}>
          <TypeIcon /> Copy as plain text
        </DropdownMenuItem>
        <DropdownMenuItem onSelect={() => void copy(markdown)}>
          <FileTypeIcon /> Copy as Markdown
        </DropdownMenuItem>
      </DropdownMenuContent>
    </DropdownMenu>
  );
}

/** The parser is loaded when it is needed. */
async function inPlainText(markdown: string): Promise<string> {
  const { plainText } = await import("./plain-text");
  return plainText(markdown);
}
