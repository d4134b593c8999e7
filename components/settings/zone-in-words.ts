/** An IANA zone as people read it. */
export const zoneInWords = (timeZone: string): string => timeZone.replaceAll("_", " ");
