import type { Page } from "@playwright/test";

declare global {
  interface Window {
    paintedTexts: string[];
  }
}

/** From now on, notes the text of the answer at every animation frame in which it is different. */
export async function watchPaints(page: Page): Promise<void> {
  await page.evaluate(() => {
    window.paintedTexts = [];
    const look = () => {
      const text = document.querySelector("[data-testid=answer-text]")?.textContent ?? "";
      if (text !== "" && text !== window.paintedTexts.at(-1)) window.paintedTexts.push(text);
      requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
}

export const paintedTexts = (page: Page): Promise<string[]> => page.evaluate(() => window.paintedTexts);
