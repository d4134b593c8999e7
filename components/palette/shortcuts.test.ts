import { expect, it } from "vitest";
import { shortcutOf } from "./shortcuts";

const press = (key: string, held: Partial<KeyboardEvent> = {}, isTyping = false) =>
  shortcutOf({ key, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...held }, isTyping);

it("takes Ctrl and Cmd for the same, also while something is typed", () => {
  expect(press("k", { ctrlKey: true }, true)).toBe("palette");
  expect(press("K", { metaKey: true })).toBe("palette");
  expect(press("O", { ctrlKey: true, shiftKey: true }, true)).toBe("new-chat");
});

it("leaves letters to whoever types", () => {
  expect(press("?", { shiftKey: true })).toBe("help");
  expect(press("?", { shiftKey: true }, true)).toBeNull();
  expect(press("/")).toBe("focus-composer");
  expect(press("/", {}, true)).toBeNull();
});

it("leaves the browser's own shortcuts alone", () => {
  for (const key of ["o", "/", "?", "l", "t"]) expect(press(key, { ctrlKey: true })).toBeNull();
  expect(press("k", { ctrlKey: true, altKey: true })).toBeNull();
});
