"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Popover, PopoverContent, PopoverTrigger } from "@/components/ui/popover";
import { SavingProblem } from "./saving-problem";
import type { SettingsActions } from "./settings-actions";
import { SettingsRow } from "./settings-row";
import { TimeZoneList } from "./time-zone-list";
import { useSaving } from "./use-saving";
import { zoneInWords } from "./zone-in-words";

type ChooseTimeZoneProps = { timeZone: string; onChoose: SettingsActions["chooseTimeZone"] };

export function ChooseTimeZone({ timeZone, onChoose }: ChooseTimeZoneProps) {
  const [isOpen, setOpen] = useState(false);
  const { problem, isSaving, save } = useSaving();
  const choose = (chosen: string) => {
    setOpen(false);
    if (chosen !== timeZone) save(() => onChoose({ timeZone: chosen }));
  };
  return (
    <div>
      <SettingsRow
        label="Time zone"
        action={
          <Popover open={isOpen} onOpenChange={setOpen}>
            <PopoverTrigger asChild>
              <Button variant="outline" size="sm" aria-label="Change the time zone" disabled={isSaving}>
                Change
              </Button>
            </PopoverTrigger>
            <PopoverContent
              align="end"
              aria-label="Choose the time zone"
              className="w-[min(22rem,calc(100vw-1rem))] p-0"
            >
              <TimeZoneList chosen={timeZone} onChoose={choose} />
            </PopoverContent>
          </Popover>
        }
      >
        {zoneInWords(timeZone)}
      </SettingsRow>
      <SavingProblem problem={problem} />
    </div>
  );
}
