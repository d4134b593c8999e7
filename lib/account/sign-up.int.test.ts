import { afterAll, describe, expect, it } from "vitest";
import { closeDatabase, database } from "../db/client";
import { findUserById } from "../db/queries/users";
import { getPerson } from "./get-person";
import { signUp } from "./sign-up";

const input = {
  name: "Robin",
  email: "robin@purser.example",
  password: "correct horse",
  timeZone: "Europe/Berlin",
};

afterAll(closeDatabase);

describe("signing up", () => {
  it("makes a person who is not a demo person, and keeps argon2id instead of the password", async () => {
    const { userId } = await signUp(input);
    expect(await getPerson(userId)).toEqual({
      id: userId,
      name: "Robin",
      email: "robin@purser.example",
      timeZone: "Europe/Berlin",
      isDemo: false,
    });
    const stored = await findUserById(database(), userId);
    expect(stored?.passwordHash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  });

  it("refuses an e-mail address that has an account, however it is capitalised", async () => {
    const email = "taken@purser.example";
    await signUp({ ...input, email });
    await expect(signUp({ ...input, email: "TAKEN@Purser.example" })).rejects.toMatchObject({
      code: "conflict",
      message: "There is already an account with this e-mail address. Sign in instead.",
    });
  });

  it("lets exactly one of two people have an address that both ask for at once", async () => {
    const twice = [1, 2].map(() => signUp({ ...input, email: "race@purser.example" }));
    const results = await Promise.allSettled(twice);
    expect(results.map((result) => result.status).sort()).toEqual(["fulfilled", "rejected"]);
  });

  it("makes demo persons for seeding", async () => {
    const { userId } = await signUp({ ...input, email: "demo@purser.example" }, { isDemo: true });
    expect(await getPerson(userId)).toMatchObject({ isDemo: true });
  });
});

describe("looking a person up", () => {
  it("says so when there is none", async () => {
    await expect(getPerson("00000000-0000-4000-8000-000000000000")).rejects.toMatchObject({
      code: "not_found",
    });
  });
});
