"use client";

import { Command } from "cmdk";
import { CheckIcon } from "lucide-react";
import { useMemo } from "react";
import { cn } from "@/components/ui/cn";
import { zoneInWords } from "./zone-in-words";

type TimeZoneListProps = { chosen: string; onChoose: (timeZone: string) => void };

/** All zones that this browser knows, its own first, found by a few letters. */
export function TimeZoneList({ chosen, onChoose }: TimeZoneListProps) {
  const zones = useMemo(knownZones, []);
  return (
    <Command label="Time zones" defaultValue={chosen}>
      <Command.Input
        autoFocus
        placeholder="City or region"
        className="h-11 w-full border-b bg-transparent px-4 text-base outline-none placeholder:text-muted-foreground md:text-sm"
      />
      <Command.List className="scrollbar-quiet max-h-72 overflow-y-auto overscroll-contain p-1.5">
        <Command.Empty className="px-3 py-8 text-center text-muted-foreground text-sm">
          No zone is called that. Try the next large city.
        </Command.Empty>
        {zones.map((zone) => (
          <Command.Item
            key={zone}
            value={zone}
            keywords={zone.split(/[/_]/)}
            onSelect={() => onChoose(zone)}
            className="flex min-h-9 cursor-pointer select-none items-center gap-2 rounded-lg px-2.5 py-1.5 text-sm data-[selected=true]:bg-muted"
          >
            <CheckIcon className={cn("size-4 shrink-0", zone !== chosen && "invisible")} aria-hidden />
            <span className="min-w-0 truncate">{zoneInWords(zone)}</span>
          </Command.Item>
        ))}
      </Command.List>
    </Command>
  );
}

function knownZones(): string[] {
  const own = Intl.DateTimeFormat().resolvedOptions().timeZone;
  return [...new Set([own, "UTC", ...Intl.supportedValuesOf("timeZone")])];
}
