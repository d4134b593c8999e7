import { bigint, timestamp } from "drizzle-orm/pg-core";

export const moment = () => timestamp({ withTimezone: true, mode: "date" });

/** Integer minor units of the row's currency (cents for USD). */
export const minorUnits = () => bigint({ mode: "number" });
