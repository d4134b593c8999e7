"use client";

import { Popover as PopoverPrimitive } from "radix-ui";
import type { ComponentProps } from "react";
import { cn } from "./cn";

export const Popover = PopoverPrimitive.Root;
export const PopoverAnchor = PopoverPrimitive.Anchor;
export const PopoverTrigger = PopoverPrimitive.Trigger;

export function PopoverContent({
  className,
  sideOffset = 6,
  ...props
}: ComponentProps<typeof PopoverPrimitive.Content>) {
  return (
    <PopoverPrimitive.Portal>
      <PopoverPrimitive.Content
        sideOffset={sideOffset}
        collisionPadding={8}
        className={cn(
          "scrollbar-quiet z-50 max-h-[min(30rem,var(--radix-popover-content-available-height))] w-[min(32rem,calc(100vw-1rem))] animate-fade-in overflow-y-auto rounded-xl border bg-popover p-4 text-popover-foreground text-sm shadow-soft",
          className,
        )}
        {...props}
      />
    </PopoverPrimitive.Portal>
  );
}
