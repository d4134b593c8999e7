import { database } from "../db/client";
import { findCoverage } from "../db/queries/ledger";
import { updateUser } from "../db/queries/users";
import { AppError } from "../errors";

/**
 * Says which of the currencies of a person's accounts comes first on pages and in answers. Nothing is converted.
 * @param currency ISO 4217; null for the one that most accounts have
 * @throws {AppError} `invalid` when no account has it
 */
export async function chooseCurrency(userId: string, currency: string | null): Promise<void> {
  const coverage = await findCoverage(database(), userId);
  if (currency !== null && !coverage?.currencies.includes(currency)) {
    throw new AppError("invalid", `No account of yours is in ${currency}. Choose one of their currencies.`);
  }
  await updateUser(database(), userId, { currency });
}
