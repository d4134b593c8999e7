import type { InstitutionsGetByIdResponse } from "plaid";
import { z } from "zod";
import { findInstitution, toPlaidInstitution } from "../bank/institutions";
import { plaidErrors } from "../plaid-error";
import type { Answer } from "../wire/wire";
import { type Endpoint, endpoint, ignored, plaidRequest } from "./endpoint";
import { CountryCodes } from "./fields";

const InstitutionsGetById = plaidRequest({
  institution_id: z.string().min(1, "must be a non-empty string"),
  country_codes: CountryCodes,
  options: z
    .strictObject({
      include_optional_metadata: z.boolean().optional(),
      ...ignored("include_status", "include_auth_metadata", "include_payment_initiation_metadata"),
    })
    .optional(),
});

const getInstitutionById = endpoint(InstitutionsGetById, (request): Answer<InstitutionsGetByIdResponse> => {
  const institution = findInstitution(request.institution_id);
  if (institution === undefined || !request.country_codes.includes("US"))
    throw plaidErrors.invalidInstitution();
  return {
    institution: toPlaidInstitution(institution, request.options?.include_optional_metadata ?? false),
  };
});

export const institutionsEndpoints: Record<string, Endpoint> = {
  "/institutions/get_by_id": getInstitutionById,
};
