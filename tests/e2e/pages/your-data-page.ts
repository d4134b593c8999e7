import { type Download, expect, type Locator, type Page } from "@playwright/test";

/** What a person can do with all that is kept of them: the last parts of the settings, and the page after them. */
export class YourDataPage {
  constructor(readonly page: Page) {}

  async open(): Promise<void> {
    await this.page.goto("/settings");
    await expect(this.part("Your data")).toBeVisible();
  }

  part(name: string): Locator {
    return this.page.getByRole("region", { name });
  }

  async export(): Promise<Download> {
    const downloading = this.page.waitForEvent("download");
    await this.part("Your data").getByRole("link", { name: "Export everything" }).click();
    return downloading;
  }

  get dialog(): Locator {
    return this.page.getByRole("dialog");
  }

  async askToDelete(): Promise<void> {
    await this.part("Your data").getByRole("button", { name: "Delete account" }).click();
    await expect(this.dialog).toBeVisible();
  }

  async confirm(password: string): Promise<void> {
    await this.dialog.getByLabel("Your password").fill(password);
    await this.dialog.getByRole("button", { name: "Delete everything" }).click();
  }

  digestSwitch(): Locator {
    return this.part("Notifications").getByRole("checkbox", { name: "Weekly digest in the overview" });
  }
}
