import { unsubscribeRoute } from "@/lib/web/unsubscribe-route";

export const POST = unsubscribeRoute;
