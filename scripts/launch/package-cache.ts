import { resolve } from "node:path";

/** Where the system's packages are unpacked: shared by all copies and tests of this clone, fetched once. */
export const PACKAGE_CACHE = resolve("node_modules", ".cache", "packages");
