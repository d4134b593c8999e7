import { exportRoutes } from "@/lib/web/export-routes";
import { route } from "@/lib/web/route";

export const GET = exportRoutes(route).account;
