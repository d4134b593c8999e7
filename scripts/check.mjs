// `npm run check`: format, lint, types, boundaries, dead code.
import { prepare } from "./bootstrap.mjs";

await prepare();
const { main } = await import("./test/check-main.ts");
process.exit(await main());
