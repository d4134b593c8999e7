import { NextRequest } from "next/server";
import { afterAll, expect, it, vi } from "vitest";
import { findSessionPerson } from "../account/find-session-person";
import { closeDatabase } from "../db/client";
import { handlers } from "./auth";
import { offeredProviders } from "./identity-providers";
import { readSessionClaims } from "./session-cookie";

Object.assign(process.env, {
  AUTH_GITHUB_ID: "github-id",
  AUTH_GITHUB_SECRET: "github-secret",
  AUTH_GOOGLE_ID: "half",
});

afterAll(closeDatabase);

const SITE = "http://localhost:3000/api/auth";
const cookiesOf = (response: Response) =>
  response.headers.getSetCookie().map((cookie) => cookie.split(";")[0]);

/** Presses the button of GitHub: the answer leads there. */
async function leaveForGitHub() {
  const csrf = await handlers.GET(new NextRequest(`${SITE}/csrf`));
  const { csrfToken } = (await csrf.json()) as { csrfToken: string };
  const response = await handlers.POST(
    new NextRequest(`${SITE}/signin/github`, {
      method: "POST",
      headers: {
        "content-type": "application/x-www-form-urlencoded",
        cookie: cookiesOf(csrf).join("; "),
      },
      body: new URLSearchParams({ csrfToken }),
    }),
  );
  const target = new URL(String(response.headers.get("location")));
  return { target, cookie: [...cookiesOf(csrf), ...cookiesOf(response)].join("; ") };
}

it("offers a provider when both of its keys are set, and sends people to it without telling the secret", async () => {
  expect(offeredProviders()).toEqual([{ id: "github", name: "GitHub" }]);
  const { target } = await leaveForGitHub();
  expect(target.origin + target.pathname).toBe("https://github.com/login/oauth/authorize");
  expect(Object.fromEntries(target.searchParams)).toMatchObject({
    client_id: "github-id",
    redirect_uri: "http://localhost:3000/api/auth/callback/github",
    scope: expect.stringContaining("user:email"),
    code_challenge_method: "S256",
  });
  expect(target.href).not.toContain("github-secret");
});

it("makes the person when they come back from GitHub, and asks GitHub for the addresses once", async () => {
  const email = "octo@purser.example";
  const answers: Record<string, unknown> = {
    "https://github.com/login/oauth/access_token": { access_token: "token", token_type: "bearer" },
    "https://api.github.com/user": {
      id: 583_231,
      login: "octo",
      name: "Octo",
      email: "public@purser.example",
    },
    "https://api.github.com/user/emails": [{ email, primary: true, verified: true }],
  };
  const asked: string[] = [];
  vi.stubGlobal("fetch", async (input: string | URL | Request) => {
    const address = input instanceof Request ? input.url : String(input);
    asked.push(address);
    return Response.json(answers[address]);
  });
  const { target, cookie } = await leaveForGitHub();
  const query = new URLSearchParams({ code: "code" });
  const state = target.searchParams.get("state");
  if (state) query.set("state", state);
  const headers = { cookie: `${cookie}; purser.time-zone=Europe/Berlin` };
  const back = await handlers.GET(new NextRequest(`${SITE}/callback/github?${query}`, { headers }));
  vi.unstubAllGlobals();
  const session = cookiesOf(back).find((pair) => pair?.startsWith("purser-3000.session="));
  const claims = await readSessionClaims(session ?? null);
  expect(claims && (await findSessionPerson(claims, new Date()))).toMatchObject({
    email,
    name: "Octo",
    timeZone: "Europe/Berlin",
  });
  expect(asked.filter((address) => address.endsWith("/user/emails"))).toHaveLength(1);
});
