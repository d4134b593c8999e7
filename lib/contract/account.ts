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

export const SignUp = z.object({
  name: z.string().trim().min(1, "Enter your name.").max(100),
  email: EmailAddress,
  password: Password,
  /** IANA zone of the browser; periods such as "last month" are resolved in it. */
  timeZone: z.string().max(64).default("UTC"),
});
export type SignUp = z.infer<typeof SignUp>;

export const SignIn = z.object({
  email: EmailAddress,
  password: z.string().min(1, "Enter your password.").max(200),
});
export type SignIn = z.infer<typeof SignIn>;
