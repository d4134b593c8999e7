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

/** From now on, notes the text of the last answer at every change of the page and every frame, also when it is gone. */
export async function watchShownText(page: Page): Promise<void> {
  await page.evaluate(() => {
    window.paintedTexts = [];
    const look = () => {
      const text = [...document.querySelectorAll("[data-testid=answer-text]")].at(-1)?.textContent ?? "";
      const before = window.paintedTexts.at(-1) ?? "";
      if (text !== before) window.paintedTexts.push(text);
    };
    new MutationObserver(look).observe(document.body, {
      subtree: true,
      childList: true,
      characterData: true,
    });
    const frame = () => {
      look();
      requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
  });
}

/** The first text that did not go on where the one before it ended: it shrank, blinked or was written anew. */
export function firstBreak(texts: readonly string[]): { before: string; after: string } | null {
  for (const [index, after] of texts.entries()) {
    const before = texts[index - 1] ?? "";
    if (!after.startsWith(before)) return { before, after };
  }
  return null;
}
