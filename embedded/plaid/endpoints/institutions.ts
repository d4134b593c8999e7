import type { InstitutionsGetByIdResponse, InstitutionsGetResponse, InstitutionsSearchResponse } from "plaid";
import { z } from "zod";
import { findInstitution, INSTITUTIONS, type Product, type SandboxInstitution } from "../bank/institutions";
import { plaidErrors } from "../plaid-error";
import { type Country, ProductName } from "../wire/names";
import { toPlaidInstitution } from "../wire/to-plaid-institution";
import type { Answer } from "../wire/wire";
import { type Endpoint, endpoint, ignored, plaidRequest } from "./endpoint";
import { CountryCodes } from "./fields";

/** What Link shows at once; a search finds no more than that. */
const MOST_FOUND = 10;

const InstitutionProducts = z.array(ProductName).min(1, "must have at least one product").nullish();

const isIn = ({ countries }: SandboxInstitution, codes: readonly Country[]) =>
  countries.some((country) => codes.includes(country));
const offers = ({ products }: SandboxInstitution, wanted: readonly Product[] | null | undefined) =>
  (wanted ?? []).every((product) => products.includes(product));
/** No bank of this sandbox sends people away to sign in. */
const signsIn = (oauth: boolean | null | undefined) => oauth !== true;

const getInstitutions = endpoint(
  plaidRequest({
    count: z.int().min(1).max(500),
    offset: z.int().min(0),
    country_codes: CountryCodes,
    options: z
      .strictObject({
        products: InstitutionProducts,
        routing_numbers: z.array(z.string()).nullish(),
        oauth: z.boolean().nullish(),
        include_optional_metadata: z.boolean().optional(),
        ...ignored("include_auth_metadata", "include_payment_initiation_metadata"),
      })
      .optional(),
  }),
  (request): Answer<InstitutionsGetResponse> => {
    const { country_codes: codes, options = {} } = request;
    const numbers = options.routing_numbers ?? [];
    const found = INSTITUTIONS.filter(
      (institution) =>
        isIn(institution, codes) &&
        offers(institution, options.products) &&
        signsIn(options.oauth) &&
        (numbers.length === 0 || institution.routingNumbers.some((number) => numbers.includes(number))),
    );
    return {
      institutions: found
        .slice(request.offset, request.offset + request.count)
        .map((institution) =>
          toPlaidInstitution(institution, { metadata: options.include_optional_metadata }),
        ),
      total: found.length,
    };
  },
);

const getInstitutionById = endpoint(
  plaidRequest({
    institution_id: z.string().min(1, "must be a non-empty string"),
    country_codes: CountryCodes,
    options: z
      .strictObject({
        include_optional_metadata: z.boolean().optional(),
        include_status: z.boolean().optional(),
        ...ignored("include_auth_metadata", "include_payment_initiation_metadata"),
      })
      .optional(),
  }),
  (request): Answer<InstitutionsGetByIdResponse> => {
    const institution = findInstitution(request.institution_id);
    if (institution === undefined || !isIn(institution, request.country_codes))
      throw plaidErrors.invalidInstitution();
    return {
      institution: toPlaidInstitution(institution, {
        metadata: request.options?.include_optional_metadata,
        status: request.options?.include_status,
      }),
    };
  },
);

const searchInstitutions = endpoint(
  plaidRequest({
    query: z.string().min(1, "must be a non-empty string"),
    products: InstitutionProducts,
    country_codes: CountryCodes,
    options: z
      .strictObject({
        oauth: z.boolean().nullish(),
        include_optional_metadata: z.boolean().optional(),
        ...ignored("include_auth_metadata", "include_payment_initiation_metadata", "payment_initiation"),
      })
      .optional(),
  }),
  (request): Answer<InstitutionsSearchResponse> => {
    const words = request.query.trim().toLowerCase();
    const found = INSTITUTIONS.filter(
      (institution) =>
        institution.name.toLowerCase().includes(words) &&
        isIn(institution, request.country_codes) &&
        offers(institution, request.products) &&
        signsIn(request.options?.oauth),
    );
    return {
      institutions: found
        .slice(0, MOST_FOUND)
        .map((institution) =>
          toPlaidInstitution(institution, { metadata: request.options?.include_optional_metadata }),
        ),
    };
  },
);

export const institutionsEndpoints: Record<string, Endpoint> = {
  "/institutions/get": getInstitutions,
  "/institutions/get_by_id": getInstitutionById,
  "/institutions/search": searchInstitutions,
};
