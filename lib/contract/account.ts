import { z } from "zod";

export const EmailAddress = z
  .email("Enter an e-mail address like name@example.com.")
  .max(254)
  .transform((value) => value.toLowerCase());

/** At least 10 characters (NIST SP 800-63B asks for length, not for kinds of characters). */
export const Password = z
  .string()
  .min(10, "Use at least 10 characters.")
  .max(200, "Use at most 200 characters.");

const isTimeZone = (value: string): boolean => {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: value }).resolvedOptions().timeZone !== "";
  } catch {
    return false; // Intl throws a RangeError for a zone it does not know.
  }
};

/** An IANA zone such as "Europe/Berlin". */
export const TimeZone = z.string().max(64).refine(isTimeZone, "is not a time zone that we know");

/** Longer names are taken out of texts with difficulty, and nobody has one. */
export const MAX_PERSON_NAME = 100;

export const PersonName = z
  .string()
  .trim()
  .min(1, "Enter your name.")
  .max(MAX_PERSON_NAME, `Use at most ${MAX_PERSON_NAME} characters.`);

export const SignUp = z.object({
  name: PersonName,
  email: EmailAddress,
  password: Password,
  /**
   * IANA zone of the browser; periods such as "last month" are resolved in it. Nobody types it, so a zone that
   * this server does not know becomes UTC rather than an error the person could not mend.
   */
  timeZone: TimeZone.catch("UTC").default("UTC"),
});
export type SignUp = z.infer<typeof SignUp>;

export const SignIn = z.object({
  email: EmailAddress,
  password: z.string().min(1, "Enter your password.").max(200),
});
export type SignIn = z.infer<typeof SignIn>;

/** A person with an account, as the pages and use cases see them. Holds nothing secret. */
export type Person = { id: string; name: string; email: string; timeZone: string; isDemo: boolean };
