type PayOff = { months: number; interestCents: number };

/** Until nothing is owed: a month's interest, rounded to the cent, then the payment. */
export function payOff(balanceCents: number, aprBasisPoints: number, paymentCents: number): PayOff {
  let owed = balanceCents;
  let months = 0;
  let interestCents = 0;
  while (owed > 0 && months < 1_200) {
    const interest = Math.round((owed * aprBasisPoints) / 120_000);
    interestCents += interest;
    owed += interest - paymentCents;
    months += 1;
  }
  return { months, interestCents };
}
