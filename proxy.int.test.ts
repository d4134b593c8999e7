import { NextRequest } from "next/server";
import { encode } from "next-auth/jwt";
import { describe, expect, it } from "vitest";
import { env } from "./lib/env";
import { config, proxy } from "./proxy";

/** The request as a container sees it: by a host name that is not the public one. */
const ask = (path: string, init: ConstructorParameters<typeof NextRequest>[1] = {}) =>
  proxy(new NextRequest(`http://0.0.0.0:8080${path}`, init));

const cookie = async (token: Record<string, unknown>, maxAge = 3600) => {
  const name = "purser-3000.session";
  return `${name}=${await encode({ salt: name, secret: env().AUTH_SECRET, token, maxAge })}`;
};

describe("the gate before the pages", () => {
  it("sends people without a session to the sign-in page of the public address, and back afterwards", async () => {
    const response = await ask("/chat/1?question=rent&month=10");
    const target = new URL(String(response.headers.get("location")));
    expect(response.status).toBe(307);
    expect(target.origin + target.pathname).toBe("http://localhost:3000/sign-in");
    expect(target.searchParams.get("next")).toBe("/chat/1?question=rent&month=10");
  });

  it.each(["/", "/sign-in", "/sign-up", "/account-deleted", "/unsubscribe"])(
    "leaves %s open",
    async (path) => {
      expect((await ask(path)).headers.get("location")).toBeNull();
    },
  );

  it("lets a session pass, and stops one that is expired or of another shape", async () => {
    const signedInAt = Math.floor(Date.now() / 1_000);
    const id = "00000000-0000-4000-8000-000000000000";
    const token = { sub: id, sessionId: id, signedInAt };
    const visit = async (claims: Record<string, unknown>, maxAge?: number) =>
      (await ask("/chat", { headers: { cookie: await cookie(claims, maxAge) } })).status;
    expect(await visit(token)).toBe(200);
    expect(await visit(token, -60)).toBe(307);
    expect(await visit({ ...token, sub: "1" })).toBe(307);
    expect(await visit({ sub: id })).toBe(307);
    expect(await visit({ sub: id, passwordMark: null, signedInAt })).toBe(307);
    expect(await visit({ ...token, signedInAt: signedInAt - 15 * 86_400 })).toBe(307);
  });

  it("lets server actions answer for themselves", async () => {
    expect((await ask("/chat", { method: "POST" })).status).toBe(200);
  });

  it("stays away from routes, built files and files with an extension", () => {
    const [matcher] = config.matcher;
    const isMatched = (path: string) => new RegExp(`^${matcher}$`).test(path);
    for (const path of ["/chat", "/accounts", "/chat/1.2.3/x"]) expect(isMatched(path)).toBe(true);
    for (const path of ["/api/chat", "/_next/static/a.js", "/icon.svg", "/robots.txt"]) {
      expect(isMatched(path)).toBe(false);
    }
  });
});
