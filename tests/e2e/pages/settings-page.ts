import { expect, type Locator, type Page } from "@playwright/test";

/** What a person can set. */
export class SettingsPage {
  constructor(readonly page: Page) {}

  async open(): Promise<void> {
    await this.page.goto("/settings");
    await this.expectOpen();
  }

  /** As a person goes there. */
  async openFromMenu(): Promise<void> {
    await this.personMenu.click();
    await this.page.getByRole("menuitem", { name: "Settings" }).click();
    await this.expectOpen();
  }

  async openFromPalette(): Promise<void> {
    await this.page.keyboard.press("ControlOrMeta+k");
    await this.page.getByRole("combobox").fill("settings");
    await this.page.getByRole("option", { name: "Settings" }).click();
    await this.expectOpen();
  }

  async expectOpen(): Promise<void> {
    await expect(this.page.getByRole("heading", { level: 1, name: "Settings" })).toBeVisible();
    await expect(this.page.getByText("Reading your settings…")).toHaveCount(0);
  }

  /** By its name the shell shows whose account it is. */
  get personMenu(): Locator {
    return this.page.getByRole("button", { name: /^Account of/ });
  }

  section(title: string): Locator {
    return this.page.getByRole("region", { name: title, exact: true });
  }

  get problem(): Locator {
    return this.dialog.getByRole("alert");
  }

  async changeName(name: string): Promise<void> {
    await this.page.getByRole("button", { name: "Change your name" }).click();
    await this.dialog.getByLabel("Name").fill(name);
    await this.save();
  }

  async changeEmail(email: string, password: string): Promise<void> {
    await this.page.getByRole("button", { name: "Change your e-mail" }).click();
    await this.dialog.getByLabel("New e-mail").fill(email);
    await this.dialog.getByLabel("Your password").fill(password);
    await this.dialog.getByRole("button", { name: "Save" }).click();
  }

  async changePassword(password: string, newPassword: string): Promise<void> {
    await this.page.getByRole("button", { name: "Change your password" }).click();
    await this.dialog.getByLabel("Your password now").fill(password);
    await this.dialog.getByLabel("New password").fill(newPassword);
    await this.save();
  }

  /** Found by a few letters. */
  async chooseTimeZone(letters: string, zone: string): Promise<void> {
    await this.page.getByRole("button", { name: "Change the time zone" }).click();
    await this.page.getByRole("combobox", { name: "Time zones" }).fill(letters);
    await this.page.getByRole("option", { name: zone, exact: true }).click();
    await expect(this.section("Money").getByText(zone, { exact: true })).toBeVisible();
  }

  theme(name: string): Locator {
    return this.section("Appearance").getByRole("radio", { name });
  }

  get devices(): Locator {
    return this.page.getByRole("list", { name: "Devices" }).getByRole("listitem");
  }

  async signOutDevice(device: string): Promise<void> {
    await this.devices
      .getByRole("button", { name: `Sign out ${device}` })
      .first()
      .click();
  }

  async signOutEverywhereElse(): Promise<void> {
    await this.page.getByRole("button", { name: "Sign out everywhere else" }).click();
    await expect(this.devices).toHaveCount(1);
  }

  get dialog(): Locator {
    return this.page.getByRole("dialog");
  }

  async save(): Promise<void> {
    await this.dialog.getByRole("button", { name: "Save" }).click();
    await expect(this.dialog).toHaveCount(0);
  }

  /** How much wider than its box the page is. */
  async overflow(): Promise<number> {
    return this.page.locator("main > div").evaluate((box) => box.scrollWidth - box.clientWidth);
  }
}
