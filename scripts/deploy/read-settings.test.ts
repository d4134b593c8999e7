import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { readDeploySettings } from "./read-settings";

const folder = mkdtempSync(join(tmpdir(), "purser-settings-"));
const file = join(folder, "settings");
writeFileSync(
  file,
  'AUTH_URL=https://purser.example\nMAIL_FROM="Purser <a@b.example>"\nOPENAI_MODEL=\nFLY_APP=purser\nHOME=/x\n',
);
afterAll(() => rmSync(folder, { recursive: true }));

const environment = (values: Record<string, string>) => values as unknown as NodeJS.ProcessEnv;

describe("settings of a deployment", () => {
  it("are those of the application and of the tools, without what is empty and what is neither", () => {
    expect(readDeploySettings(file, environment({}))).toEqual({
      application: { AUTH_URL: "https://purser.example", MAIL_FROM: "Purser <a@b.example>" },
      tools: { FLY_APP: "purser" },
      overridden: [],
    });
  });

  it("come from the environment where it has them, which is told when the file says otherwise", () => {
    const given = environment({ AUTH_URL: "https://other.example", OPENAI_MODEL: "gpt", FLY_APP: "purser" });
    expect(readDeploySettings(file, given)).toMatchObject({
      application: { AUTH_URL: "https://other.example", OPENAI_MODEL: "gpt" },
      overridden: ["AUTH_URL"],
    });
  });

  it("may all come from the environment, without a file", () => {
    const given = environment({ AUTH_URL: "https://other.example" });
    expect(readDeploySettings(join(folder, "none"), given).application).toEqual({
      AUTH_URL: "https://other.example",
    });
  });
});
