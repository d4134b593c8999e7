"use client";

const tellTimeZone = (input: HTMLInputElement | null) => {
  if (input) input.value = Intl.DateTimeFormat().resolvedOptions().timeZone;
};

/** Sends the browser's time zone along, so that "last month" begins at the person's own midnight. Empty without JavaScript. */
export function TimeZoneField() {
  return <input type="hidden" name="timeZone" ref={tellTimeZone} />;
}
