import { describe, expect, it } from "vitest";
import { sessionCookie } from "./session-cookie";

describe("the session cookie", () => {
  it("is secure exactly when the site is", () => {
    expect(sessionCookie("https://purser.example")).toEqual({
      name: "__Secure-purser.session",
      secure: true,
    });
    expect(sessionCookie("http://localhost:3000")).toEqual({ name: "purser-3000.session", secure: false });
  });

  it("is another one for every port, and none is the beginning of another", () => {
    const names = ["", ":310", ":3100", ":3101"].map((port) => sessionCookie(`http://localhost${port}`).name);
    for (const name of names) expect(names.filter((other) => other.startsWith(name))).toEqual([name]);
  });
});
