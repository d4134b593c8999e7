// `npm run bench`: measures, and prints goal and figure side by side.
import { prepare } from "./bootstrap.mjs";

await prepare();
const { main } = await import("./bench/main.ts");
process.exitCode = await main(process.argv.slice(2));
