import { afterEach, expect, it, vi } from "vitest";
import { keepReading } from "./use-live-feed";

const PERSON = "0190a000-0000-7000-8000-000000000001";
const A_WHILE_MS = 10 * 60_000;

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

it("puts a tab that was opened in the background to sleep", async () => {
  vi.useFakeTimers();
  const requests: AbortSignal[] = [];
  vi.stubGlobal("navigator", {});
  vi.stubGlobal("document", Object.assign(new EventTarget(), { visibilityState: "hidden" }));
  vi.stubGlobal("window", new EventTarget());
  vi.stubGlobal("fetch", (_url: string, { signal }: { signal: AbortSignal }) => {
    requests.push(signal);
    return new Promise((_resolve, reject) => {
      signal.addEventListener("abort", () => reject(signal.reason));
    });
  });
  const stop = keepReading({ personId: PERSON, onEvent: () => undefined, onLive: () => undefined });
  window.dispatchEvent(new Event("pageshow"));
  expect(requests).toHaveLength(1);

  await vi.advanceTimersByTimeAsync(A_WHILE_MS);
  const before = requests.length;
  await vi.advanceTimersByTimeAsync(A_WHILE_MS);
  expect(requests).toHaveLength(before);
  expect(requests.every((signal) => signal.aborted)).toBe(true);
  stop();
});

it("leaves the page when nobody is signed in any more, once", async () => {
  vi.useFakeTimers();
  const reload = vi.fn();
  const fetch = vi.fn(async () => new Response(null, { status: 401 }));
  vi.stubGlobal("navigator", {});
  vi.stubGlobal("document", Object.assign(new EventTarget(), { visibilityState: "visible" }));
  vi.stubGlobal("window", Object.assign(new EventTarget(), { location: { reload } }));
  vi.stubGlobal("fetch", fetch);
  const stop = keepReading({ personId: PERSON, onEvent: () => undefined, onLive: () => undefined });
  await vi.advanceTimersByTimeAsync(A_WHILE_MS);
  expect(reload).toHaveBeenCalledTimes(1);
  expect(fetch).toHaveBeenCalledTimes(1);
  stop();
});
