import { expect, type Locator, type Page } from "@playwright/test";

/** The page where files of transactions are imported. */
export class ImportPage {
  constructor(readonly page: Page) {}

  get rows(): Locator {
    return this.page.getByRole("list", { name: "Rows of the file" }).getByRole("listitem");
  }

  get importButton(): Locator {
    return this.page.getByRole("button", { name: /^Import/ });
  }

  get pastImports(): Locator {
    return this.page.getByRole("region", { name: "Past imports" });
  }

  async open(): Promise<void> {
    await this.page.goto("/accounts/import");
    await expect(this.page.getByRole("heading", { name: "Import a file" })).toBeVisible();
  }

  async choose(name: string, text: string): Promise<void> {
    await this.page
      .getByLabel("CSV file")
      .setInputFiles({ name, mimeType: "text/csv", buffer: Buffer.from(text, "utf8") });
    await expect(this.page.getByRole("heading", { name })).toBeVisible();
  }

  async nameAccount(bank: string, account: string): Promise<void> {
    await this.page.getByLabel("Bank", { exact: true }).fill(bank);
    await this.page.getByLabel("Account name").fill(account);
  }

  /** Once the server has read the file with the last change. */
  async confirm(count: number): Promise<void> {
    const button = this.page.getByRole("button", {
      name: count === 1 ? "Import 1 row" : `Import ${count} rows`,
    });
    await expect(button).toBeEnabled();
    await button.click();
    await expect(this.page.getByText(/rows? imported to/)).toBeVisible();
  }
}
