import { readFileSync } from "node:fs";
import { EnvironmentError, parseEnvironment } from "../../lib/env";
import type { Problem } from "./problem";
import type { DeploySettings } from "./read-settings";

const IS_THIS_MACHINE = /[@/](localhost|127\.[\d.]+|\[::1\])([:/?]|$)/;
/** How an address says that what travels is encrypted. */
const ON_THE_WAY = [
  {
    name: "DATABASE_URL",
    isEncrypted: /[?&]sslmode=(require|verify-ca|verify-full)(&|$)/,
    form: "add ?sslmode=require, or verify-full where its certificate is by a known authority",
  },
  {
    name: "MONGODB_URI",
    isEncrypted: /^mongodb\+srv:(?!.*[?&](tls|ssl)=false)|[?&](tls|ssl)=true(&|$)/,
    form: "use mongodb+srv://, or add tls=true",
  },
  { name: "REDIS_URL", isEncrypted: /^rediss/, form: "use rediss:// instead of redis://" },
] as const;

/** Everything that is missing or wrong, by the schema that the application boots with, and what the two hosts ask for. */
export function checkSettings({ application, tools }: DeploySettings, file: string): Problem[] {
  const help = helpOfSettings();
  const problem = (name: string, complaint: string, remedy?: string): Problem => ({
    what: `${name} ${complaint}`,
    remedy: remedy ?? `Set it in ${file}. ${help.get(name) ?? ""}`.trim(),
  });
  const found = complaintsOfSchema(application).map(([name, complaint]) => problem(name, complaint));
  if (application.AUTH_URL?.startsWith("http://"))
    found.push(
      problem("AUTH_URL", "must start with https://", "People sign in there: give its address with TLS."),
    );
  if (application.WORKER_MODE === "inline")
    found.push(
      problem(
        "WORKER_MODE",
        "is inline",
        "Leave it out: Vercel runs no worker, the worker has a host of its own.",
      ),
    );
  for (const [name, value] of Object.entries(application))
    if (/[#"\r\n]|^\s|\s$/.test(value))
      found.push(
        problem(
          name,
          'holds #, ", a line end or a space at an end',
          "flyctl would change it: percent-encode it in an address, or choose another value.",
        ),
      );
  for (const { name, isEncrypted, form } of ON_THE_WAY) {
    const value = application[name];
    if (value && !IS_THIS_MACHINE.test(value) && !isEncrypted.test(value))
      found.push(
        problem(
          name,
          "is an address without TLS",
          `Between Vercel and the store lies the internet: ${form}.`,
        ),
      );
  }
  if (!tools.FLY_APP)
    found.push(
      problem(
        "FLY_APP",
        "is missing",
        `Make an app with \`flyctl apps create <name>\` and put FLY_APP=<name> into ${file}.`,
      ),
    );
  return found;
}

/** `[name, complaint]` of each setting that would stop the boot; never a value. */
export function complaintsOfSchema(application: Record<string, string>): [name: string, complaint: string][] {
  try {
    parseEnvironment(application);
    return [];
  } catch (error) {
    if (!(error instanceof EnvironmentError)) throw error;
    const [, ...lines] = error.message.split("\n");
    return lines.map((line) => {
      const [name = "", ...words] = line.trim().split(" ");
      return [name, words.join(" ")];
    });
  }
}

/** What .env.example says of each setting: the comment above it, else the heading. */
function helpOfSettings(): Map<string, string> {
  const help = new Map<string, string>();
  let heading = "";
  let comments: string[] = [];
  let isTold = false;
  for (const line of readFileSync(".env.example", "utf8").split("\n")) {
    const { title, comment, name } =
      /^# -{3} (?<title>.*?) -{3,}$|^# (?<comment>.*)$|^(?<name>[A-Z_]+)=$/.exec(line)?.groups ?? {};
    if (title !== undefined) [heading, comments] = [title, []];
    if (comment !== undefined) comments = isTold ? [comment] : [...comments, comment];
    if (name !== undefined) help.set(name, comments.length > 0 ? comments.join(" ") : heading);
    isTold = name !== undefined;
  }
  return help;
}
