import { v4 as uuid } from "uuid";
import { addDays, type CalendarDate, monthsBefore } from "../household/calendar";
import type { Bank } from "./open-bank";
import type { PublicToken } from "./state";
import { SandboxItem } from "./state";
import { signIn } from "./test-users";

const PUBLIC_TOKEN_MINUTES = 30;
const DEFAULT_DAYS = 90;

export type NewItem = {
  itemId: string;
  institutionId: string;
  username: string | null | undefined;
  password: string | null | undefined;
  products: readonly string[];
  webhook: string | null;
  /** How far back the item goes; null: as far as the bank knows. */
  since: { days: number } | { date: CalendarDate } | null;
  createdAt: Date;
};

/** What Plaid fetches where nobody says how much. https://plaid.com/docs/api/link/#link-token-create-request-transactions-days-requested */
export const daysOrDefault = (days: number | null | undefined) => ({ days: days ?? DEFAULT_DAYS });

/**
 * The item that a test user's sign-in makes; nothing is stored yet.
 * @throws {PlaidError} see `signIn`
 */
export function newItem(bank: Bank, wanted: NewItem): SandboxItem {
  const { seed, months, extraPerDay, custom } = signIn(wanted.username, wanted.password);
  const today = bank.today();
  const start = monthsBefore(today, months);
  const { since: asked } = wanted;
  const since = asked === null ? start : "date" in asked ? asked.date : addDays(today, -asked.days);
  return SandboxItem.parse({
    itemId: wanted.itemId,
    accessToken: `access-sandbox-${uuid()}`,
    institutionId: wanted.institutionId,
    products: [...wanted.products],
    webhook: wanted.webhook,
    createdAt: wanted.createdAt.toISOString(),
    createdOn: today,
    username: wanted.username ?? "user_good",
    seed,
    custom,
    extraPerDay,
    start,
    since: since > start ? since : start,
    history: wanted.products.includes("transactions") ? "complete" : "none",
    today: null,
    removed: false,
  });
}

/** Hands out the token that becomes this item when it is exchanged. */
export async function issuePublicToken(bank: Bank, item: SandboxItem): Promise<string> {
  const token: PublicToken = {
    publicToken: `public-sandbox-${uuid()}`,
    expiresAt: new Date(bank.now().getTime() + PUBLIC_TOKEN_MINUTES * 60_000).toISOString(),
    item,
  };
  await bank.change((state) => {
    state.publicTokens = state.publicTokens.filter(({ expiresAt }) => expiresAt > bank.now().toISOString());
    state.publicTokens.push(token);
  });
  return token.publicToken;
}
