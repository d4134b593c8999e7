import type { CalendarDate } from "../household/calendar";
import type { Household } from "../household/generate-household";
import { plaidErrors } from "../plaid-error";
import { PostOffice } from "../webhooks/post-office";
import { signWebhook } from "../webhooks/sign-webhook";
import { bankDate } from "./clock";
import { type Faults, openFaults } from "./faults";
import { householdCache } from "./households";
import { type Ledger, openLedger } from "./ledger";
import { openRateLimits, type RateLimits } from "./rate-limits";
import type { BankState, SandboxItem } from "./state";
import { openStateFile } from "./state-file";

/** The bank behind all endpoints. */
export type Bank = {
  now(): Date;
  /** The calendar date at the bank, or the one that a test set, for all or for this item. */
  today(item?: SandboxItem): CalendarDate;
  householdOf(item: SandboxItem): Household;
  /** @throws {PlaidError} INVALID_ACCESS_TOKEN or, when it was removed, ITEM_NOT_FOUND */
  itemOf(accessToken: string): SandboxItem;
  readonly state: Readonly<BankState>;
  /** Changes the state and resolves when the change is on disk. */
  change(mutate: (state: BankState) => void): Promise<void>;
  /** What an item shows: rows, changes, balances. */
  readonly ledger: Ledger;
  readonly faults: Faults;
  readonly rateLimits: RateLimits;
  /** Delivers webhooks; see sendWebhook. */
  readonly post: PostOffice;
  /** Nothing is sent any more; what was not taken is sent by the next bank of this directory. */
  stop(): Promise<void>;
};

export type BankOptions = {
  /** Where items and tokens are kept; without it they are gone when the process ends. */
  directory?: string | undefined;
  /** The day on which the bank lives; default: the real date, asked anew for every request. */
  today?: CalendarDate | undefined;
  now?: (() => Date) | undefined;
};

export async function openBank(options: BankOptions): Promise<Bank> {
  const { state, file } = await openStateFile(options.directory);
  const now = options.now ?? (() => new Date());
  const households = householdCache();
  const today = (item?: SandboxItem) => item?.today ?? state.today ?? options.today ?? bankDate(now());
  const bank: Bank = {
    now,
    today,
    state,
    householdOf: (item) => households(item, today(item)),
    itemOf: (accessToken) => {
      if (!/^access-sandbox-[0-9a-f-]{36}$/.test(accessToken)) {
        throw plaidErrors.invalidAccessToken(
          "provided access token is in an invalid format. expected format: access-<environment>-<identifier>",
        );
      }
      const item = state.items.find((candidate) => candidate.accessToken === accessToken);
      if (item === undefined) throw plaidErrors.invalidAccessToken();
      if (item.removed) throw plaidErrors.itemNotFound();
      return item;
    },
    change: async (mutate) => {
      mutate(state);
      await file.save(state);
    },
    ledger: openLedger((item) => bank.householdOf(item)),
    faults: openFaults(),
    rateLimits: openRateLimits(now),
    post: new PostOffice({
      now,
      sign: (body) => signWebhook(bank, body),
      note: (id, attempts, finished) =>
        bank.change((changed) => {
          changed.outgoing = changed.outgoing
            .map((webhook) => (webhook.id === id ? { ...webhook, attempts } : webhook))
            .filter((webhook) => webhook.id !== id || !finished);
        }),
    }),
    stop: () => bank.post.stop(),
  };
  for (const webhook of state.outgoing) bank.post.accept(webhook);
  return bank;
}
