import { webhookRoute } from "../../../lib/web/webhook-route";

/** The bytes are what is signed: the route reads them itself. */
export const config = { api: { bodyParser: false } };

export default webhookRoute;
