"use client";

import { CheckIcon, CopyIcon } from "lucide-react";
import { useEffect, useState } from "react";
import { Button } from "@/components/ui/button";
import { Tooltip } from "@/components/ui/tooltip";

type CopyButtonProps = { label: string; text: string };

export function CopyButton({ label, text }: CopyButtonProps) {
  const [isCopied, setCopied] = useState(false);
  useEffect(() => {
    if (!isCopied) return;
    const timer = setTimeout(() => setCopied(false), 1_600);
    return () => clearTimeout(timer);
  }, [isCopied]);
  const shown = isCopied ? "Copied" : label;
  return (
    <Tooltip label={shown} side="bottom">
      <Button
        variant="ghost"
        size="icon-sm"
        aria-label={shown}
        onClick={() => void navigator.clipboard.writeText(text).then(() => setCopied(true))}
      >
        {isCopied ? <CheckIcon /> : <CopyIcon />}
      </Button>
    </Tooltip>
  );
}
