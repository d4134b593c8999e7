import { randomUUID } from "node:crypto";
import type { Browser } from "@playwright/test";
import { AccountPage } from "./pages/account-page";
import { ChatPage } from "./pages/chat-page";
import { LandingPage } from "./pages/landing-page";
import { SettingsPage } from "./pages/settings-page";
import { expectAccessible, expectAccessibleInBothThemes } from "./support/accessibility";
import type { NewPerson } from "./support/new-person";
import { signUpNewPerson } from "./support/new-person";
import { expect, test } from "./support/test";

const FIREFOX = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:144.0) Gecko/20100101 Firefox/144.0";

/** Another browser, in which the same person signs in. */
async function signInElsewhere(browser: Browser, baseURL: string, person: NewPerson): Promise<SettingsPage> {
  const context = await browser.newContext({ baseURL, userAgent: FIREFOX });
  const page = await context.newPage();
  await new AccountPage(page).signIn(person);
  await page.waitForURL(/\/chat/);
  return new SettingsPage(page);
}

test("a new name is shown in the menu, and after a reload", async ({ page }) => {
  await signUpNewPerson(page);
  const settings = new SettingsPage(page);
  await settings.openFromMenu();
  await settings.changeName("Robin Redbreast");
  await expect(settings.personMenu).toHaveAccessibleName("Account of Robin Redbreast");
  await page.reload();
  await expect(settings.personMenu).toHaveAccessibleName("Account of Robin Redbreast");
});

test("a dialog gives the focus back to what opened it, also from a menu", async ({ page }) => {
  await signUpNewPerson(page);
  const chat = new ChatPage(page);
  await chat.ask("How much did I spend on groceries last month?");
  await chat.answerText();
  await page.getByRole("button", { name: /^Options for/ }).focus();
  await page.keyboard.press("Enter");
  await page.getByRole("menuitem", { name: "Rename" }).press("Enter");
  await expect(page.getByRole("dialog")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("button", { name: /^Options for/ })).toBeFocused();
  const settings = new SettingsPage(page);
  await settings.open();
  const opener = page.getByRole("button", { name: "Change your name" });
  await opener.press("Enter");
  await expect(page.getByRole("dialog")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(opener).toBeFocused();
});

test("the e-mail changes only with the password", async ({ page }) => {
  const person = await signUpNewPerson(page);
  const email = `robin-${randomUUID()}@purser.example`;
  const settings = new SettingsPage(page);
  await settings.openFromPalette();
  await settings.changeEmail(email, "wrong horse battery");
  await expect(settings.problem).toContainText("not your password");
  await settings.dialog.getByLabel("Your password").fill(person.password);
  await settings.save();
  await expect(settings.section("Profile")).toContainText(email);
  const account = new AccountPage(page);
  await account.signOut();
  await page.waitForURL(/\/(sign-in)?$/);
  await account.signIn({ ...person, email });
  await page.waitForURL(/\/chat/);
});

test("time zone and theme are kept", async ({ page }) => {
  await signUpNewPerson(page);
  const settings = new SettingsPage(page);
  await settings.open();
  await settings.chooseTimeZone("tok", "Asia/Tokyo");
  await settings.theme("Dark").check();
  await expect(page.locator("html")).toHaveClass(/\bdark\b/);
  await page.reload();
  await expect(settings.section("Money")).toContainText("Asia/Tokyo");
  await expect(settings.theme("Dark")).toBeChecked();
  await expect(page.locator("html")).toHaveClass(/\bdark\b/);
  await settings.theme("Light").check();
  await expect(page.locator("html")).not.toHaveClass(/\bdark\b/);
});

test("another browser is signed out from here", async ({ page, browser, application }) => {
  const person = await signUpNewPerson(page);
  const other = await signInElsewhere(browser, application.url, person);
  const settings = new SettingsPage(page);
  await settings.open();
  await expect(settings.devices).toHaveCount(2);
  await expect(settings.devices.first()).toContainText("This device");
  await settings.signOutDevice("Firefox on Windows");
  await expect(settings.devices).toHaveCount(1);
  // Nobody touches it: what it shows goes away by itself.
  await other.page.waitForURL(/\/sign-in/);
  await other.page.goto("/overview");
  await other.page.waitForURL(/\/sign-in/);
  await page.reload();
  await settings.expectOpen();
  await other.page.context().close();
});

test("a new password signs out every other browser, and this one stays", async ({
  page,
  browser,
  application,
}) => {
  const person = await signUpNewPerson(page);
  const [first, second] = [
    await signInElsewhere(browser, application.url, person),
    await signInElsewhere(browser, application.url, person),
  ];
  const settings = new SettingsPage(page);
  await settings.open();
  await settings.changePassword(person.password, "battery horse correct");
  await expect(settings.devices).toHaveCount(1);
  for (const other of [first, second]) {
    await other.page.goto("/settings");
    await other.page.waitForURL(/\/sign-in/);
    await other.page.context().close();
  }
  await page.reload();
  await settings.expectOpen();
});

test("all other browsers are signed out at once", async ({ page, browser, application }) => {
  const person = await signUpNewPerson(page);
  const other = await signInElsewhere(browser, application.url, person);
  const settings = new SettingsPage(page);
  await settings.open();
  await settings.signOutEverywhereElse();
  await other.page.reload();
  await other.page.waitForURL(/\/sign-in/);
  await other.page.context().close();
});

test("the demo shows its settings and changes none, with the way to an account of one's own", async ({
  page,
}) => {
  await new LandingPage(page).open();
  await new LandingPage(page).exploreDemo();
  const settings = new SettingsPage(page);
  await settings.open();
  await expect(page.getByRole("button", { name: /^Change/ })).toHaveCount(0);
  await expect(settings.devices).toHaveCount(1);
  await settings.section("Profile").getByRole("link", { name: "Create an account" }).click();
  await page.waitForURL(/\/sign-up/);
});

test("the settings break no accessibility rule, on a desktop and on a phone", async ({ page }) => {
  await signUpNewPerson(page);
  const settings = new SettingsPage(page);
  await settings.open();
  await expectAccessibleInBothThemes(page);
  await page.setViewportSize({ width: 390, height: 844 });
  await settings.open();
  expect(await settings.overflow(), "the page fits a phone").toBe(0);
  await expectAccessible(page);
  await page.getByRole("button", { name: "Change the time zone" }).click();
  await expect(page.getByRole("combobox", { name: "Time zones" })).toBeVisible();
  await expectAccessible(page);
});
