import { type SQL, type SQLWrapper, sql } from "drizzle-orm";

/**
 * In small letters of all scripts, as `toLowerCase` makes them. Plain `lower` goes by the locale of the database: under "C",
 * which the embedded one and many containers have, it knows no letters but those of English.
 */
export const lowerCase = (text: SQLWrapper | string): SQL => sql`lower(${text}::text collate "und-x-icu")`;
