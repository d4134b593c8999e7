import type { Person } from "../contract/account";
import { AppError } from "../errors";

/** @throws {AppError} `forbidden` for a demo person */
export function refuseDemoImports({ isDemo }: Pick<Person, "isDemo">): void {
  if (!isDemo) return;
  throw new AppError(
    "forbidden",
    "Everybody who opens the demo shares its accounts. Create an account to import files of your own.",
  );
}
