import type { Locator, Page } from "@playwright/test";

/** A chat of which nothing is kept. */
export class TemporaryChat {
  constructor(readonly page: Page) {}

  /** On the screen of a new chat. */
  get toggle(): Locator {
    return this.page.getByRole("switch", { name: "Temporary chat" });
  }

  get notice(): Locator {
    return this.page.getByRole("note").filter({ hasText: "Temporary:" });
  }

  /** In the place of one that was left elsewhere. */
  get overNotice(): Locator {
    return this.page.getByRole("heading", { name: "This temporary chat is over" });
  }

  /** In the place of one that is opened by its address after it was left. */
  get missingNotice(): Locator {
    return this.page.getByRole("heading", { name: "No such conversation" });
  }

  /** Everything that this browser keeps for the application. */
  async storedInBrowser(): Promise<string> {
    return this.page.evaluate(() => JSON.stringify({ ...window.localStorage }));
  }
}
