import { chatRoutes } from "@/lib/web/chat-routes";
import { route } from "@/lib/web/route";

export const GET = chatRoutes(route).prompts;
