// `node scripts/build-image.mjs <folder>`: what the Dockerfile puts into the image. Needs no Docker.
import { prepare } from "./bootstrap.mjs";

await prepare();
const { buildImage } = await import("./image/build-image.ts");
await buildImage(process.argv[2] ?? "image");
