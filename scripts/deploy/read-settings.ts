import { existsSync, readFileSync } from "node:fs";
import { parseEnv } from "node:util";
import { EnvironmentSchema } from "../../lib/env";

const APPLICATION = Object.keys(EnvironmentSchema.shape);
/** Of the programs that deploy; the application never sees them. */
const TOOLS = ["FLY_APP", "FLY_API_TOKEN", "VERCEL_TOKEN", "VERCEL_ORG_ID", "VERCEL_PROJECT_ID"];

export type DeploySettings = {
  /** What the deployed application gets, empty values left out. */
  application: Record<string, string>;
  tools: Record<string, string>;
  /** Names that the environment gave another value than the file. */
  overridden: string[];
};

/** Settings of the file, and of the environment, which wins. A file that is not there holds none. */
export function readDeploySettings(file: string, environment: NodeJS.ProcessEnv): DeploySettings {
  const written = existsSync(file) ? parseEnv(readFileSync(file, "utf8")) : {};
  const pick = (names: readonly string[]) =>
    Object.fromEntries(
      names.flatMap((name) => {
        const value = environment[name] || written[name];
        return value ? [[name, value]] : [];
      }),
    );
  const overridden = [...APPLICATION, ...TOOLS].filter(
    (name) => environment[name] && written[name] && environment[name] !== written[name],
  );
  return { application: pick(APPLICATION), tools: pick(TOOLS), overridden };
}
