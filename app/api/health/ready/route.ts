import { checkReadiness } from "@/lib/web/check-readiness";

export const GET = async () => {
  const { isReady, ...body } = await checkReadiness();
  return Response.json(body, { status: isReady ? 200 : 503, headers: { "cache-control": "no-store" } });
};
