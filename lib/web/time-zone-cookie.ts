import { cookies } from "next/headers";
import type { NextRequest } from "next/server";
import { TimeZone } from "../contract/account";

const NAME = "purser.time-zone";
const MINUTES = 15;

/** Keeps the browser's time zone while the person is away at Google or GitHub. */
export async function writeTimeZoneCookie(timeZone: string): Promise<void> {
  (await cookies()).set(NAME, timeZone, { httpOnly: true, sameSite: "lax", path: "/", maxAge: MINUTES * 60 });
}

/** @returns the zone that was kept, or "UTC" */
export function readTimeZoneCookie(request: NextRequest | undefined): string {
  const zone = TimeZone.safeParse(request?.cookies.get(NAME)?.value);
  return zone.success ? zone.data : "UTC";
}
