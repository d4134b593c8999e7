import { expect, type Locator, type Page } from "@playwright/test";

/** What is remembered of a person. */
export class MemoriesPage {
  constructor(readonly page: Page) {}

  async open(): Promise<void> {
    await this.page.goto("/memories");
    await expect(this.page.getByRole("heading", { level: 1, name: "Memories" })).toBeVisible();
  }

  get memories(): Locator {
    return this.page.getByRole("main").getByRole("listitem");
  }

  get emptyNotice(): Locator {
    return this.page.getByText("Nothing is remembered.");
  }

  async correct(text: string, to: string): Promise<void> {
    await this.page.getByRole("button", { name: `Correct: ${text}` }).click();
    await this.page.getByRole("textbox", { name: "Memory" }).fill(to);
    await this.page.getByRole("button", { name: "Save" }).click();
    await expect(this.memories.filter({ hasText: to })).toHaveCount(1);
  }

  async forget(text: string): Promise<void> {
    await this.page.getByRole("button", { name: `Forget: ${text}` }).click();
    await expect(this.memories.filter({ hasText: text })).toHaveCount(0);
  }
}
