import type { Money, Percent } from "../../../lib/contract/money";

/** A number as it is shown. `text` is null where the bank does not state it; `isGain` is money that came in. */
type Figure = { text: string | null; isGain: boolean };

export type Cell = string | Figure;

export type Row = { key: string; cells: Cell[] };

/** `columns` name the cells; a table of one figure a row speaks for itself, and only screen readers are told them. */
export type Table = { title: string; columns: string[]; rows: Row[]; note?: string };

/** What a person sees of a result, whatever its kind: one honest line, and what stands behind it. */
export type ResultView = {
  line: string;
  tables: Table[];
  /** Plain sentences: the filters that were used, what is taken for granted. */
  notes: string[];
};

export const figure = (value: Money | Percent | null | undefined): Figure => ({
  text: value?.formatted ?? null,
  isGain: false,
});

/** Money in carries its sign; money out has one already. */
export const signed = (money: Money): Figure => {
  const isGain = money.amountMinor > 0;
  return { text: isGain ? `+${money.formatted}` : money.formatted, isGain };
};

export const plainNumber = (number: number): Figure => ({
  text: number.toLocaleString("en-US"),
  isGain: false,
});

/** Rows get their place as key where nothing else tells them apart. */
export const toRows = <Item>(items: readonly Item[], toCells: (item: Item) => Cell[]): Row[] =>
  items.map((item, index) => ({ key: String(index), cells: toCells(item) }));
