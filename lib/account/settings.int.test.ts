import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { afterAll, describe, expect, it } from "vitest";
import { signedIn } from "../../tests/support/signed-in";
import { storedAccount, storedBank } from "../../tests/support/stored-bank";
import { closeDatabase, database } from "../db/client";
import { findUserById, insertIdentity } from "../db/queries/users";
import { users } from "../db/schema/people";
import { openLedger } from "../insights/open-ledger";
import { closeRedis } from "../redis";
import { changeEmail } from "./change-email";
import { changePassword } from "./change-password";
import { chooseCurrency } from "./choose-currency";
import { chooseTimeZone } from "./choose-time-zone";
import { findSessionPerson } from "./find-session-person";
import { getPerson } from "./get-person";
import { passwordMark } from "./password-hash";
import { readSettings } from "./read-settings";
import { renamePerson } from "./rename-person";
import { signUp } from "./sign-up";
import { verifyCredentials } from "./verify-credentials";

afterAll(() => Promise.all([closeDatabase(), closeRedis()]));

const PASSWORD = "correct horse battery";
const client = () => `client-${randomUUID()}`;

async function newPerson() {
  const email = `${randomUUID()}@purser.example`;
  const { userId } = await signUp({ email, password: PASSWORD, name: "Robin", timeZone: "UTC" });
  return { id: userId, email };
}

/** As somebody who joined their account with Google or GitHub has none. */
const withoutPassword = ({ id }: { id: string }) =>
  database().update(users).set({ passwordHash: null }).where(eq(users.id, id));

/** A device on which the person signed in with the password that they have now. */
async function signedInByPassword({ id }: { id: string }) {
  const found = await findUserById(database(), id);
  return signedIn(id, { passwordMark: passwordMark(found?.passwordHash ?? "") });
}

describe("the name", () => {
  it("is another from then on, for nobody else", async () => {
    const [person, other] = [await newPerson(), await newPerson()];
    await renamePerson(person.id, "Robin Redbreast");
    expect(await getPerson(person.id)).toMatchObject({ name: "Robin Redbreast" });
    expect(await getPerson(other.id)).toMatchObject({ name: "Robin" });
  });
});

describe("the e-mail address", () => {
  const another = () => `${randomUUID()}@purser.example`;

  it("is changed by whoever knows the password, who then signs in with the new one", async () => {
    const person = await newPerson();
    const email = another();
    await changeEmail(person, { email, password: PASSWORD }, client());
    expect(await verifyCredentials({ email, password: PASSWORD })).toMatchObject({
      person: { id: person.id },
    });
    expect(await verifyCredentials({ email: person.email, password: PASSWORD })).toBeNull();
  });

  it("stays with a wrong password, and guesses count as those of signing in", async () => {
    const person = await newPerson();
    const from = client();
    const guess = () => changeEmail(person, { email: another(), password: "wrong horse" }, from);
    for (let guesses = 0; guesses < 10; guesses += 1)
      await expect(guess()).rejects.toMatchObject({ code: "forbidden" });
    await expect(guess()).rejects.toMatchObject({ code: "rate_limited" });
    expect(await getPerson(person.id)).toMatchObject({ email: person.email });
  });

  it("cannot be one that somebody else has, however it is written", async () => {
    const [person, other] = [await newPerson(), await newPerson()];
    const change = changeEmail(person, { email: other.email.toUpperCase(), password: PASSWORD }, client());
    await expect(change).rejects.toMatchObject({ code: "conflict" });
    expect(await getPerson(person.id)).toMatchObject({ email: person.email });
  });

  it("stays where there is no password to know", async () => {
    const person = await newPerson();
    await withoutPassword(person);
    const change = changeEmail(person, { email: another(), password: PASSWORD }, client());
    await expect(change).rejects.toMatchObject({ code: "forbidden" });
  });
});

describe("the password", () => {
  const NEW = "battery horse correct";
  const now = () => new Date();

  it("is changed by whoever knows the old one: this device stays, all others are signed out", async () => {
    const person = await newPerson();
    const [mine, other] = [await signedInByPassword(person), await signedInByPassword(person)];
    const byProvider = await signedIn(person.id);
    await changePassword(
      { ...mine, email: person.email, client: client() },
      { password: PASSWORD, newPassword: NEW },
    );
    expect(await findSessionPerson(mine, now())).toMatchObject({ id: person.id });
    expect(await findSessionPerson(other, now())).toBeNull();
    expect(await findSessionPerson(byProvider, now())).toBeNull();
    expect(await verifyCredentials({ email: person.email, password: NEW })).not.toBeNull();
    expect(await verifyCredentials({ email: person.email, password: PASSWORD })).toBeNull();
  });

  it("signs out also a device that signed in with the old one at the very moment", async () => {
    const person = await newPerson();
    const mine = await signedInByPassword(person);
    const old = passwordMark((await findUserById(database(), person.id))?.passwordHash ?? "");
    await changePassword(
      { ...mine, email: person.email, client: client() },
      { password: PASSWORD, newPassword: NEW },
    );
    expect(await findSessionPerson(await signedIn(person.id, { passwordMark: old }), now())).toBeNull();
  });

  it("stays, and nobody is signed out, when the old one is wrong", async () => {
    const person = await newPerson();
    const [mine, other] = [await signedInByPassword(person), await signedInByPassword(person)];
    const change = changePassword(
      { ...mine, email: person.email, client: client() },
      { password: "wrong horse", newPassword: NEW },
    );
    await expect(change).rejects.toMatchObject({
      code: "forbidden",
      message: expect.stringContaining("not your"),
    });
    expect(await findSessionPerson(other, now())).toMatchObject({ id: person.id });
    expect(await verifyCredentials({ email: person.email, password: PASSWORD })).not.toBeNull();
  });

  it("is not given to an account that has none", async () => {
    const person = await newPerson();
    const mine = await signedIn(person.id);
    await withoutPassword(person);
    const change = changePassword(
      { ...mine, email: person.email, client: client() },
      { password: PASSWORD, newPassword: NEW },
    );
    await expect(change).rejects.toMatchObject({ code: "forbidden" });
    expect(await readSettings(person.id)).toMatchObject({ hasPassword: false });
  });
});

describe("the time zone", () => {
  it("decides what today is", async () => {
    const person = await newPerson();
    const lateInUtc = new Date("2026-11-24T23:30:00Z");
    expect((await openLedger(person.id, lateInUtc)).today).toBe("2026-11-24");
    await chooseTimeZone(person.id, "Asia/Tokyo");
    expect((await openLedger(person.id, lateInUtc)).today).toBe("2026-11-25");
  });
});

describe("the main currency", () => {
  async function personWithAccounts(currencies: readonly string[]) {
    const bank = await storedBank();
    for (const currency of currencies) await storedAccount(bank, { currency });
    return bank.userId;
  }
  const currenciesOf = async (userId: string) =>
    (await (await openLedger(userId, new Date())).coverage()).currencies;

  it("is the one that most accounts have, until another is chosen, and again afterwards", async () => {
    const userId = await personWithAccounts(["USD", "EUR", "EUR", "GBP"]);
    expect(await currenciesOf(userId)).toEqual(["EUR", "GBP", "USD"]);
    await chooseCurrency(userId, "USD");
    expect(await currenciesOf(userId)).toEqual(["USD", "EUR", "GBP"]);
    expect(await readSettings(userId)).toMatchObject({ currency: "USD", currencies: ["USD", "EUR", "GBP"] });
    await chooseCurrency(userId, null);
    expect(await currenciesOf(userId)).toEqual(["EUR", "GBP", "USD"]);
  });

  it("can only be one that an account has", async () => {
    const userId = await personWithAccounts(["EUR"]);
    await expect(chooseCurrency(userId, "CHF")).rejects.toMatchObject({ code: "invalid" });
    expect(await readSettings(userId)).toMatchObject({ currency: null, currencies: ["EUR"] });
  });
});

describe("the settings as they stand", () => {
  it("say how the person signs in and what is linked", async () => {
    const { userId } = await storedBank();
    await storedBank({ userId });
    expect(await readSettings(userId)).toMatchObject({
      hasPassword: true,
      providers: [],
      bankCount: 2,
      fileCount: 0,
    });
    await insertIdentity(database(), userId, { provider: "google", providerAccountId: randomUUID() });
    await insertIdentity(database(), userId, { provider: "github", providerAccountId: randomUUID() });
    await withoutPassword({ id: userId });
    expect(await readSettings(userId)).toMatchObject({ hasPassword: false, providers: ["GitHub", "Google"] });
  });

  it("are nobody's once the person is gone", async () => {
    await expect(readSettings(randomUUID())).rejects.toMatchObject({ code: "not_found" });
  });
});
