/** What is not given to a part yet, in minor units with the sign of the whole; of the other sign: the parts are too much. */
export const remainderOf = (wholeMinor: number, amountsMinor: readonly number[]): number =>
  amountsMinor.reduce((rest, amountMinor) => rest - amountMinor, wholeMinor);

/** Whether amounts in minor units are a split of the whole: each is some of it, and together they are it. */
export const isSplitOf = (wholeMinor: number, amountsMinor: readonly number[]): boolean =>
  amountsMinor.every((amountMinor) => amountMinor !== 0 && amountMinor > 0 === wholeMinor > 0) &&
  remainderOf(wholeMinor, amountsMinor) === 0;
