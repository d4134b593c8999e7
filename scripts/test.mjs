// `npm test`: every check and every test. `npm test -- check|unit|integration|e2e` runs a part, `--screenshots` takes the pictures.
import { prepare } from "./bootstrap.mjs";

await prepare();
const { main } = await import("./test/main.ts");
process.exit(await main(process.argv.slice(2)));
