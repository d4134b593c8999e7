"use client";

import { InfoIcon } from "lucide-react";
import { ToolDetails } from "@/components/chat/tool-details";
import { Button } from "@/components/ui/button";
import { Popover, PopoverContent, PopoverTrigger } from "@/components/ui/popover";
import type { ToolResult } from "@/lib/contract/tool-result";

type HowComputedProps = { about: string; result: ToolResult; timeZone: string };

/** What stands behind the numbers of a card, as it stands behind those of an answer. */
export function HowComputed({ about, result, timeZone }: HowComputedProps) {
  return (
    <Popover>
      <PopoverTrigger asChild>
        <Button
          variant="ghost"
          size="icon-sm"
          aria-label={`How ${about} is computed`}
          title="How this is computed"
        >
          <InfoIcon aria-hidden />
        </Button>
      </PopoverTrigger>
      <PopoverContent align="end" aria-label={`How ${about} is computed`}>
        <ToolDetails result={result} timeZone={timeZone} />
      </PopoverContent>
    </Popover>
  );
}
