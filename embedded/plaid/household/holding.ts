import type { CalendarDate } from "./calendar";

export type Security = {
  key: string;
  name: string;
  ticker: string | null;
  type: "etf" | "equity" | "mutual fund" | "fixed income" | "cash" | "other";
  isCash: boolean;
};

/** A position on one day. Values are in minor units; price and quantity are decimal numbers. */
export type Holding = {
  security: Security;
  quantity: number;
  price: number;
  pricedOn: CalendarDate | null;
  valueCents: number;
  costCents: number | null;
};
