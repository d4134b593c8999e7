import { z } from "zod";
import { CalendarDate, Money, Period } from "./money";

/** What a person is told of a week, as it was when it was written. Names come from banks: untrusted text. */
export const Digest = z.object({
  /** Monday to Sunday. */
  week: Period,
  /** One per currency. `usual`: in a week on average before; null when no whole week is known. Positive is spent. */
  spending: z.array(z.object({ spent: Money, usual: Money.nullable() })),
  /** What cost most, positive. */
  biggest: z.array(z.object({ id: z.string(), date: CalendarDate, merchant: z.string(), amount: Money })),
  /** Of the next seven days, and what is late. */
  bills: z.array(z.object({ name: z.string(), date: CalendarDate, amount: Money, isEstimate: z.boolean() })),
  insights: z.array(z.object({ title: z.string(), text: z.string() })),
});
export type Digest = z.infer<typeof Digest>;

/** What is left out stays as it is. */
export const ChooseDigest = z
  .object({ inApp: z.boolean(), byEmail: z.boolean() })
  .partial()
  .refine((choice) => Object.keys(choice).length > 0, "Choose where you want it.");
export type ChooseDigest = z.infer<typeof ChooseDigest>;

/** `byEmail` is null where there is no mail server. */
export type DigestSettings = { inApp: boolean; byEmail: boolean | null };

/** The Monday with which the week began. */
export const OneDigest = z.object({ weekStart: CalendarDate });
export type OneDigest = z.infer<typeof OneDigest>;
