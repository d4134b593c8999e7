// `npm run eval`: asks a frozen household's questions and compares the answers with an oracle.
import { prepare } from "./bootstrap.mjs";

await prepare();
const { main } = await import("../evaluation/main.ts");
process.exitCode = await main(process.argv.slice(2));
