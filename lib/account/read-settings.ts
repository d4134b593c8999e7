import type { SettingsView } from "../contract/settings";
import { database } from "../db/client";
import { listItems } from "../db/queries/items";
import { findCoverage } from "../db/queries/ledger";
import { findSettings, listProviders } from "../db/queries/users";
import { AppError } from "../errors";

const PROVIDERS: Record<string, string> = { google: "Google", github: "GitHub" };

/**
 * What a person can set, as it stands.
 * @throws {AppError} `not_found` when there is no such person, or no longer
 */
export async function readSettings(userId: string): Promise<SettingsView> {
  const [settings, providers, coverage, items] = await Promise.all([
    findSettings(database(), userId),
    listProviders(database(), userId),
    findCoverage(database(), userId),
    listItems(database(), userId),
  ]);
  if (!settings) throw new AppError("not_found", "This account no longer exists.");
  return {
    hasPassword: settings.hasPassword,
    providers: providers.map((provider) => PROVIDERS[provider] ?? provider),
    currency: settings.currency,
    currencies: coverage?.currencies ?? [],
    bankCount: items.filter(({ source }) => source === "plaid").length,
    fileCount: items.filter(({ source }) => source === "file").length,
  };
}
