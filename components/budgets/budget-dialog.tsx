"use client";

import { v7 as uuidv7 } from "uuid";
import { Labelled } from "@/components/import/labelled";
import { Select } from "@/components/import/select";
import { FormDialog } from "@/components/money/form-dialog";
import { Input } from "@/components/ui/input";
import type { BudgetsResult } from "@/lib/contract/results/budgets-result";
import { isBudgetCategory } from "@/lib/domain/budget";
import { CATEGORY_IDS, categoryLabel } from "@/lib/domain/categories";
import { plainAmount } from "../money/plain-amount";
import type { BudgetActions } from "./budget-actions";

type Budget = BudgetsResult["budgets"][number];

type BudgetDialogProps = {
  /** The one that is changed; null for a new one. */
  budget: Budget | null;
  /** Categories that have one already are not offered again. */
  taken: readonly Budget[];
  currencies: readonly string[];
  onSet: BudgetActions["set"];
  onClose: () => void;
};

export function BudgetDialog({ budget, taken, currencies, onSet, onClose }: BudgetDialogProps) {
  const [main = "USD"] = currencies;
  const isTaken = (id: string) => taken.some(({ category }) => category === id);
  const offered = CATEGORY_IDS.filter((id) => isBudgetCategory(id) && !isTaken(id));
  return (
    <FormDialog
      title={budget ? `Budget for ${budget.label}` : "Add a budget"}
      description="What you mean to spend in a month. It is the same for every month, and what is left over is not carried on."
      saveLabel="Save"
      onClose={onClose}
      onSave={(fields) =>
        onSet({
          changeId: uuidv7(),
          category: budget?.category ?? String(fields.get("category")),
          currency: budget?.budgeted.currency ?? String(fields.get("currency") ?? main),
          amount: String(fields.get("amount")),
        })
      }
    >
      {!budget && (
        <Labelled label="Category">
          {(field) => (
            <Select {...field} name="category" required>
              {offered.map((id) => (
                <option key={id} value={id}>
                  {categoryLabel(id)}
                </option>
              ))}
            </Select>
          )}
        </Labelled>
      )}
      <Labelled label="Amount a month">
        {(field) => (
          <Input
            {...field}
            name="amount"
            inputMode="decimal"
            autoComplete="off"
            required
            placeholder="400"
            defaultValue={budget ? plainAmount(budget.budgeted) : ""}
          />
        )}
      </Labelled>
      {!budget && currencies.length > 1 && (
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
