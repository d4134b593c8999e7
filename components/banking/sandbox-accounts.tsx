"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import type { LinkInstitution, SandboxAccount } from "@/lib/contract/linking";
import { SandboxStep } from "./sandbox-step";

type SandboxAccountsProps = {
  institution: LinkInstitution;
  accounts: SandboxAccount[];
  isUpdate: boolean;
  /** @returns what is wrong, in words; null when it is done */
  onSubmit: (accountIds: string[]) => Promise<string | null>;
};

export function SandboxAccounts({ institution, accounts, isUpdate, onSubmit }: SandboxAccountsProps) {
  const all = accounts.map(({ accountId }) => accountId);
  const [chosen, setChosen] = useState(
    () => new Set(accounts.filter(({ isSelected }) => isSelected).map(({ accountId }) => accountId)),
  );
  const isWhole = chosen.size === all.length;
  const toggle = (accountId: string) =>
    setChosen((before) => {
      const after = new Set(before);
      if (!after.delete(accountId)) after.add(accountId);
      return after;
    });

  return (
    <SandboxStep
      institution={institution}
      title="Choose accounts"
      description={
        isUpdate
          ? "Purser reads the accounts that you choose. One that you take out is deleted here with its transactions."
          : "Purser reads the accounts that you choose, and nothing else. It cannot move money."
      }
      submitLabel={isUpdate ? "Save" : "Connect"}
      pendingLabel={isUpdate ? "Saving…" : "Connecting…"}
      isDisabled={chosen.size === 0}
      onSubmit={() => onSubmit(all.filter((accountId) => chosen.has(accountId)))}
    >
      <fieldset className="grid gap-2">
        <legend className="sr-only">Accounts</legend>
        <div className="flex items-center justify-between text-muted-foreground text-sm">
          <span role="status">
            {chosen.size === 0 ? "Choose at least one" : `${chosen.size} of ${all.length} chosen`}
          </span>
          <Button
            variant="link"
            size="sm"
            className="h-auto p-0"
            onClick={() => setChosen(new Set(isWhole ? [] : all))}
          >
            {isWhole ? "Choose none" : "Choose all"}
          </Button>
        </div>
        <div className="-m-1 grid max-h-72 gap-2 overflow-y-auto p-1">
          {accounts.map(({ accountId, name, mask, type, subtype }) => (
            <label
              key={accountId}
              className="flex cursor-pointer items-center gap-3 rounded-xl border px-4 py-3 transition-colors hover:bg-muted/60 has-checked:border-primary has-checked:bg-accent/50 has-focus-visible:outline-2 has-focus-visible:outline-ring"
            >
              <input
                type="checkbox"
                checked={chosen.has(accountId)}
                onChange={() => toggle(accountId)}
                className="size-4 shrink-0 accent-primary focus-visible:outline-none"
              />
              <span className="min-w-0">
                <span className="block truncate font-medium text-sm">{name}</span>
                <span className="block text-muted-foreground text-sm first-letter:uppercase">
                  {subtype ?? type}
                  {mask && <span className="tabular-nums"> · ending in {mask}</span>}
                </span>
              </span>
            </label>
          ))}
        </div>
      </fieldset>
    </SandboxStep>
  );
}
