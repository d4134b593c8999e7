import { Identifier } from "../contract/identifier";
import { database } from "../db/client";
import { dropSealedToken, findSealedToken, type TokenTable } from "../db/queries/sealed-tokens";
import { AppError } from "../errors";
import { log } from "../log";
import { type TokenCipher, tokenCipher } from "../plaid/token-cipher";

/** `plaidItemId`: by which the link can be found at Plaid, where it is known. */
type GivenUp = { table: TokenTable; id: string; plaidItemId: string | null };

/**
 * Throws a sealed token away whose key is lost for good, which only whoever runs Purser can decide. A bank keeps its data
 * and asks to be linked again; of a link that was to be ended nothing stays. Plaid bills the link until it is ended there by
 * other means.
 * @param id of the row, as `rotateKeys` names it
 * @throws {AppError} `not_found` when no token stands in such a row; `conflict` when it can be opened, so that nothing is
 * to be given up
 */
export async function giveUpToken(id: string, cipher: TokenCipher = tokenCipher()): Promise<GivenUp> {
  const sealed = Identifier.safeParse(id).success ? await findSealedToken(database(), id) : undefined;
  if (!sealed) throw new AppError("not_found", `There is no stored bank token with the id ${id}.`);
  if (opens(sealed, cipher)) {
    throw new AppError("conflict", `The bank token ${id} can be opened: run \`npm run keys:rotate\` for it.`);
  }
  if (!(await dropSealedToken(database(), sealed))) {
    throw new AppError("conflict", `The bank token ${id} has changed meanwhile. Run the command again.`);
  }
  const { table, userId, plaidItemId } = sealed;
  log().error(
    { table, id, userId, plaidItemId },
    "a bank token was given up; Plaid goes on billing its link",
  );
  return { table, id, plaidItemId };
}

function opens({ text, userId, id }: { text: string; userId: string; id: string }, cipher: TokenCipher) {
  try {
    cipher.decrypt(text, { userId, itemId: id });
    return true;
  } catch {
    return false;
  }
}
