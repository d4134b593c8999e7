"use client";

import { createContext, type ReactNode, useContext } from "react";
import type { ExtraProps } from "streamdown";
import type { GroundedNumber } from "../../lib/contract/grounding";
import type { ToolResult } from "../../lib/contract/tool-result";
import { cn } from "../ui/cn";
import { Popover, PopoverContent, PopoverTrigger } from "../ui/popover";
import { Tooltip } from "../ui/tooltip";
import { NumberOrigin } from "./number-origin";

type CheckedText = {
  numbers: readonly GroundedNumber[];
  /** A result of the same answer by its name, "r1" being the first. */
  findResult: (ref: string) => ToolResult | null;
  /** IANA; for the moments that are shown. */
  timeZone: string;
};

/** What the numbers of the text inside are. */
export const CheckedTextContext = createContext<CheckedText | null>(null);

const WHY = "No result of this answer states this number.";

/** A number of an answer: it opens to what it was computed from, or says that nothing states it. */
export function CheckedNumber({ node, children }: ExtraProps & { children?: ReactNode }) {
  const text = useContext(CheckedTextContext);
  const number = text?.numbers[Number(node?.properties.number)];
  if (!text || !number) return children;
  const { match } = number;
  if (match === null)
    return <UnverifiedNumber isInLink={node?.properties.isInLink === true}>{children}</UnverifiedNumber>;
  if (node?.properties.isInLink === true) return children;
  return (
    <Popover>
      <PopoverTrigger
        // A title, not hidden words: those would be copied with the text.
        title="How this was computed"
        className={cn(INLINE, "decoration-primary/55 hover:decoration-primary")}
      >
        {children}
      </PopoverTrigger>
      <PopoverContent aria-label="How this was computed">
        <NumberOrigin
          number={number}
          match={match}
          result={text.findResult(match.ref)}
          timeZone={text.timeZone}
        />
      </PopoverContent>
    </Popover>
  );
}

const INLINE =
  "inline select-text rounded-sm text-left underline decoration-dotted underline-offset-4 transition-colors";

function UnverifiedNumber({ isInLink, children }: { isInLink: boolean; children: ReactNode }) {
  const classes = cn(INLINE, "decoration-caution decoration-dashed");
  const words = (
    <>
      {children}
      <span className="ml-1 whitespace-nowrap rounded bg-caution/12 px-1 py-px align-middle font-medium text-[0.6875rem] text-caution leading-4">
        not verified
      </span>
    </>
  );
  // A link cannot hold a button.
  if (isInLink) return <span className={classes}>{words}</span>;
  return (
    <Popover>
      <Tooltip label={WHY}>
        <PopoverTrigger className={classes}>{words}</PopoverTrigger>
      </Tooltip>
      <PopoverContent aria-label="Why this is not verified" className="w-[min(20rem,calc(100vw-1rem))]">
        <p>
          {WHY} It may be right, but nothing that was looked up says so. Ask for it to be looked up or worked
          out.
        </p>
      </PopoverContent>
    </Popover>
  );
}
