export type Sample = {
  /** On the button that shows it. */
  topic: string;
  question: string;
  /** What the answer looked at. */
  evidence: string;
  /** The answer; what stands between asterisks is set bold. */
  answer: string;
  rows: { label: string; detail: string; amount: string }[];
  /** None where the rows are set side by side: nobody adds those up. */
  total?: { label: string; amount: string };
};

/** Made up, but each is an answer that the offline analyst too can give, and adds up: a sample is a promise. */
export const SAMPLES: [Sample, ...Sample[]] = [
  {
    topic: "Groceries",
    question: "How much did I spend on groceries last month, by merchant?",
    evidence: "14 transactions · 1 to 31 October",
    answer: "You spent *$612.48* on groceries from Oct 1 to Oct 31 (14 transactions).",
    rows: [
      { label: "Harvest Lane Market", detail: "6 transactions", amount: "$331.15" },
      { label: "Corner Pantry", detail: "5 transactions", amount: "$164.08" },
      { label: "Green Basket", detail: "3 transactions", amount: "$117.25" },
    ],
    total: { label: "October", amount: "$612.48" },
  },
  {
    topic: "Comparison",
    question: "Compare restaurants in September and October",
    evidence: "21 transactions · 1 September to 31 October",
    answer: "More in September: *$284.10*, against *$231.65* in October.",
    rows: [
      { label: "September", detail: "12 transactions", amount: "$284.10" },
      { label: "October", detail: "9 transactions", amount: "$231.65" },
    ],
  },
  {
    topic: "Coffee",
    question: "How much did I spend on coffee last month, by merchant?",
    evidence: "27 transactions · 1 to 31 October",
    answer: "You spent *$118.35* on coffee shops from Oct 1 to Oct 31 (27 transactions).",
    rows: [
      { label: "Third Rail Coffee", detail: "19 transactions", amount: "$83.60" },
      { label: "Bluebird Bakery", detail: "8 transactions", amount: "$34.75" },
    ],
    total: { label: "October", amount: "$118.35" },
  },
];
