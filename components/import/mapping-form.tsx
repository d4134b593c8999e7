import type { DateOrder, ImportColumn, ImportOverrides, ImportPreview } from "@/lib/contract/imports";
import { formatDate } from "@/lib/domain/calendar";
import { Labelled } from "./labelled";
import { Select } from "./select";

const ONE_AMOUNT: readonly [ImportColumn, string][] = [
  ["amount", "Amount"],
  ["direction", "In or out"],
];
const TWO_AMOUNTS: readonly [ImportColumn, string][] = [
  ["debit", "Money out"],
  ["credit", "Money in"],
];
const FIRST: readonly [ImportColumn, string][] = [
  ["date", "Date"],
  ["description", "Description"],
  ["merchant", "Merchant or payee"],
];
const OTHERS: readonly [ImportColumn, string][] = [
  ["category", "Category"],
  ["balance", "Balance"],
  ["currency", "Currency"],
  ["postedDate", "Posting date"],
  ["status", "Pending or not"],
];

type MappingFormProps = {
  preview: ImportPreview;
  overrides: ImportOverrides;
  onChange: (overrides: ImportOverrides) => void;
};

/** What each column means and how dates and amounts are written: guessed, and the person's to correct. */
export function MappingForm({ preview, overrides, onChange }: MappingFormProps) {
  const { mapping } = preview;
  const set = (changes: ImportOverrides) => onChange({ ...overrides, ...changes });
  const isSplit =
    overrides.amount === null ||
    (mapping.amount === null && (mapping.debit !== null || mapping.credit !== null));
  const split = (isTwo: boolean) => {
    const { amount: _amount, ...others } = overrides;
    const single = mapping.amount ?? mapping.debit ?? mapping.credit;
    if (isTwo) onChange({ ...others, amount: null, direction: null, debit: single, credit: mapping.credit });
    else onChange({ ...others, ...(single !== null && { amount: single }), debit: null, credit: null });
  };
  const column = ([name, label]: readonly [ImportColumn, string]) => (
    <ColumnSelect
      key={name}
      label={label}
      preview={preview}
      value={mapping[name]}
      onChange={(value) => set({ [name]: value })}
    />
  );
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      {FIRST.map(column)}
      <Labelled label="Amounts are">
        {(field) => (
          <Select
            {...field}
            value={isSplit ? "two" : "one"}
            onChange={({ target: { value } }) => split(value === "two")}
          >
            <option value="one">In one column</option>
            <option value="two">In two: money out and money in</option>
          </Select>
        )}
      </Labelled>
      {(isSplit ? TWO_AMOUNTS : ONE_AMOUNT).map(column)}
      {OTHERS.map(column)}
      <Labelled label="Dates such as 03/04">
        {(field) => (
          <Select
            {...field}
            value={mapping.dateOrder ?? ""}
            onChange={({ target: { value } }) =>
              set({ dateOrder: value === "" ? null : (value as DateOrder) })
            }
          >
            {mapping.dateOrder === null && <option value="">No such dates</option>}
            <option value="day_first">Day first</option>
            <option value="month_first">Month first</option>
          </Select>
        )}
      </Labelled>
      <Labelled label="Decimals">
        {(field) => (
          <Select
            {...field}
            value={mapping.decimalMark}
            onChange={({ target: { value } }) => set({ decimalMark: value === "," ? "," : "." })}
          >
            <option value=".">Point: 1,234.56</option>
            <option value=",">Comma: 1.234,56</option>
          </Select>
        )}
      </Labelled>
      <label className="flex items-center gap-2.5 self-end py-2 text-sm">
        <input
          type="checkbox"
          checked={mapping.isOutPositive}
          onChange={({ target: { checked } }) => set({ isOutPositive: checked })}
          className="size-4 accent-primary"
        />
        Turn the signs round: money out is positive
      </label>
    </div>
  );
}

type ColumnSelectProps = {
  label: string;
  preview: ImportPreview;
  value: number | null;
  onChange: (value: number | null) => void;
};

function ColumnSelect({ label, preview, value, onChange }: ColumnSelectProps) {
  const samples = value === null ? [] : (preview.columns[value]?.samples ?? []);
  return (
    <Labelled label={label} hint={samples.length > 0 ? samples.join(" · ") : undefined}>
      {(field) => (
        <Select
          {...field}
          value={value ?? ""}
          onChange={({ target }) => onChange(target.value === "" ? null : Number(target.value))}
        >
          <option value="">Not in the file</option>
          {preview.columns.map(({ name }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the position is what a column is.
            <option key={index} value={index}>
              {name}
            </option>
          ))}
        </Select>
      )}
    </Labelled>
  );
}

type DateQuestionProps = {
  readings: NonNullable<ImportPreview["dateReadings"]>;
  onAnswer: (order: DateOrder) => void;
};

/** Asked only where nothing in the file tells. */
export function DateQuestion({ readings, onAnswer }: DateQuestionProps) {
  return (
    <fieldset className="grid gap-2">
      <legend className="mb-2 font-medium text-sm">Which day is “{readings.text}”?</legend>
      {(["month_first", "day_first"] as const).map((order) => (
        <label
          key={order}
          className="flex cursor-pointer items-center gap-3 rounded-xl border px-4 py-3 text-sm hover:bg-muted/60 has-focus-visible:outline-2 has-focus-visible:outline-ring"
        >
          <input
            type="radio"
            name="dateOrder"
            onChange={() => onAnswer(order)}
            className="size-4 accent-primary focus-visible:outline-none"
          />
          {formatDate(readings[order])}
        </label>
      ))}
    </fieldset>
  );
}
