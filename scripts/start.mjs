// `npm start` and `npm run dev`: plain Node, runs before node_modules exists.
import { prepare } from "./bootstrap.mjs";

await prepare();
const { main } = await import("./launch/main.ts");
process.exit(await main(process.argv.slice(2)));
