/** The process answers: no more and no less. */
export const GET = async () => Response.json({ status: "ok" }, { headers: { "cache-control": "no-store" } });
