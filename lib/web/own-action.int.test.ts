import { expect, it } from "vitest";
import { requireOwnAccount } from "../account/require-own-account";
import { OneConnection } from "../contract/linking";
import { actionFor } from "./action";

const input = { connectionId: "00000000-0000-4000-8000-000000000001" };
const actionOf = (isDemo: boolean) =>
  actionFor(async () => requireOwnAccount({ id: "someone", isDemo }))(OneConnection, async () => "done");

it("refuses a demo person before anything is done, and says what they can do", async () => {
  expect(await actionOf(true)(input)).toMatchObject({
    ok: false,
    error: { code: "forbidden", message: expect.stringContaining("Create an account") },
  });
});

it("lets everybody else pass", async () => {
  expect(await actionOf(false)(input)).toEqual({ ok: true, data: "done" });
});
