export type Sample = {
  /** On the button that shows it. */
  topic: string;
  question: string;
  /** What the answer looked at. */
  evidence: string;
  /** The answer; what stands between asterisks is set bold. */
  answer: string;
  rows: { label: string; detail: string; amount: string }[];
  total: { label: string; amount: string };
};

/** Made up, but each one adds up: a sample that does not would be a poor promise. */
export const SAMPLES: [Sample, ...Sample[]] = [
  {
    topic: "Groceries",
    question: "How much did I spend on groceries last month?",
    evidence: "14 transactions · 1 to 31 October",
    answer: "You spent *$612.48* on groceries in October, *$38.20 less* than in September.",
    rows: [
      { label: "Harvest Lane Market", detail: "6 purchases", amount: "$331.15" },
      { label: "Corner Pantry", detail: "5 purchases", amount: "$164.08" },
      { label: "Green Basket", detail: "3 purchases", amount: "$117.25" },
    ],
    total: { label: "October", amount: "$612.48" },
  },
  {
    topic: "Subscriptions",
    question: "Which subscriptions am I paying for?",
    evidence: "12 transactions · 1 August to 31 October",
    answer: "Four subscriptions came back every month. Together they take *$67.96* a month.",
    rows: [
      { label: "City Gym", detail: "on the 3rd", amount: "$34.00" },
      { label: "Streamhouse", detail: "on the 12th", amount: "$15.99" },
      { label: "Daily Courier", detail: "on the 20th", amount: "$12.00" },
      { label: "Cloud Shelf", detail: "on the 27th", amount: "$5.97" },
    ],
    total: { label: "Per month", amount: "$67.96" },
  },
  {
    topic: "Coffee",
    question: "How much goes into coffee?",
    evidence: "27 transactions · 1 to 31 October",
    answer: "*$118.35* in October, over 27 visits. An average visit came to *$4.38*.",
    rows: [
      { label: "Third Rail Coffee", detail: "19 visits", amount: "$83.60" },
      { label: "Bluebird Bakery", detail: "8 visits", amount: "$34.75" },
    ],
    total: { label: "October", amount: "$118.35" },
  },
];
