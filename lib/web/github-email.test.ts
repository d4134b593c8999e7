import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { describe, expect, it } from "vitest";
import { readGitHubEmail } from "./github-email";

/** A GitHub that answers as told; the request's headers come back. */
async function withGitHub<Result>(
  status: number,
  body: unknown,
  use: (apiUrl: string, seen: () => string) => Promise<Result>,
): Promise<Result> {
  let seen = "";
  const server = createServer((request, response) => {
    seen = `${request.url} ${request.headers.authorization}`;
    response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  try {
    return await use(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, () => seen);
  } finally {
    server.close();
  }
}

const secondary = { email: "old@purser.example", primary: false, verified: true };

describe("the e-mail address of a GitHub account", () => {
  it.each([true, false])(
    "is the primary one, with what GitHub says of it (verified: %s)",
    async (verified) => {
      const primary = { email: "robin@purser.example", primary: true, verified };
      await withGitHub(200, [secondary, primary], async (apiUrl, seen) => {
        const email = await readGitHubEmail("token", apiUrl);
        expect(email).toEqual({ email: "robin@purser.example", isEmailVerified: verified });
        expect(seen()).toBe("/user/emails Bearer token");
      });
    },
  );

  it("is none, and not verified, when no address is primary", async () => {
    await withGitHub(200, [secondary], async (apiUrl) => {
      expect(await readGitHubEmail("token", apiUrl)).toEqual({ email: null, isEmailVerified: false });
    });
  });

  it("is an error in words when GitHub refuses or is away", async () => {
    await withGitHub(403, { message: "no" }, async (apiUrl) => {
      await expect(readGitHubEmail("token", apiUrl)).rejects.toMatchObject({
        code: "unavailable",
        message: /403/,
      });
    });
    await expect(readGitHubEmail("token", "http://127.0.0.1:1")).rejects.toMatchObject({
      code: "unavailable",
    });
  });
});
