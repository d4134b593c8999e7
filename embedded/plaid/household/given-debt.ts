import type { CalendarDate } from "./calendar";

export type AprType = "purchase_apr" | "cash_apr" | "balance_transfer_apr" | "special";

/** What a test user said of a debt; it wins over what follows from the rows. Percent and minor units. */
export type GivenDebt = {
  aprs?: { type: AprType; percent: number }[];
  lastPaymentCents?: number;
  minimumPaymentCents?: number;
  isOverdue?: boolean;
  originatedOn?: CalendarDate;
  principalCents?: number;
  ratePercent?: number;
  loanName?: string;
  guarantor?: string;
  expectedPayoffOn?: CalendarDate;
  paymentReference?: string;
  sequenceNumber?: string;
};
