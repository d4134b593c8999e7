"use client";

import { CheckIcon, CopyIcon } from "lucide-react";
import { Button } from "@/components/ui/button";
import { Tooltip } from "@/components/ui/tooltip";
import { useCopied } from "./use-copied";

type CopyButtonProps = { label: string; text: string };

export function CopyButton({ label, text }: CopyButtonProps) {
  const [isCopied, copy] = useCopied();
  const shown = isCopied ? "Copied" : label;
  return (
    <Tooltip label={shown} side="bottom">
      <Button variant="ghost" size="icon-sm" aria-label={shown} onClick={() => void copy(text)}>
        {isCopied ? <CheckIcon /> : <CopyIcon />}
      </Button>
    </Tooltip>
  );
}
