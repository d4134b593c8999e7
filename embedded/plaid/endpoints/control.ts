import { controlFaultsEndpoints } from "./control-faults";
import { controlItemEndpoints } from "./control-item";
import { controlTimeEndpoints } from "./control-time";
import { controlWebhooksEndpoints } from "./control-webhooks";
import type { Endpoint } from "./endpoint";

/** What no bank has: only for tests, never called by the application. */
export const controlEndpoints: Record<string, Endpoint> = {
  ...controlTimeEndpoints,
  ...controlFaultsEndpoints,
  ...controlItemEndpoints,
  ...controlWebhooksEndpoints,
};
