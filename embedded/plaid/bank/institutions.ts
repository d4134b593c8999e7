import type { Products } from "plaid";
import type { AccountKey } from "../household/entry";
import type { Country } from "../wire/names";
import type { Wire } from "../wire/wire";

export type Product = Wire<Products>;

/** A bank of this sandbox and which accounts of a person are held there. */
export type SandboxInstitution = {
  id: string;
  name: string;
  url: string;
  primaryColor: string;
  countries: readonly Country[];
  routingNumbers: readonly string[];
  products: readonly Product[];
  holds: readonly AccountKey[];
};

const US = ["US"] as const;

export const INSTITUTIONS: readonly SandboxInstitution[] = [
  {
    id: "ins_109508",
    name: "First Platypus Bank",
    url: "https://plaid.com",
    primaryColor: "#1f1f1f",
    countries: US,
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
    countries: US,
    routingNumbers: ["110000001"],
    products: ["transactions", "auth", "balance", "liabilities"],
    holds: ["checking", "savings", "car-loan"],
  },
  {
    id: "ins_900002",
    name: "Juniper Card Services",
    url: "https://juniper-cards.example",
    primaryColor: "#4b2e83",
    countries: US,
    routingNumbers: [],
    products: ["transactions", "balance", "liabilities"],
    holds: ["card", "second-card"],
  },
  {
    id: "ins_900003",
    name: "Granite Lending",
    url: "https://granite-lending.example",
    primaryColor: "#5a5f66",
    countries: US,
    routingNumbers: [],
    products: ["transactions", "balance", "liabilities", "recurring_transactions"],
    holds: ["card", "second-card", "car-loan", "student-loan", "mortgage"],
  },
  {
    id: "ins_900004",
    name: "Summit Ridge Investments",
    url: "https://summit-ridge.example",
    primaryColor: "#14532d",
    countries: US,
    routingNumbers: [],
    products: ["balance", "investments"],
    holds: ["brokerage", "retirement"],
  },
  {
    id: "ins_900005",
    name: "Isarbank",
    url: "https://isarbank.example",
    primaryColor: "#003d7c",
    countries: ["DE"],
    routingNumbers: [],
    products: ["transactions", "auth", "balance", "identity", "recurring_transactions"],
    holds: ["euro-giro", "euro-savings", "euro-card"],
  },
];

export function findInstitution(id: string): SandboxInstitution | undefined {
  return INSTITUTIONS.find((institution) => institution.id === id);
}
