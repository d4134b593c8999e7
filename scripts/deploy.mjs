// `npm run deploy [-- --dry-run]`: the web to Vercel, the worker to Fly.io. docs/deploy.md tells what it does.
import { prepare } from "./bootstrap.mjs";

await prepare();
const { main } = await import("./deploy/main.ts");
process.exit(await main(process.argv.slice(2)));
