import { join } from "node:path";
import type { NextConfig } from "next";

/** As the application's own: what is compared is the way of an answer, not a setting. */
const config: NextConfig = {
  // The copy that is built lies in bench-results/.peers/<hash>; packages are the project's.
  turbopack: { root: join(import.meta.dirname, "../../..") },
  poweredByHeader: false,
  compress: false,
  // The project's own check reads these sources, too.
  typescript: { ignoreBuildErrors: true },
};

export default config;
