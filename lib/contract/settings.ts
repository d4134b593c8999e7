import { z } from "zod";
import { EmailAddress, Password, PersonName, TimeZone } from "./account";
import { Identifier } from "./identifier";

const CurrentPassword = z.string().min(1, "Enter your password.").max(200);

export const RenamePerson = z.object({ name: PersonName });
export type RenamePerson = z.infer<typeof RenamePerson>;

export const ChangeEmail = z.object({ email: EmailAddress, password: CurrentPassword });
export type ChangeEmail = z.infer<typeof ChangeEmail>;

export const ChangePassword = z
  .object({ password: CurrentPassword, newPassword: Password })
  .refine(({ password, newPassword }) => password !== newPassword, {
    error: "Choose another password than the one you have.",
    path: ["newPassword"],
  });
export type ChangePassword = z.infer<typeof ChangePassword>;

export const ChooseTimeZone = z.object({ timeZone: TimeZone });
export type ChooseTimeZone = z.infer<typeof ChooseTimeZone>;

/** Null: the currency that most accounts have. */
export const ChooseCurrency = z.object({
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/, "Choose one of the currencies of your accounts.")
    .nullable(),
});
export type ChooseCurrency = z.infer<typeof ChooseCurrency>;

export const OneSession = z.object({ sessionId: Identifier });
export type OneSession = z.infer<typeof OneSession>;

/** A device on which the person is signed in. */
export type SessionView = {
  id: string;
  /** Such as "Chrome on Windows". */
  device: string;
  /** The one that asks. */
  isThis: boolean;
  /** ISO 8601 UTC; up to ten minutes behind. */
  lastSeenAt: string;
  /** ISO 8601 UTC */
  signedInAt: string;
};

/** What a person can set, as it stands. */
export type SettingsView = {
  hasPassword: boolean;
  /** By which they sign in, such as "Google". */
  providers: string[];
  /** ISO 4217, as they chose; null: the one that most accounts have. */
  currency: string | null;
  /** Of their accounts, the one first that leads. */
  currencies: string[];
  bankCount: number;
  fileCount: number;
};
