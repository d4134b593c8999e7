import { describe, expect, it } from "vitest";
import { requireSameOrigin } from "./same-origin";

const OWN = "https://purser.example";

function check(method: string, headers: Record<string, string>): void {
  // `Request` forbids some of these headers: a stand-in with the same two properties.
  requireSameOrigin({ method, headers: new Headers(headers) } as Request, OWN);
}

describe("a request that changes something", () => {
  it("passes from our own pages, by our public address or the host that was asked", () => {
    check("POST", { origin: OWN });
    check("POST", { origin: "http://127.0.0.1:3000", host: "127.0.0.1:3000" });
    check("DELETE", { "sec-fetch-site": "same-origin" });
    check("POST", {});
  });

  it("is refused from any other site", () => {
    for (const headers of [
      { origin: "https://evil.example", host: "purser.example" },
      { origin: "https://purser.example.evil.example", host: "purser.example" },
      { origin: "null", host: "purser.example" },
      { "sec-fetch-site": "cross-site" },
    ] as Record<string, string>[])
      expect(() => check("POST", headers)).toThrow("another site");
  });

  it("is not what reading is", () => {
    check("GET", { origin: "https://evil.example" });
  });
});
