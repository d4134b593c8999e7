import { createServer } from "node:http";
import { webhookRoute } from "../../lib/web/webhook-route";

/** The webhook route behind a plain HTTP server, for when there is no production build: `webhook-server.ts <port>`. */
createServer(webhookRoute).listen(Number(process.argv[2]), "127.0.0.1");
