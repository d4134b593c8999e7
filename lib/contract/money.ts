import { z } from "zod";

/** ISO 4217 code, upper case. */
export const CurrencyCode = z.string().regex(/^[A-Z]{3}$/);
export type CurrencyCode = z.infer<typeof CurrencyCode>;

/** Integer minor units (cents for USD) and the text to show, made on the server in the person's locale. */
export const Money = z.object({ amountMinor: z.int(), currency: CurrencyCode, formatted: z.string() });
export type Money = z.infer<typeof Money>;

/** Hundredths of a percent (1234 is 12.34 %) and the text to show, rounded to one decimal. */
export const Percent = z.object({ basisPoints: z.int(), formatted: z.string() });
export type Percent = z.infer<typeof Percent>;

/** A calendar date `YYYY-MM-DD`: no time, no zone. */
export const CalendarDate = z.iso.date();
export type CalendarDate = z.infer<typeof CalendarDate>;

/** Both ends included. */
export const Period = z.object({ start: CalendarDate, end: CalendarDate });
export type Period = z.infer<typeof Period>;
