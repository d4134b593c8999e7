import { redirect } from "next/navigation";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { AppError } from "../errors";
import { actionFor } from "./action";

const action = actionFor(async () => ({ id: "robin" }));
const Input = z.object({
  amount: z.coerce.number().min(1, "At least 1."),
  note: z.string().min(1, "Say why."),
});

describe("a server action", () => {
  it("hands over parsed input and the person, and returns the data", async () => {
    const run = action(Input, async ({ amount, note }, user) => `${user.id}:${amount + 1}:${note}`);
    expect(await run({ amount: "2", note: "tea" })).toEqual({ ok: true, data: "robin:3:tea" });
  });

  it("says which field is wrong and does not run", async () => {
    const run = action(Input, () => Promise.reject(new Error("must not run")));
    expect(await run({ amount: "0", note: "" })).toEqual({
      ok: false,
      error: {
        code: "invalid",
        message: "At least 1.",
        requestId: expect.stringMatching(/^[0-9a-f-]{36}$/),
        fields: { amount: "At least 1.", note: "Say why." },
      },
    });
    expect(await run(null)).toMatchObject({ ok: false, error: { code: "invalid" } });
  });

  it("passes on our own errors in words", async () => {
    const run = action(Input, () => Promise.reject(new AppError("conflict", "Taken. Choose another.")));
    expect(await run({ amount: 1, note: "x" })).toMatchObject({
      ok: false,
      error: { code: "conflict", message: "Taken. Choose another." },
    });
  });

  it("hides what anything else says", async () => {
    const run = action(Input, () => Promise.reject(new Error("password of the database is hunter2")));
    const result = await run({ amount: 1, note: "x" });
    expect(result).toMatchObject({ ok: false, error: { code: "internal" } });
    expect(JSON.stringify(result)).not.toContain("hunter2");
  });

  it("asks who it is before it looks at the input", async () => {
    const closed = actionFor(() => Promise.reject(new AppError("unauthenticated", "Sign in.")));
    const run = closed(Input, async () => "never");
    expect(await run({ amount: 0 })).toMatchObject({ ok: false, error: { code: "unauthenticated" } });
  });

  it("lets a redirect through", async () => {
    const run = action(Input, async () => redirect("/chat"));
    await expect(run({ amount: 1, note: "x" })).rejects.toMatchObject({ digest: /^NEXT_REDIRECT/ });
  });
});
