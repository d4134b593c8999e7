import { existsSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { join, resolve } from "node:path";
import { z } from "zod";
import { lastLines, runCommand } from "../../../embedded/process/run-command";

/** The newest that runs on every Node that we support. */
const VERSION = "12.8.2";
const FOLDER = resolve("node_modules", ".cache", `lighthouse-${VERSION}`);
const PROGRAM = join(FOLDER, "node_modules", "lighthouse", "cli", "index.js");
export const CATEGORIES = ["performance", "accessibility", "best-practices"] as const;

const Report = z.object({
  categories: z.record(z.enum(CATEGORIES), z.object({ score: z.number() })),
  audits: z.record(
    z.string(),
    z.object({ title: z.string(), score: z.number().nullable(), displayValue: z.string().optional() }),
  ),
});
export type Scores = Record<(typeof CATEGORIES)[number], number>;

/** Kept out of the project's own packages: a hundred megabytes that only this bench needs. */
export async function installLighthouse(say: (line: string) => void): Promise<void> {
  if (existsSync(PROGRAM)) return;
  say(`fetching Lighthouse ${VERSION} (once)`);
  await mkdir(FOLDER, { recursive: true });
  const wanted = ["install", "--no-save", "--ignore-scripts", "--no-audit", "--no-fund", "--prefix", FOLDER];
  const { code, output } = await runCommand("npm", [...wanted, `lighthouse@${VERSION}`]);
  if (code !== 0) throw new Error(`Lighthouse could not be fetched:\n${lastLines(output, 5)}`);
}

/** What Lighthouse says of a page, 0 to 100, and what it finds wanting. @throws {Error} when it does not get through */
export async function judge(
  url: string,
  debuggingPort: number,
  preset: "phone" | "desktop",
): Promise<{ scores: Scores; wanting: string[] }> {
  const { code, output } = await runCommand(process.execPath, [
    PROGRAM,
    url,
    `--port=${debuggingPort}`,
    "--disable-storage-reset",
    "--quiet",
    "--output=json",
    `--only-categories=${CATEGORIES.join(",")}`,
    ...(preset === "desktop" ? ["--preset=desktop"] : []),
  ]);
  if (code !== 0) throw new Error(`Lighthouse failed on ${url}:\n${lastLines(output, 10)}`);
  const { categories, audits } = Report.parse(JSON.parse(output.slice(output.indexOf("{"))));
  const scores = Object.fromEntries(
    CATEGORIES.map((category) => [category, Math.round((categories[category]?.score ?? 0) * 100)]),
  ) as Scores;
  const wanting = Object.entries(audits)
    .filter(([, { score }]) => score !== null && score < 0.9)
    .map(([id, { displayValue }]) => (displayValue ? `${id} (${displayValue})` : id));
  return { scores, wanting };
}
