import { afterAll, describe, expect, it } from "vitest";
import { closeDatabase } from "../db/client";
import { getPerson } from "./get-person";
import { linkIdentity } from "./link-identity";
import { signUp } from "./sign-up";
import { verifyCredentials } from "./verify-credentials";

let counter = 0;
const google = (email: string | null, isEmailVerified = true) => ({
  provider: "google",
  providerAccountId: `google-${counter++}`,
  name: "Robin",
  email,
  isEmailVerified,
  timeZone: "Europe/Berlin",
});

afterAll(closeDatabase);

describe("signing in with Google or GitHub", () => {
  it("makes a person the first time and finds them again afterwards, also under a new address", async () => {
    const identity = google("Robin@purser.example");
    const person = await linkIdentity(identity);
    expect(person).toMatchObject({ name: "Robin", email: "robin@purser.example", timeZone: "Europe/Berlin" });
    const later = { ...identity, email: "robin@elsewhere.example", isEmailVerified: false };
    expect(await linkIdentity(later)).toEqual(person);
  });

  it("keeps no more of a name than a form would take", async () => {
    const person = await linkIdentity({ ...google("long@purser.example"), name: "x(".repeat(10_000) });
    expect(person.name).toBe("x(".repeat(50));
  });

  it("joins the person who has the verified address, and removes a password that was never proven to be theirs", async () => {
    const email = "joined@purser.example";
    const credentials = { email, password: "correct horse" };
    const { userId } = await signUp({ ...credentials, name: "Robin", timeZone: "UTC" });
    expect(await linkIdentity(google(email))).toEqual(await getPerson(userId));
    expect(await verifyCredentials(credentials)).toBeNull();
  });

  it.each([
    ["an address that is not verified", google("victim@purser.example", false)],
    ["no address", google(null)],
  ])("refuses %s, and changes nothing", async (_, identity) => {
    const credentials = { email: "victim@purser.example", password: "correct horse" };
    await signUp({ ...credentials, name: "Victim", timeZone: "UTC" }).catch(() => undefined);
    await expect(linkIdentity(identity)).rejects.toMatchObject({ code: "forbidden" });
    expect(await verifyCredentials(credentials)).not.toBeNull();
    await expect(linkIdentity(identity)).rejects.toMatchObject({ code: "forbidden" });
  });

  it("makes one person when the same identity arrives twice at once", async () => {
    const identity = google("twice@purser.example");
    const [first, second] = await Promise.all([linkIdentity(identity), linkIdentity(identity)]);
    expect(first.id).toBe(second.id);
  });
});
