import { expect, type Locator, type Page } from "@playwright/test";

/** The page on which people live with their banks, and the window in which they link one. */
export class AccountsPage {
  constructor(readonly page: Page) {}

  async open(): Promise<void> {
    await this.page.goto("/accounts");
    await expect(this.page.getByRole("heading", { level: 1, name: "Accounts" })).toBeVisible();
  }

  get connectButton(): Locator {
    return this.page.getByRole("button", { name: "Connect a bank" });
  }

  /** One linked bank. */
  bank(name: string): Locator {
    return this.page.getByRole("region", { name });
  }

  accountsOf(bank: string): Locator {
    return this.bank(bank).getByRole("listitem");
  }

  get window(): Locator {
    return this.page.getByRole("dialog");
  }

  get windowProblem(): Locator {
    return this.window.getByRole("alert");
  }

  async startLinking(): Promise<void> {
    await this.connectButton.click();
    await expect(this.window.getByRole("heading", { name: "Choose your bank" })).toBeVisible();
  }

  async chooseBank(name: string): Promise<void> {
    await this.window.getByRole("searchbox", { name: "Search for your bank" }).fill(name.slice(0, 6));
    await this.window.getByRole("button", { name }).click();
    await expect(this.window.getByRole("heading", { name: `Sign in to ${name}` })).toBeVisible();
  }

  async signIn(username: string, password: string): Promise<void> {
    await this.window.getByLabel("User name").fill(username);
    await this.window.getByLabel("Password").fill(password);
    await this.window.getByRole("button", { name: "Sign in", exact: true }).click();
  }

  /** Shares what the bank proposes, or only those that are named. */
  async chooseAccounts(button: "Connect" | "Save", names?: readonly string[]): Promise<void> {
    await expect(this.window.getByRole("heading", { name: "Choose accounts" })).toBeVisible();
    for (const box of names ? await this.window.getByRole("checkbox").all() : []) {
      const label = (await box.locator("..").textContent()) ?? "";
      await box.setChecked(names?.some((name) => label.includes(name)) ?? true);
    }
    await this.window.getByRole("button", { name: button, exact: true }).click();
  }

  async done(title: RegExp | string): Promise<void> {
    await expect(this.window.getByRole("heading", { name: title })).toBeVisible();
    await this.window.getByRole("button", { name: "Done" }).click();
    await expect(this.window).toHaveCount(0);
  }

  /** The whole way, with one of the sandbox bank's test users. */
  async link(bank: string, username = "user_good", password = "pass_good"): Promise<void> {
    await this.startLinking();
    await this.chooseBank(bank);
    await this.signIn(username, password);
    await this.chooseAccounts("Connect");
    await this.done(`${bank} is connected`);
  }

  async expectUpdated(bank: string): Promise<void> {
    await expect(this.bank(bank).getByText(/^Updated /)).toBeVisible({ timeout: 45_000 });
  }

  async chooseOption(bank: string, option: string): Promise<void> {
    await this.page.getByRole("button", { name: `Options for ${bank}` }).click();
    await this.page.getByRole("menuitem", { name: option }).click();
  }

  async disconnect(bank: string): Promise<void> {
    await this.chooseOption(bank, "Disconnect…");
    await this.page.getByRole("alertdialog").getByRole("button", { name: "Disconnect", exact: true }).click();
    await expect(this.bank(bank)).toHaveCount(0);
  }
}
