import { Input } from "@/components/ui/input";
import type { AccountType } from "@/lib/contract/banking";
import type { PreviewTarget } from "@/lib/contract/imports";
import type { AccountOption } from "./import-actions";
import { Labelled } from "./labelled";
import { Select } from "./select";
import { NEW_ACCOUNT } from "./use-import";

const TYPES: Record<AccountType, string> = {
  depository: "Checking or savings",
  credit: "Credit card",
  loan: "Loan",
  investment: "Investments",
  other: "Other",
};

const CURRENCIES = [
  "USD",
  "EUR",
  "GBP",
  "CHF",
  "CAD",
  "AUD",
  "NZD",
  "JPY",
  "SEK",
  "NOK",
  "DKK",
  "PLN",
  "CZK",
  "INR",
];

type AccountChoiceProps = {
  accounts: AccountOption[];
  target: PreviewTarget;
  onChange: (target: PreviewTarget) => void;
};

/** Where the rows go: an account there is, or a new one. */
export function AccountChoice({ accounts, target, onChange }: AccountChoiceProps) {
  const chosen = target.kind === "existing" ? target.accountId : "";
  return (
    <fieldset className="grid gap-4">
      <legend className="mb-3 font-semibold text-base tracking-tight">Account</legend>
      {accounts.length > 0 && (
        <Labelled label="Add to">
          {(field) => (
            <Select
              {...field}
              value={chosen}
              onChange={({ target: { value } }) =>
                onChange(value === "" ? NEW_ACCOUNT : { kind: "existing", accountId: value })
              }
            >
              <option value="">A new account</option>
              {accounts.map(({ id, institutionName, name, mask }) => (
                <option key={id} value={id}>
                  {institutionName}: {name}
                  {mask ? ` (${mask})` : ""}
                </option>
              ))}
            </Select>
          )}
        </Labelled>
      )}
      {target.kind === "new" && <NewAccount target={target} onChange={onChange} />}
    </fieldset>
  );
}

type NewTarget = Extract<PreviewTarget, { kind: "new" }>;

function NewAccount({ target, onChange }: { target: NewTarget; onChange: (target: NewTarget) => void }) {
  const currencies = new Set([...(target.currency ? [target.currency] : []), ...CURRENCIES]);
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <Labelled label="Bank">
        {(field) => (
          <Input
            {...field}
            value={target.institutionName}
            maxLength={80}
            autoComplete="off"
            onChange={({ target: { value } }) => onChange({ ...target, institutionName: value })}
          />
        )}
      </Labelled>
      <Labelled label="Account name">
        {(field) => (
          <Input
            {...field}
            value={target.accountName}
            maxLength={80}
            autoComplete="off"
            placeholder="Everyday account"
            onChange={({ target: { value } }) => onChange({ ...target, accountName: value })}
          />
        )}
      </Labelled>
      <Labelled label="Kind of account">
        {(field) => (
          <Select
            {...field}
            value={target.type ?? "depository"}
            onChange={({ target: { value } }) => onChange({ ...target, type: value as AccountType })}
          >
            {Object.entries(TYPES).map(([type, label]) => (
              <option key={type} value={type}>
                {label}
              </option>
            ))}
          </Select>
        )}
      </Labelled>
      <Labelled label="Currency">
        {(field) => (
          <Select
            {...field}
            value={target.currency ?? "USD"}
            onChange={({ target: { value } }) => onChange({ ...target, currency: value })}
          >
            {[...currencies].map((currency) => (
              <option key={currency}>{currency}</option>
            ))}
          </Select>
        )}
      </Labelled>
    </div>
  );
}
