import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { signedIn } from "../../tests/support/signed-in";
import { closeDatabase, database } from "../db/client";
import { insertUser, removePassword } from "../db/queries/users";
import { users } from "../db/schema/people";
import { findSessionPerson } from "./find-session-person";
import { signUp } from "./sign-up";
import { verifyCredentials } from "./verify-credentials";

const email = "robin@purser.example";
const password = "correct horse";
const NOW = new Date("2026-11-20T12:00:00Z");
const signUpAs = (address: string) => signUp({ name: "Robin", email: address, password, timeZone: "UTC" });

beforeAll(() => signUpAs(email));
afterAll(closeDatabase);

describe("checking e-mail and password", () => {
  it("finds the person, and tells nothing of the hash", async () => {
    const verified = await verifyCredentials({ email, password });
    expect(verified?.person).toMatchObject({ name: "Robin", email });
    expect(JSON.stringify(verified)).not.toContain("argon2");
  });

  it("takes the address in any case", async () => {
    expect(await verifyCredentials({ email: "ROBIN@purser.example", password })).not.toBeNull();
  });

  it("answers null for a wrong password, an unknown address and an account without a password", async () => {
    const values = {
      name: "G",
      email: "google@purser.example",
      timeZone: "UTC",
      isDemo: false,
      passwordHash: null,
    };
    await insertUser(database(), values);
    expect(await verifyCredentials({ email, password: "wrong horse" })).toBeNull();
    expect(await verifyCredentials({ email: "nobody@purser.example", password })).toBeNull();
    expect(await verifyCredentials({ email: values.email, password })).toBeNull();
  });

  it("works as hard for an unknown address as for a wrong password", async () => {
    // Processor time, not the clock: it stays the same on a busy machine.
    const workFor = async (address: string) => {
      const before = process.cpuUsage();
      for (let round = 0; round < 7; round++) {
        await verifyCredentials({ email: address, password: "wrong horse" });
      }
      return process.cpuUsage(before).user;
    };
    await workFor(email);
    const known = await workFor(email);
    const unknown = await workFor("nobody@purser.example");
    // Without the decoy the unknown address takes a tenth.
    expect(unknown).toBeGreaterThan(known * 0.4);
  });
});

describe("a session that began with a password", () => {
  it("ends when that password is gone, while one without a password goes on", async () => {
    const address = "leaver@purser.example";
    const { userId } = await signUpAs(address);
    const verified = await verifyCredentials({ email: address, password });
    const passwordMark = String(verified?.passwordMark);
    const byPassword = await signedIn(userId, { passwordMark, at: NOW });
    const byProvider = await signedIn(userId, { at: NOW });
    expect(await findSessionPerson(byPassword, NOW)).toMatchObject({ id: userId, email: address });
    await removePassword(database(), userId);
    expect(await findSessionPerson(byPassword, NOW)).toBeNull();
    expect(await findSessionPerson(byProvider, NOW)).toMatchObject({ id: userId });
  });

  it("ends fourteen days after signing in", async () => {
    const { userId } = await signUpAs("stayer@purser.example");
    const session = await signedIn(userId, { at: NOW });
    const later = (seconds: number) => new Date(NOW.getTime() + (14 * 86_400 + seconds) * 1_000);
    expect(await findSessionPerson(session, later(-1))).toMatchObject({ id: userId });
    expect(await findSessionPerson(session, later(0))).toBeNull();
  });

  it("ends when the person is deleted", async () => {
    const { userId } = await signUpAs("gone@purser.example");
    const session = await signedIn(userId, { at: NOW });
    expect(await findSessionPerson(session, NOW)).toMatchObject({ id: userId });
    await database().delete(users).where(eq(users.id, userId));
    expect(await findSessionPerson(session, NOW)).toBeNull();
  });
});
