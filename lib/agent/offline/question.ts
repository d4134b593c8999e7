/** What a question is about: categories, a merchant, or both ("coffee at Starbucks"). */
export type Subject = {
  /** As the person wrote it. */
  phrase: string;
  categories: string[];
  /** The word is no name of the categories: misspelt, or something that is bought there. The answer says what it was read as. */
  isTypo: boolean;
  merchant: string | undefined;
  /** "Blue Bottle Coffee" holds a category word but may be a merchant: tried first, the rest is the fallback. */
  orMerchant: string | undefined;
};

/** What each row must amount to, both ends included, and what was said ("over 50"). */
export type Range = { minAmount?: number; maxAmount?: number; words: string[] };

/** What is told apart by words of averaging: of a time, or of a single purchase. */
export type Average = "month" | "week" | "day" | "purchase";
