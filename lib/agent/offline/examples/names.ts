/** What the examples call shops, people, accounts and funds: any other name could stand in their place. */
export const NAMES: ReadonlySet<string> = new Set(
  `airbnbs amazon apple bottle costco delta doordash eats freedom geico hulu ikea joe's john john's lyft marriott mike netflix
  peet's prime safeway sapphire sarah shell spotify starbucks target tesla trader uber uniqlo venmo visa vti wells whole foods`
    .split(/\s+/)
    .filter(Boolean),
);
