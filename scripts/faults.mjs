// `npm run faults [-- answers [seed]]`: kills and freezes every part of the application while it answers (tests/faults).
// The browser tests run the short one: `npm run faults -- short`.
import { prepare } from "./bootstrap.mjs";

await prepare();
const { runVisibly } = await import("./test/run-visibly.ts");
process.exitCode = await runVisibly(process.execPath, [
  ...["--import", "tsx", "tests/faults/main.ts"],
  ...process.argv.slice(2),
]);
