import { afterAll, describe, expect, it } from "vitest";
import { closeDatabase } from "../db/client";
import { findDemoPerson } from "./find-demo-person";
import { signUp } from "./sign-up";

process.env.DEMO_ENABLED = "true";

afterAll(closeDatabase);

const person = { name: "Demo", password: "correct horse", timeZone: "UTC" };

describe("the demo person", () => {
  it("is reported missing, with the remedy, before the demo is seeded", async () => {
    await signUp({ ...person, email: "somebody@purser.example" });
    await expect(findDemoPerson()).rejects.toMatchObject({ code: "unavailable", message: /npm run seed/ });
  });

  it("is the first one that was seeded, never an ordinary person", async () => {
    const { userId } = await signUp({ ...person, email: "demo-1@purser.example" }, { isDemo: true });
    await signUp({ ...person, email: "demo-2@purser.example" }, { isDemo: true });
    expect(await findDemoPerson()).toMatchObject({ id: userId, isDemo: true });
  });
});
