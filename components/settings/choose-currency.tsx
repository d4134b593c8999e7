"use client";

import { useId } from "react";
import { Select } from "@/components/import/select";
import type { SettingsView } from "@/lib/contract/settings";
import { SavingProblem } from "./saving-problem";
import type { SettingsActions } from "./settings-actions";
import { useSaving } from "./use-saving";

type ChooseCurrencyProps = Pick<SettingsView, "currency" | "currencies"> & {
  onChoose: SettingsActions["chooseCurrency"];
};

export function ChooseCurrency({ currency, currencies, onChoose }: ChooseCurrencyProps) {
  const id = useId();
  const { problem, isSaving, save } = useSaving();
  return (
    <div>
      <div className="grid gap-x-4 gap-y-3 px-5 py-4 sm:grid-cols-[minmax(0,1fr)_14rem] sm:items-center">
        <div className="space-y-1">
          <label htmlFor={id} className="font-medium text-sm">
            Main currency
          </label>
          <p id={`${id}-hint`} className="text-pretty text-muted-foreground text-sm leading-relaxed">
            It comes first on the overview, and is taken where you name none. Nothing is converted.
          </p>
        </div>
        <Select
          id={id}
          aria-describedby={`${id}-hint`}
          disabled={isSaving}
          value={currency ?? ""}
          onChange={({ target }) => save(() => onChoose({ currency: target.value || null }))}
        >
          <option value="">As most of my accounts</option>
          {currencies.toSorted().map((code) => (
            <option key={code}>{code}</option>
          ))}
        </Select>
      </div>
      <SavingProblem problem={problem} />
    </div>
  );
}
