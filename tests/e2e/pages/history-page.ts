import { expect, type Locator, type Page } from "@playwright/test";

/** Searching, the archive and the shared links, which open above the conversation. */
export class HistoryPage {
  constructor(readonly page: Page) {}

  get searchField(): Locator {
    return this.page.getByRole("combobox", { name: "Search titles and messages" });
  }

  get found(): Locator {
    return this.page.getByRole("listbox", { name: "Found" }).getByRole("option");
  }

  get chosen(): Locator {
    return this.page.getByRole("option", { selected: true });
  }

  get archive(): Locator {
    return this.page.getByRole("dialog", { name: "Archived conversations" });
  }

  /** Above an open conversation that is archived. */
  get archivedNotice(): Locator {
    return this.page.getByRole("note").filter({ hasText: "Archived:" });
  }

  async moveBack(): Promise<void> {
    await this.archivedNotice.getByRole("button", { name: "Move back" }).click();
  }

  get shareDialog(): Locator {
    return this.page.getByRole("dialog", { name: /^Share/ });
  }

  async openMenuOnPhone(): Promise<void> {
    await this.page.getByRole("button", { name: "Open the menu" }).click();
  }

  async search(text: string): Promise<void> {
    await this.page.getByRole("button", { name: "Search conversations" }).click();
    await this.searchField.fill(text);
  }

  /** What is told and answered can be found a moment after the answer has ended. */
  async searchUntilFound(text: string): Promise<void> {
    await this.search(text);
    await expect(async () => {
      await this.searchField.fill("");
      await this.searchField.fill(text);
      await expect(this.found.nth(1)).toBeVisible({ timeout: 2_000 });
    }).toPass({ timeout: 30_000 });
  }

  async openArchive(): Promise<void> {
    await this.#chooseTool("Archived");
    await expect(this.archive).toBeVisible();
  }

  /** The file that the browser is given. */
  async exportAll(format: "Markdown" | "JSON"): Promise<string> {
    return this.download(() => this.#chooseTool(`Export all as ${format}`));
  }

  async download(start: () => Promise<void>): Promise<string> {
    const [download] = await Promise.all([this.page.waitForEvent("download"), start()]);
    const chunks: Buffer[] = [];
    for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer);
    return Buffer.concat(chunks).toString("utf8");
  }

  /** @returns the address of the new link */
  async createLink(show: readonly string[] = []): Promise<string> {
    for (const label of show) await this.shareDialog.getByRole("checkbox", { name: label }).check();
    await this.shareDialog.getByRole("button", { name: "Create link" }).click();
    return this.shareDialog.getByRole("textbox", { name: "Link" }).inputValue();
  }

  async revokeLink(): Promise<void> {
    await this.shareDialog.getByRole("button", { name: /^Revoke/ }).click();
    await expect(this.shareDialog.getByRole("button", { name: /^Revoke/ })).toBeHidden();
  }

  async #chooseTool(entry: string): Promise<void> {
    await this.page.getByRole("button", { name: "All conversations" }).click();
    await this.page.getByRole("menuitem", { name: entry }).click();
  }
}
