import { createTransport } from "nodemailer";
import { env } from "../env";
import { AppError } from "../errors";
import { lazy } from "../lazy";

/** A mail server that does not answer must not hold a job for minutes. */
const PATIENCE_MS = 15_000;

export type Mail = {
  to: string;
  subject: string;
  text: string;
  html: string;
  /** Where a mail program sends a POST when its person wants no more of these (RFC 8058). */
  unsubscribeUrl: string;
};

const transport = lazy("mail", () =>
  createTransport({
    url: env().SMTP_URL,
    connectionTimeout: PATIENCE_MS,
    greetingTimeout: PATIENCE_MS,
    socketTimeout: PATIENCE_MS,
  }),
);

/** Whether there is a mail server to hand anything to. */
export const canMail = (): boolean => env().SMTP_URL !== undefined;

/** @throws {AppError} `unavailable` when the mail server did not take it */
export async function sendMail({ unsubscribeUrl, ...mail }: Mail): Promise<void> {
  try {
    await transport().sendMail({
      ...mail,
      from: env().MAIL_FROM ?? `Purser <no-reply@${new URL(env().AUTH_URL).hostname}>`,
      headers: {
        "List-Unsubscribe": `<${unsubscribeUrl}>`,
        "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
      },
    });
  } catch (error) {
    throw new AppError("unavailable", "The mail server did not take the message.", { cause: error });
  }
}
