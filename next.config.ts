import type { NextConfig } from "next";

const config: NextConfig = {
  output: "standalone",
  // Lock files above the project would otherwise move the workspace root.
  turbopack: { root: import.meta.dirname },
  poweredByHeader: false,
  reactStrictMode: true,
  // Compressing an event stream would buffer it; a proxy in front compresses pages.
  compress: false,
  // Files of transactions may have 5 MB (lib/contract/imports.ts); the choices of the person travel along.
  experimental: { serverActions: { bodySizeLimit: "6mb" } },
  // Types are checked by `npm test`: whoever starts the application does not wait for it again.
  typescript: { ignoreBuildErrors: true },
};

export default config;
