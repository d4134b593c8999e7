import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const sources = () =>
  execFileSync(
    "git",
    [
      "ls-files",
      "--cached",
      "--others",
      "--exclude-standard",
      "app",
      "pages",
      "components",
      "lib",
      "workers",
      "embedded",
      "scripts",
    ],
    {
      encoding: "utf8",
    },
  )
    .split("\n")
    .filter((file) => /\.tsx?$/.test(file));

const withText = (pattern: RegExp) => sources().filter((file) => pattern.test(readFileSync(file, "utf8")));

describe("the boundaries", () => {
  it("are watched over a tree that is really there", () => {
    expect(sources().length).toBeGreaterThan(100);
  });

  it("let only components and error pages run in the browser", () => {
    const allowed = /^components\/|^app\/(.*\/)?(global-)?error\.tsx$/;
    const clients = withText(/^["']use client["']/m);
    expect(clients.length).toBeGreaterThan(0);
    expect(clients.filter((file) => !allowed.test(file))).toEqual([]);
  });

  it("keep settings away from the client bundle", () => {
    expect(withText(/NEXT_PUBLIC_/)).toEqual([]);
  });

  it("read the environment in one place of the application", () => {
    const readers = withText(/process\.env/).filter((file) =>
      /^(app|pages|components|lib|workers)\//.test(file),
    );
    expect(readers.filter((file) => !/\.test\.tsx?$/.test(file))).toEqual(["lib/env.ts"]);
  });

  it("let no page of accounts act for a demo person: its actions are all made by the wrapper that refuses them", () => {
    const ways = withText(/from "@\/lib\/web\/(own-)?action"/).filter((file) =>
      file.startsWith("app/(app)/accounts/"),
    );
    expect(ways.length).toBeGreaterThan(1);
    const open = withText(/from "@\/lib\/web\/action"/);
    expect(ways.filter((file) => open.includes(file))).toEqual([]);
  });

  it("allow no HTML from text", () => {
    expect(withText(/dangerouslySetInnerHTML/)).toEqual([]);
  });
});
