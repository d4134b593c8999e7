/** What single payments are called, as a part of patterns. */
export const ROWS =
  "transactions?|purchases?|payments?|charges?|expenses?|orders?|withdrawals?|deposits?|refunds?|transfers?|entries|items?|things?|pay ?che(?:ck|que)s?|rides?|visits?|bills?|meals?|trips?|fill-?ups?|tickets?|subscriptions?|runs|stops";

/** What the places are called that are paid. */
export const PLACES = "merchants?|stores?|shops?|places?|companies|vendors?|retailers?";
