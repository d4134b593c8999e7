import type { Person } from "../contract/account";
import { AppError } from "../errors";

/**
 * Lets pass whoever may change what they see: link banks, import files, apply proposals, correct memories. The one check:
 * the wrapper of such actions asks it.
 * @throws {AppError} `forbidden` for a demo person: everybody who opens the demo shares them
 */
export function requireOwnAccount<Someone extends Pick<Person, "isDemo">>(person: Someone): Someone {
  if (!person.isDemo) return person;
  throw new AppError(
    "forbidden",
    "Everybody who opens the demo shares this account. Create an account of your own to change things in it.",
  );
}
