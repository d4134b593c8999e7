import { editDistance, normalizeName, singular } from "../../domain/nearest-names";

type Named = { name: string; mask: string | null };

/** Words that name a kind of account and no single one. */
const KINDS = new Set("account card credit debit checking saving bank loan the my and of".split(" "));

/** Accounts that a question calls by their last digits, or by the words of their name that tell them apart. */
export function accountsNamedIn<Account extends Named>(
  question: string,
  accounts: readonly Account[],
): Account[] {
  const byDigits = accounts.filter(({ mask }) => mask && new RegExp(`\\b${mask}\\b`).test(question));
  if (byDigits.length > 0) return byDigits;
  const words = wordsOf(question);
  return accounts.filter(({ name }) => {
    const own = wordsOf(name).filter((word) => !KINDS.has(word) && word.length > 2);
    return own.length > 0 && own.every((word) => words.some((other) => isSame(word, other)));
  });
}

/** Those that the question names, else those that the questions before it do. */
export function accountsMeant<Account extends Named>(
  { plain, before }: { plain: string; before: string },
  accounts: readonly Account[],
): Account[] {
  const named = accountsNamedIn(plain, accounts);
  return named.length > 0 ? named : accountsNamedIn(before, accounts);
}

const wordsOf = (text: string): string[] => normalizeName(text).split(" ").map(singular);

const isSame = (word: string, other: string): boolean =>
  word === other || (word.length > 5 && editDistance(word, other) <= 1);
