import type { Institution, InstitutionStatus, ProductStatus } from "plaid";
import type { SandboxInstitution } from "../bank/institutions";
import type { Wire } from "./wire";

/** Every bank of this sandbox has always been well: what is switched on by a test strikes requests, not this page. */
const healthy = (): Wire<ProductStatus> => ({
  status: "HEALTHY",
  last_status_change: "2024-01-01T00:00:00Z",
  breakdown: { success: 1, error_plaid: 0, error_institution: 0, refresh_interval: "NORMAL" },
});

const status = (): Wire<InstitutionStatus> => ({
  item_logins: healthy(),
  transactions_updates: healthy(),
  auth: healthy(),
  identity: healthy(),
  health_incidents: null,
});

export type WantedDetails = { metadata?: boolean | undefined; status?: boolean | undefined };

/** Address, colour and logo only where they are asked for, as at Plaid. */
export function toPlaidInstitution(
  institution: SandboxInstitution,
  wanted: WantedDetails = {},
): Wire<Institution> {
  const { id, name, products, countries, routingNumbers, url, primaryColor } = institution;
  return {
    institution_id: id,
    name,
    products: [...products],
    country_codes: [...countries],
    routing_numbers: [...routingNumbers],
    dtc_numbers: [],
    oauth: false,
    ...(wanted.metadata ? { url, primary_color: primaryColor, logo: null } : {}),
    ...(wanted.status ? { status: status() } : {}),
  };
}
