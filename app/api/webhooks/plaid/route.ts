import { webhookRoute } from "@/lib/web/webhook-route";

export const POST = webhookRoute;
