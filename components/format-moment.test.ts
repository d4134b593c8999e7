import { expect, it } from "vitest";
import { formatMoment } from "./format-moment";

it("shows a moment on the person's own clock", () => {
  const moment = "2026-11-25T00:52:00.000Z";
  expect(formatMoment(moment, "America/Los_Angeles")).toBe("Nov 24, 4:52 PM");
  expect(formatMoment(moment, "Europe/Berlin")).toBe("Nov 25, 1:52 AM");
});
