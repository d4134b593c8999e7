import { route } from "@/lib/web/route";
import { exportRoute } from "@/lib/web/transactions-route";

export const GET = exportRoute(route);
