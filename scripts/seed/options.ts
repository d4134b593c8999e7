import { parseArgs } from "node:util";

export type SeedOptions = {
  users: number;
  months: number;
  /** The first household; the others follow it. */
  seed: number;
  json: boolean;
};

export const USAGE = `Usage: npm run seed -- [--users 1] [--months 24] [--seed 1] [--json]
  --users   how many demo accounts, one household each
  --months  how much history each has (1 to 120)
  --seed    number of the first household; 1 is Avery, the demo person
  --json    print JSON only`;

/** @throws {Error} naming the bad argument */
export function parseSeedOptions(args: string[]): SeedOptions | "help" {
  const { values } = parseArgs({
    args,
    options: {
      users: { type: "string", default: "1" },
      months: { type: "string", default: "24" },
      seed: { type: "string", default: "1" },
      json: { type: "boolean", default: false },
      help: { type: "boolean", short: "h", default: false },
    },
  });
  if (values.help) return "help";
  return {
    users: wholeNumber("--users", values.users, 1, 1_000),
    months: wholeNumber("--months", values.months, 1, 120),
    seed: wholeNumber("--seed", values.seed, 0, 2_000_000_000),
    json: values.json,
  };
}

function wholeNumber(name: string, text: string, least: number, most: number): number {
  const value = Number(text);
  if (Number.isInteger(value) && value >= least && value <= most) return value;
  throw new Error(`${name} must be a whole number from ${least} to ${most}, not "${text}".`);
}
