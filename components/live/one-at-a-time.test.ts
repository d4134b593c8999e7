import { expect, it } from "vitest";
import { oneAtATime } from "./one-at-a-time";

it("looks once more when it was asked to while it was looking, however often", async () => {
  let looks = 0;
  let isLooking = false;
  const doors: (() => void)[] = [];
  const look = oneAtATime(async () => {
    expect(isLooking).toBe(false);
    isLooking = true;
    looks += 1;
    await new Promise<void>((resolve) => doors.push(resolve));
    isLooking = false;
  });
  const first = look();
  await Promise.all([look(), look()]);
  expect(looks).toBe(1);
  doors.shift()?.();
  while (looks < 2) await Promise.resolve();
  doors.shift()?.();
  await first;
  expect(looks).toBe(2);

  const later = look();
  doors.shift()?.();
  await later;
  expect(looks).toBe(3);
});
