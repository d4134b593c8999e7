import { expect, it } from "vitest";
import { signInAtSandbox } from "./sandbox-link-steps";

it("takes no password where real banks are linked", async () => {
  process.env.PLAID_ENV = "production";
  const login = { linkToken: "link-x", institutionId: "ins_1", username: "me", password: "my real password" };
  await expect(signInAtSandbox(login)).rejects.toMatchObject({ code: "forbidden" });
});
