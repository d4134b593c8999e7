import type { Institution, Products } from "plaid";
import type { AccountKey } from "../household/entry";
import type { Wire } from "../wire/wire";

export type Product = Wire<Products>;

/** A bank of this sandbox and which accounts of a household are held there. */
export type SandboxInstitution = {
  id: string;
  name: string;
  url: string;
  primaryColor: string;
  routingNumbers: string[];
  products: Product[];
  holds: readonly AccountKey[];
};

const INSTITUTIONS: readonly SandboxInstitution[] = [
  {
    id: "ins_109508",
    name: "First Platypus Bank",
    url: "https://plaid.com",
    primaryColor: "#1f1f1f",
    routingNumbers: ["110000000"],
    products: [
      "transactions",
      "auth",
      "balance",
      "identity",
      "investments",
      "liabilities",
      "recurring_transactions",
    ],
    holds: ["checking", "savings", "card", "second-card", "car-loan", "brokerage"],
  },
  {
    id: "ins_900001",
    name: "Tidewater Credit Union",
    url: "https://tidewater.example",
    primaryColor: "#0b5563",
    routingNumbers: ["110000001"],
    products: ["transactions", "auth", "balance", "liabilities"],
    holds: ["checking", "savings", "car-loan"],
  },
  {
    id: "ins_900002",
    name: "Juniper Card Services",
    url: "https://juniper-cards.example",
    primaryColor: "#4b2e83",
    routingNumbers: [],
    products: ["transactions", "balance", "liabilities"],
    holds: ["card", "second-card"],
  },
];

export function findInstitution(id: string): SandboxInstitution | undefined {
  return INSTITUTIONS.find((institution) => institution.id === id);
}

export function toPlaidInstitution(
  institution: SandboxInstitution,
  withMetadata: boolean,
): Wire<Institution> {
  const { id, name, products, routingNumbers, url, primaryColor } = institution;
  return {
    institution_id: id,
    name,
    products,
    country_codes: ["US"],
    routing_numbers: routingNumbers,
    oauth: false,
    ...(withMetadata ? { url, primary_color: primaryColor, logo: null } : {}),
  };
}
