import { sql } from "drizzle-orm";
import { pino } from "pino";
import { CountryCode } from "plaid";
import { afterAll, describe, expect, it } from "vitest";
import { closeDatabase, database } from "./db/client";
import { users } from "./db/schema/people";
import { closeDocuments, withDocuments } from "./documents/connection";
import { createDocumentIndexes } from "./documents/create-indexes";
import { messageModel } from "./documents/message-model";
import { AppError } from "./errors";
import { logOptions } from "./log";
import { plaid } from "./plaid/client";
import { closeRedis, redis } from "./redis";

const SECRET = "hunter2-and-all-that";

afterAll(() => Promise.all([closeDatabase(), closeDocuments(), closeRedis()]));

const thrownBy = (work: () => PromiseLike<unknown>): Promise<unknown> =>
  Promise.resolve(work()).then(
    () => expect.unreachable("should fail"),
    (thrown: unknown) => thrown,
  );

/** The line that the log writes, as text and as data. */
function lineOf(write: (log: pino.Logger) => void): { text: string; data: Record<string, unknown> } {
  let text = "";
  write(pino(logOptions, { write: (line: string) => (text += line) }));
  return { text, data: JSON.parse(text) as Record<string, unknown> };
}

const person = (email: string) => ({
  name: SECRET,
  email,
  timeZone: "UTC",
  isDemo: false,
  passwordHash: `$argon2id$${SECRET}`,
});

const document = {
  _id: SECRET,
  conversationId: "c1",
  userId: "u1",
  role: "user" as const,
  parts: [{ type: "text" as const, text: SECRET }],
  seq: 0,
  attempt: 1,
  createdAt: new Date(0),
};

async function takenAddress(): Promise<unknown> {
  const insert = () =>
    database()
      .insert(users)
      .values(person(`${SECRET}@purser.example`));
  await insert().catch(() => undefined);
  return thrownBy(insert);
}

const failures: [string, () => Promise<unknown>, RegExp][] = [
  ["a row that breaks a constraint", takenAddress, /Failed query: insert into.*23505.*users_email/s],
  [
    "a value that PostgreSQL cannot read",
    () => thrownBy(() => database().execute(sql`select ${SECRET}::uuid`)),
    /22P02/,
  ],
  [
    "a document whose key is taken",
    () =>
      thrownBy(() =>
        withDocuments(async () => {
          await createDocumentIndexes();
          await messageModel().create(document);
          await messageModel().create(document);
        }),
      ),
    /E11000/,
  ],
  [
    "a document that Mongoose refuses",
    () =>
      thrownBy(() => messageModel().create({ ...document, role: SECRET as "user", seq: SECRET as never })),
    /Not valid: .*role.*enum.*failed at path role/s,
  ],
  [
    "a command that Redis refuses",
    () => thrownBy(() => redis().call("NO-SUCH-COMMAND", SECRET)),
    /unknown command/,
  ],
  [
    "a request that Plaid refuses, as the SDK throws it",
    () =>
      thrownBy(() =>
        plaid().institutionsGetById({ institution_id: SECRET, country_codes: [CountryCode.Us] }),
      ),
    /AxiosError.*status code 400/s,
  ],
  [
    "text that is no JSON",
    () => thrownBy(async () => JSON.parse(`${SECRET} "quoted" ${SECRET}`) as unknown),
    /SyntaxError/,
  ],
];

describe("an error in the log", () => {
  it.each(failures)("tells the reason of %s, and none of the values", async (_, fail, reason) => {
    const failure = await fail();
    const wrapped = new AppError("internal", "It failed.", { cause: failure });
    const auth = new Error("as Auth.js wraps", { cause: { err: failure, provider: "github" } });
    const writings: ((log: pino.Logger) => void)[] = [
      (log) => log.error({ err: failure }, "failed"),
      (log) => log.error({ err: failure }),
      (log) => log.error(failure),
      (log) => log.error({ cause: failure, other: failure }, "failed: %s", failure),
      (log) => log.error({ err: wrapped }, "failed"),
      (log) => log.error({ err: auth }, "failed"),
      (log) => log.child({ err: failure }).error("failed"),
    ];
    for (const write of writings) {
      const { text } = lineOf(write);
      expect(text).not.toContain(SECRET);
      expect(text).not.toMatch(/PLAID-SECRET|argon2/);
      expect(text).toMatch(reason);
    }
  });

  it("says where it was thrown", async () => {
    const { data } = lineOf((log) => log.error({ err: new TypeError("first line\nsecond line") }, "failed"));
    expect(data.msg).toBe("failed");
    expect(data.err).toMatchObject({
      type: "TypeError",
      message: "first line\nsecond line",
      stack: expect.stringMatching(/^TypeError: first line\nsecond line\n {4}at .*log\.int\.test/),
    });
  });

  it("stays finite when it is its own cause", () => {
    const circle = new Error("round");
    circle.cause = circle;
    expect(lineOf((log) => log.error({ err: circle }, "failed")).text).toContain("TooDeep");
  });

  it("leaves the other fields of the line as they are", () => {
    const { data } = lineOf((log) => log.info({ runId: "r1", password: "x", status: 200 }, "request"));
    expect(data).toMatchObject({ runId: "r1", password: "[redacted]", status: 200, msg: "request" });
  });
});
