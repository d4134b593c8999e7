import { randomUUID } from "node:crypto";
import { AccountPage } from "./pages/account-page";
import { AccountsPage } from "./pages/accounts-page";
import { ChatPage } from "./pages/chat-page";
import { expect, test } from "./support/test";

const newPerson = () => ({
  name: "Robin Example",
  email: `robin-${randomUUID()}@purser.example`,
  password: "correct horse battery",
});

test("a newcomer signs up, links a sandbox bank, and gets an answer from it", async ({ page }) => {
  const account = new AccountPage(page);
  const chat = new ChatPage(page);
  await account.signUp(newPerson());
  await page.waitForURL(/\/chat/);
  const accounts = new AccountsPage(page);
  await accounts.open();
  await accounts.link("First Platypus Bank");
  await accounts.expectUpdated("First Platypus Bank");
  await chat.open();
  await chat.ask("How much money do I have in my accounts?");
  expect(await chat.answerText()).toMatch(/\$[\d,]+\.\d\d/);
});

test("signing out closes the door, signing in opens it again", async ({ page }) => {
  const account = new AccountPage(page);
  const person = newPerson();
  await account.signUp(person);
  await page.waitForURL(/\/chat/);
  await account.signOut();
  await page.waitForURL(/\/(sign-in)?$/);
  await page.goto("/chat");
  await page.waitForURL(/\/sign-in/);
  await account.signIn(person);
  await page.waitForURL(/\/chat/);
});

test("what was typed and not sent survives a reload, and is gone after signing out", async ({ page }) => {
  const account = new AccountPage(page);
  const chat = new ChatPage(page);
  const stored = () => page.evaluate(() => JSON.stringify(window.localStorage));
  await account.signUp(newPerson());
  await page.waitForURL(/\/chat/);
  await chat.open();
  await chat.composer.fill("can I afford the divorce?");
  await expect.poll(stored).toContain("divorce");
  await page.reload();
  await expect(chat.composer).toHaveValue("can I afford the divorce?");
  await account.signOut();
  await page.waitForURL(/\/(sign-in)?$/);
  await account.signUp(newPerson());
  await page.waitForURL(/\/chat/);
  await chat.open();
  await expect(chat.composer).toHaveValue("");
  expect(await stored()).not.toContain("divorce");
});

test("too many wrong passwords close the door for a while, also to the right one", async ({ page }) => {
  const account = new AccountPage(page);
  const person = newPerson();
  await account.signUp(person);
  await page.waitForURL(/\/chat/);
  await page.context().clearCookies();
  for (let guess = 0; guess < 10; guess += 1) {
    await account.signIn({ ...person, password: "wrong horse battery" });
    await expect(account.problem).toContainText("not right");
  }
  await account.signIn(person);
  await expect(account.problem).toContainText(/Too many attempts\. Try again in 1[45] minutes\./);
});

test("a wrong password says so, keeps the e-mail and signs nobody in", async ({ page }) => {
  const account = new AccountPage(page);
  const person = newPerson();
  await account.signUp(person);
  await page.waitForURL(/\/chat/);
  await page.context().clearCookies();
  await account.signIn({ ...person, password: "wrong horse battery" });
  await expect(account.problem).toContainText(/e-mail|password/i);
  await expect(page.getByLabel("E-mail")).toHaveValue(person.email);
  await page.goto("/chat");
  await page.waitForURL(/\/sign-in/);
});

test("an address that is taken is refused with a remedy", async ({ page }) => {
  const account = new AccountPage(page);
  const person = newPerson();
  await account.signUp(person);
  await page.waitForURL(/\/chat/);
  await page.context().clearCookies();
  await account.signUp(person);
  await expect(account.problem).toContainText(/sign in/i);
});

test("after signing in, only an address of this site is opened", async ({ page }) => {
  const account = new AccountPage(page);
  const person = newPerson();
  await account.signUp(person);
  await page.waitForURL(/\/chat/);
  await page.context().clearCookies();
  await page.goto("/sign-in?next=https://evil.example/phish");
  await page.getByLabel("E-mail").fill(person.email);
  await page.getByLabel("Password", { exact: true }).fill(person.password);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await page.waitForURL(/localhost:\d+\/chat/);
});
