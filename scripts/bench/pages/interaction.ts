import type { Page } from "@playwright/test";
import { percentile } from "../percentile";

declare global {
  interface Window {
    /** Milliseconds from an input to the next paint, by interaction. */
    interactions: Map<number, number>;
    layoutShift: number;
  }
}

/** From now on the page notes how long it takes to show what was done to it, and what moves by itself. */
export const watchPaints = (page: Page): Promise<void> =>
  page.evaluate(() => {
    window.interactions = new Map();
    window.layoutShift = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEventTiming & { interactionId?: number })[]) {
        const id = entry.interactionId ?? 0;
        if (id > 0) window.interactions.set(id, Math.max(entry.duration, window.interactions.get(id) ?? 0));
      }
    }).observe({ type: "event", durationThreshold: 16, buffered: false } as PerformanceObserverInit);
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & { value: number })[])
        window.layoutShift += entry.value;
    }).observe({ type: "layout-shift", buffered: false });
  });

/** Interaction to next paint as the browsers define it for so few: the worst. Quicker ones than a frame are not noted. */
export async function paintDelays(page: Page): Promise<{ worst: number; p50: number; count: number }> {
  const delays = await page.evaluate(() => [...window.interactions.values()]);
  return {
    worst: Math.max(0, ...delays),
    p50: delays.length === 0 ? 0 : percentile(delays, 0.5),
    count: delays.length,
  };
}

export const layoutShift = (page: Page): Promise<number> => page.evaluate(() => window.layoutShift);
