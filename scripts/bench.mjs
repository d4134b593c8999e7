// `npm run bench`: plain Node, so that it can say what is missing.
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
process.chdir(root);

if (existsSync(join(root, "node_modules", "tsx"))) {
  const { register } = await import("tsx/esm/api");
  register();
  const { main } = await import("./bench/main.ts");
  process.exitCode = await main(process.argv.slice(2));
} else {
  console.error(
    "The packages are not installed yet. Run `npm start` (it installs them), then `npm run bench`.",
  );
  process.exitCode = 1;
}
