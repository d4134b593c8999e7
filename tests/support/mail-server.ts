import { SMTPServer } from "smtp-server";

export type MailServer = {
  url: string;
  /** What was delivered, in order. */
  messages: { to: string[]; raw: string }[];
  /** Says no to whatever comes. */
  refuses: boolean;
  stop(): Promise<void>;
};

/** A real SMTP server in this process that keeps what it is given. */
export async function startMailServer(): Promise<MailServer> {
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onRcptTo: (_address, _session, answer) => {
      answer(mail.refuses ? Object.assign(new Error("Not now"), { responseCode: 451 }) : undefined);
    },
    onData: (stream, session, answer) => {
      let raw = "";
      stream.on("data", (bytes: Buffer) => {
        raw += bytes.toString("utf8");
      });
      stream.on("end", () => {
        mail.messages.push({ to: session.envelope.rcptTo.map(({ address }) => address), raw });
        answer();
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", () => resolve()));
  const address = server.server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  const mail: MailServer = {
    url: `smtp://127.0.0.1:${port}`,
    messages: [],
    refuses: false,
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
  return mail;
}
