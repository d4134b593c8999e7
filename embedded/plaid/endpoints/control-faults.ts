import { z } from "zod";
import { FAULT_KINDS } from "../bank/fault";
import { type Endpoint, endpoint, plaidRequest } from "./endpoint";
import { AccessToken } from "./fields";

const SLOW_MILLISECONDS = 2_000;

const addFault = endpoint(
  plaidRequest({
    kind: z.enum(FAULT_KINDS),
    access_token: AccessToken.optional(),
    path: z.string().startsWith("/").optional(),
    times: z.int().min(1).nullable().default(1),
    every: z.int().min(1).default(1),
    milliseconds: z.int().min(0).default(SLOW_MILLISECONDS),
    /** With the kind "error" only. */
    error_type: z.string().default("API_ERROR"),
    error_code: z.string().default("INTERNAL_SERVER_ERROR"),
    status: z.int().min(400).max(599).default(400),
  }),
  (request, bank) => {
    const { kind, times, every, milliseconds } = request;
    bank.faults.add({
      kind,
      times,
      every,
      milliseconds,
      itemId: request.access_token === undefined ? null : bank.itemOf(request.access_token).itemId,
      path: request.path ?? null,
      error: { type: request.error_type, code: request.error_code, status: request.status },
    });
    return {};
  },
);

const clearFaults = endpoint(plaidRequest({ access_token: AccessToken.optional() }), (request, bank) => {
  bank.faults.clear(request.access_token === undefined ? null : bank.itemOf(request.access_token).itemId);
  return {};
});

/** Whether calls are counted, and by which of Plaid's tables. */
const useLimits = endpoint(
  plaidRequest({ limits: z.enum(["off", "sandbox", "production"]) }),
  (request, bank) => {
    bank.rateLimits.use(request.limits);
    return { limits: request.limits };
  },
);

export const controlFaultsEndpoints: Record<string, Endpoint> = {
  "/control/fault": addFault,
  "/control/faults/clear": clearFaults,
  "/control/limits": useLimits,
};
