"use client";

import { ChevronLeftIcon, ChevronRightIcon } from "lucide-react";
import { useEffect, useRef } from "react";
import { Button } from "@/components/ui/button";
import type { Versions } from "./branches";
import { useSession } from "./session-context";
import type { Arrival } from "./session-state";

type VersionSwitcherProps = {
  versions: Versions;
  /** The person came to this message by one of these arrows. */
  arrival: Arrival | null;
};

/** The other versions of a message. While an answer is written there is nothing to turn to. */
export function VersionSwitcher({ versions: { ids, at }, arrival }: VersionSwitcherProps) {
  const session = useSession();
  const group = useRef<HTMLFieldSetElement>(null);
  const cameBy = arrival?.step;
  // The arrow that was pressed went with its message: its like takes the focus, or else the other one.
  useEffect(() => {
    if (cameBy === undefined) return;
    const arrows = [...(group.current?.querySelectorAll("button") ?? [])];
    if (cameBy > 0) arrows.reverse();
    arrows.find((arrow) => !arrow.disabled)?.focus({ preventScroll: true });
  }, [cameBy]);

  const arrow = (step: 1 | -1, label: string, Icon: typeof ChevronLeftIcon) => {
    const id = ids[at + step];
    return (
      <Button
        variant="ghost"
        size="icon-sm"
        aria-label={label}
        disabled={id === undefined}
        className="w-6 group-data-[busy=true]/list:invisible"
        onClick={() => id !== undefined && void session.show(id, step)}
      >
        <Icon />
      </Button>
    );
  };
  return (
    <fieldset
      ref={group}
      aria-label={`Version ${at + 1} of ${ids.length}`}
      className="flex items-center text-muted-foreground text-xs"
    >
      {arrow(-1, "Previous version", ChevronLeftIcon)}
      <span className="tabular-nums">
        {at + 1}/{ids.length}
      </span>
      {arrow(1, "Next version", ChevronRightIcon)}
    </fieldset>
  );
}
