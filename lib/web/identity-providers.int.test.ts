import { NextRequest } from "next/server";
import { expect, it } from "vitest";
import { handlers } from "./auth";
import { offeredProviders } from "./identity-providers";

Object.assign(process.env, {
  AUTH_GITHUB_ID: "github-id",
  AUTH_GITHUB_SECRET: "github-secret",
  AUTH_GOOGLE_ID: "half",
});

it("offers a provider when both of its keys are set, and sends people to it without telling the secret", async () => {
  expect(offeredProviders()).toEqual([{ id: "github", name: "GitHub" }]);
  const csrf = await handlers.GET(new NextRequest("http://localhost:3000/api/auth/csrf"));
  const { csrfToken } = (await csrf.json()) as { csrfToken: string };
  const response = await handlers.POST(
    new NextRequest("http://localhost:3000/api/auth/signin/github", {
      method: "POST",
      headers: {
        "content-type": "application/x-www-form-urlencoded",
        cookie: csrf.headers
          .getSetCookie()
          .map((cookie) => cookie.split(";")[0])
          .join("; "),
      },
      body: new URLSearchParams({ csrfToken }),
    }),
  );
  const target = new URL(String(response.headers.get("location")));
  expect(target.origin + target.pathname).toBe("https://github.com/login/oauth/authorize");
  expect(Object.fromEntries(target.searchParams)).toMatchObject({
    client_id: "github-id",
    redirect_uri: "http://localhost:3000/api/auth/callback/github",
    scope: expect.stringContaining("user:email"),
    code_challenge_method: "S256",
  });
  expect(target.href).not.toContain("github-secret");
});
