// `npm run torture [-- histories [first seed]]`: the long run of tests/torture, of which `npm test` runs a few.
import { prepare } from "./bootstrap.mjs";

await prepare();
const { runVisibly } = await import("./test/run-visibly.ts");
const [histories = "200", firstSeed = "1"] = process.argv.slice(2);
process.exitCode = await runVisibly(
  "node_modules/.bin/vitest",
  ["run", "--project", "integration", "tests/torture"],
  { TORTURE_HISTORIES: histories, TORTURE_SEED: firstSeed },
);
