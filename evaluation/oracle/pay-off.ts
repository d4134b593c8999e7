/** Months until nothing is owed: a month's interest, rounded to the cent, then the payment. */
export function monthsToPayOff(balanceCents: number, aprBasisPoints: number, paymentCents: number): number {
  let owed = balanceCents;
  let months = 0;
  while (owed > 0 && months < 1_200) {
    owed += Math.round((owed * aprBasisPoints) / 120_000) - paymentCents;
    months += 1;
  }
  return months;
}
