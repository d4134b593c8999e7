import { findCategories } from "../../domain/categories";
import { normalizeName, singular } from "../../domain/nearest-names";
import { isFiller } from "./find-subjects";
import { mark, take } from "./read-text";

const PAID = "with|on|from|out of|using|in|through|via";
const KIND = "checking|savings|credit card|debit card|card|account";
const ACCOUNT = new RegExp(
  [
    `\\b(?:(?:${PAID}) )?(?:my |the )?(?:\\w+ )?(?:card|account)? ?(?:ending|that ends) (?:in|with|on) (\\d{4})\\b`,
    `\\b(?:${PAID}) (?:my |the )?((?:[\\w]+ ){0,2}(?:${KIND}))(?! payments?)(?: account)?\\b`,
    "\\b(?:ending in|account|card) (\\d{4})\\b",
    `\\b((?:(?!total|my|the|all|show|list|what|what's|is|was|how|much)\\w+ )?(?:checking|card))(?: account)? (?=(?:spend|spending|spent|expenses|purchases|transactions|charges|total|activity)\\b)`,
  ].join("|"),
);
/** "On my sapphire": an account by the word that it is called, unless it is something to buy. */
const CALLED =
  /\b(?:with|on|using|via|through) my ([a-z]{3,})(?= ?(?:[?.!,§]|$|(?:and|or|excluding|except|without|apart|minus|not|other than|over|under|above|below|by|at|for|per)\b))/;

/** The accounts that the money went through, as they are called. */
export function findAccountsUsed(text: string): { accounts: string[]; rest: string } {
  const accounts: string[] = [];
  const worded = take(text, ACCOUNT, (match) => {
    const name = match[4] ?? match[3] ?? match[2] ?? match[1] ?? "";
    accounts.push(name.replace(/\b(?:account|my|the)\b/g, "").trim());
  });
  const called = CALLED.exec(worded);
  const [words, name = ""] = called ?? [];
  if (!called || !words || isFiller(name) || isBought(name))
    return { accounts: accounts.filter(Boolean), rest: worded };
  return {
    accounts: [...accounts, name].filter(Boolean),
    rest: mark(worded, called.index, called.index + words.length),
  };
}

const isBought = (name: string): boolean =>
  findCategories(name).length > 0 || findCategories(singular(normalizeName(name))).length > 0;
