import { eventsRoute } from "@/lib/web/events-route";
import { route } from "@/lib/web/route";

export const GET = eventsRoute(route);
