import type { Person } from "../contract/account";
import { AppError } from "../errors";

/**
 * Lets pass whoever may link banks, change them and import files. The one check: the wrapper of such actions asks it.
 * @throws {AppError} `forbidden` for a demo person: everybody who opens the demo shares them
 */
export function requireOwnBanks<Someone extends Pick<Person, "isDemo">>(person: Someone): Someone {
  if (!person.isDemo) return person;
  throw new AppError(
    "forbidden",
    "Everybody who opens the demo shares its banks. Create an account for banks and files of your own.",
  );
}
