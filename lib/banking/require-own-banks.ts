import type { Person } from "../contract/account";
import { AppError } from "../errors";

/**
 * Lets pass whoever may change their banks.
 * @throws {AppError} `forbidden` for a demo person: everybody who opens the demo shares them
 */
export function requireOwnBanks<Someone extends Pick<Person, "isDemo">>(person: Someone): Someone {
  if (!person.isDemo) return person;
  throw new AppError(
    "forbidden",
    "Everybody who opens the demo shares its banks. Create an account to link a bank of your own.",
  );
}
