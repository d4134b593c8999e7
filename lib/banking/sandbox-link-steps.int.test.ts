import { afterAll, describe, expect, it } from "vitest";
import { newPerson } from "../../tests/support/linked-bank";
import { closeDatabase } from "../db/client";
import { closeQueues } from "../queue/enqueue";
import { createLinkToken } from "./create-link-token";
import {
  answerSandboxQuestion,
  findSandboxInstitutions,
  finishSandboxLink,
  signInAtSandbox,
} from "./sandbox-link-steps";

afterAll(async () => {
  await Promise.all([closeQueues(), closeDatabase()]);
});

const INSTITUTION = "ins_109508";
const open = async () => (await createLinkToken(await newPerson())).linkToken;

describe("the window of the sandbox bank", () => {
  it("finds banks by a part of their name, whatever its case", async () => {
    const linkToken = await open();
    const all = await findSandboxInstitutions({ linkToken, query: "" });
    expect(all.length).toBeGreaterThanOrEqual(3);
    expect(await findSandboxInstitutions({ linkToken, query: "plAty" })).toMatchObject([
      { institutionId: INSTITUTION, name: "First Platypus Bank" },
    ]);
    expect(await findSandboxInstitutions({ linkToken, query: "no such bank" })).toEqual([]);
  });

  it("says in words that a password is wrong, and goes on with the right one", async () => {
    const login = { linkToken: await open(), institutionId: INSTITUTION, username: "user_good" };
    await expect(signInAtSandbox({ ...login, password: "wrong" })).rejects.toMatchObject({
      code: "invalid",
      message: expect.stringContaining("not right"),
    });
    expect(await signInAtSandbox({ ...login, password: "pass_good" })).toMatchObject({ status: "accounts" });
  });

  it("asks the question of a careful bank until it is answered", async () => {
    const login = { linkToken: await open(), institutionId: INSTITUTION };
    const asked = await signInAtSandbox({ ...login, username: "user_mfa", password: "any" });
    if (asked.status !== "question") throw new Error("no question");
    expect(asked.question).toMatch(/code/);
    const { sessionId } = asked;
    await expect(answerSandboxQuestion({ sessionId, answer: "0000" })).rejects.toMatchObject({
      code: "invalid",
      message: expect.stringContaining("not right"),
    });
    expect(await answerSandboxQuestion({ sessionId, answer: "1234" })).toMatchObject({ status: "accounts" });
  });

  it("hands back a token and names the accounts that were chosen", async () => {
    const login = { linkToken: await open(), institutionId: INSTITUTION };
    const step = await signInAtSandbox({ ...login, username: "user_good", password: "pass_good" });
    if (step.status !== "accounts") throw new Error("no accounts");
    const [first] = step.accounts;
    const end = await finishSandboxLink({ sessionId: step.sessionId, accountIds: [first?.accountId ?? ""] });
    expect(end).toMatchObject({
      publicToken: expect.stringMatching(/^public-/),
      metadata: { institution: { institutionId: INSTITUTION }, accounts: [{ name: first?.name }] },
    });
  });

  it.each([
    [
      "an unknown link token",
      "error_none",
      "link-sandbox-00000000-0000-4000-8000-000000000000",
      "open for too long",
    ],
    ["a locked account", "error_ITEM_LOCKED", null, "locked"],
    ["a password to be changed first", "error_PASSWORD_RESET_REQUIRED", null, "did not let you sign in"],
  ])("explains %s", async (_what, password, token, words) => {
    const login = { linkToken: token ?? (await open()), institutionId: INSTITUTION, username: "user_good" };
    await expect(signInAtSandbox({ ...login, password })).rejects.toMatchObject({
      code: "invalid",
      message: expect.stringContaining(words),
    });
  });
});
