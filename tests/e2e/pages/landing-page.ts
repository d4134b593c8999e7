import type { Page } from "@playwright/test";

/** What a newcomer sees first. */
export class LandingPage {
  constructor(readonly page: Page) {}

  async open(): Promise<void> {
    await this.page.goto("/");
  }

  /** One click to a signed-in demo person. */
  async exploreDemo(): Promise<void> {
    await this.page.getByRole("button", { name: "Explore the demo" }).first().click();
    await this.page.waitForURL(/\/chat/);
  }
}
