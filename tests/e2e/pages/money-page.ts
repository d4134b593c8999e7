import { expect, type Locator, type Page } from "@playwright/test";

/** The pages of a person's money: overview, spending, recurring, budgets, goals. */
export class MoneyPage {
  constructor(readonly page: Page) {}

  async open(title: string): Promise<void> {
    await this.page.goto(`/${title.toLowerCase()}`);
    await this.expectOpen(title);
  }

  /** As a person goes there. */
  async openFromMenu(title: string): Promise<void> {
    await this.page.getByRole("navigation", { name: "Pages" }).getByRole("link", { name: title }).click();
    await this.expectOpen(title);
  }

  async expectOpen(title: string): Promise<void> {
    await expect(this.page.getByRole("heading", { level: 1, name: title })).toBeVisible();
    // What is shown while the page is read has a heading, too.
    await expect(this.page.getByText("Reading your money…")).toHaveCount(0);
  }

  chart(name: string): Locator {
    return this.page.getByRole("figure", { name });
  }

  card(name: string): Locator {
    return this.page.getByRole("region", { name });
  }

  listItem(list: string, text: string): Locator {
    return this.page.getByRole("list", { name: list }).getByRole("listitem").filter({ hasText: text });
  }

  askAbout(name: string): Locator {
    return this.page.getByRole("link", { name: `Ask about ${name}` });
  }

  get dialog(): Locator {
    return this.page.getByRole("dialog");
  }

  async save(): Promise<void> {
    await this.dialog.getByRole("button", { name: "Save" }).click();
    await expect(this.dialog).toHaveCount(0);
  }

  async remove(name: string): Promise<void> {
    await this.page.getByRole("button", { name: `Remove ${name}…` }).click();
    await this.page.getByRole("button", { name: `Remove ${name}`, exact: true }).click();
  }

  /** How much wider than its box the page is: something would be cut off, or move sideways under a thumb. */
  async overflow(): Promise<number> {
    return this.page.locator("main > div").evaluate((box) => box.scrollWidth - box.clientWidth);
  }
}
