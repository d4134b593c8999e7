// `npm run faults [-- answers [seed]]`: kills and freezes every part of the application while it answers (tests/faults).
// `npm test` runs the short one: `npm run faults -- short`.
import { prepare } from "./bootstrap.mjs";

await prepare();
const { main } = await import("../tests/faults/main.ts");
process.exit(await main(process.argv.slice(2)));
