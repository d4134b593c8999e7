import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { pathWithNext, safeRedirectPath } from "./safe-redirect";

describe("where people may be sent after signing in", () => {
  it.each(["/chat", "/accounts?filter=a%20b", "/chat/0190#answer", "/"])(
    "keeps %s, a path of this site",
    (path) => {
      expect(safeRedirectPath(path)).toBe(path);
    },
  );

  it.each([
    "https://evil.example",
    "//evil.example",
    "/\\evil.example",
    "/\t/evil.example",
    "/\n/evil.example",
    "\\\\evil.example",
    "/.//evil.example",
    "/chat/..//evil.example",
    "javascript:alert(1)",
    "evil.example",
    " /chat",
    "",
    undefined,
    ["/chat", "/accounts"],
    42,
  ])("replaces %j by the first page", (value) => {
    expect(safeRedirectPath(value)).toBe("/chat");
  });

  it("never leads to another site, whatever the address bar holds", () => {
    const nasty = fc.string({
      unit: fc.constantFrom("/", "\\", ".", "\t", "\n", "@", ":", "?", "#", "%2f", "e", " "),
    });
    fc.assert(
      fc.property(fc.oneof(nasty, fc.string()), (value) => {
        const path = safeRedirectPath(`/${value}`);
        expect(new URL(path, "https://purser.example/sign-in").origin).toBe("https://purser.example");
        expect(path).toMatch(/^\/(?![/\\])/);
      }),
    );
  });
});

describe("a page that carries where to go on to", () => {
  it("names the place, encoded, only when it differs from where people land anyway", () => {
    expect(pathWithNext("/sign-up", "/chat")).toBe("/sign-up");
    expect(pathWithNext("/sign-up", "/chat/1?a=b&c=d")).toBe("/sign-up?next=%2Fchat%2F1%3Fa%3Db%26c%3Dd");
  });
});
