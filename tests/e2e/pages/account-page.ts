import type { Locator, Page } from "@playwright/test";

/** Sign-in, sign-up and sign-out. */
export class AccountPage {
  constructor(readonly page: Page) {}

  get problem(): Locator {
    return this.page.locator("form [role=alert]");
  }

  async signUp(person: { name: string; email: string; password: string }): Promise<void> {
    await this.page.goto("/sign-up");
    await this.page.getByLabel("Name").fill(person.name);
    await this.page.getByLabel("E-mail").fill(person.email);
    await this.page.getByLabel("Password", { exact: true }).fill(person.password);
    await this.page.getByRole("button", { name: "Create account" }).click();
  }

  async signIn(person: { email: string; password: string }): Promise<void> {
    await this.page.goto("/sign-in");
    await this.page.getByLabel("E-mail").fill(person.email);
    await this.page.getByLabel("Password", { exact: true }).fill(person.password);
    await this.page.getByRole("button", { name: "Sign in", exact: true }).click();
  }

  async signOut(): Promise<void> {
    await this.page.getByRole("button", { name: /^Account of/ }).click();
    await this.page.getByRole("menuitem", { name: "Sign out" }).click();
  }
}
