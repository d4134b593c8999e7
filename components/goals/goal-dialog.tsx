"use client";

import { useState } from "react";
import { v7 as uuidv7 } from "uuid";
import { Labelled } from "@/components/import/labelled";
import { Select } from "@/components/import/select";
import { FormDialog } from "@/components/money/form-dialog";
import { plainAmount } from "@/components/money/plain-amount";
import { Input } from "@/components/ui/input";
import type { Goal } from "@/lib/domain/goal";
import type { GoalActions } from "./goal-actions";

export type SavingAccount = { id: string; name: string; currency: string };

type GoalDialogProps = {
  /** The one that is changed; null for a new one. */
  goal: Goal | null;
  accounts: readonly SavingAccount[];
  currencies: readonly string[];
  actions: Pick<GoalActions, "add" | "edit">;
  onClose: () => void;
};

export function GoalDialog({ goal, accounts, currencies, actions, onClose }: GoalDialogProps) {
  const [accountId, setAccountId] = useState(goal?.accountId ?? "");
  const account = accounts.find(({ id }) => id === accountId);
  const [main = "USD"] = currencies;

  function save(fields: FormData) {
    const text = (name: string) => String(fields.get(name) ?? "");
    const form = {
      name: text("name"),
      target: text("target"),
      targetDate: text("targetDate") || null,
      accountId: accountId || null,
      saved: text("saved"),
      currency: account?.currency ?? goal?.currency ?? (text("currency") || main),
    };
    return goal ? actions.edit({ ...form, goalId: goal.id }) : actions.add({ ...form, changeId: uuidv7() });
  }

  return (
    <FormDialog
      title={goal ? `Change ${goal.name}` : "Add a goal"}
      description="What you save for. No money is moved: Purser only watches how far you are."
      saveLabel="Save"
      onClose={onClose}
      onSave={save}
    >
      <Labelled label="Name">
        {(field) => (
          <Input
            {...field}
            name="name"
            required
            maxLength={80}
            autoComplete="off"
            placeholder="A new roof"
            defaultValue={goal?.name ?? ""}
          />
        )}
      </Labelled>
      <div className="grid gap-4 sm:grid-cols-2">
        <Labelled label="How much it takes">
          {(field) => (
            <Input
              {...field}
              name="target"
              required
              inputMode="decimal"
              autoComplete="off"
              placeholder="12,000"
              defaultValue={
                goal ? plainAmount({ amountMinor: goal.targetMinor, currency: goal.currency }) : ""
              }
            />
          )}
        </Labelled>
        <Labelled label="By when (optional)">
          {(field) => (
            <Input {...field} name="targetDate" type="date" defaultValue={goal?.targetDate ?? ""} />
          )}
        </Labelled>
      </div>
      <Labelled label="Saved on">
        {(field) => (
          <Select {...field} value={accountId} onChange={(event) => setAccountId(event.target.value)}>
            <option value="">No account: I say what is saved</option>
            {accounts.map(({ id, name, currency }) => (
              <option key={id} value={id}>
                {currencies.length > 1 ? `${name} (${currency})` : name}
              </option>
            ))}
          </Select>
        )}
      </Labelled>
      {accountId === "" && (
        <Labelled label="Saved so far">
          {(field) => (
            <Input
              {...field}
              name="saved"
              inputMode="decimal"
              autoComplete="off"
              placeholder="0"
              defaultValue={
                goal ? plainAmount({ amountMinor: goal.savedMinor, currency: goal.currency }) : ""
              }
            />
          )}
        </Labelled>
      )}
      {accountId === "" && !goal && currencies.length > 1 && (
        <Labelled label="Currency">
          {(field) => (
            <Select {...field} name="currency" defaultValue={main}>
              {currencies.map((currency) => (
                <option key={currency}>{currency}</option>
              ))}
            </Select>
          )}
        </Labelled>
      )}
    </FormDialog>
  );
}
