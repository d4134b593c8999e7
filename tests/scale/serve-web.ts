import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { serveRoutes } from "../support/serve-routes";

/** A web process without Next: the chat's route handlers over HTTP. Tells its parent where it listens. */
const server = createServer(serveRoutes());
server.listen(0, "127.0.0.1", () => process.send?.((server.address() as AddressInfo).port));
process.on("disconnect", () => process.exit(0));
