import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import { AccountPage } from "../pages/account-page";

export type NewPerson = { name: string; email: string; password: string };

/** Somebody whom no other test knows, signed up and in. */
export async function signUpNewPerson(page: Page): Promise<NewPerson> {
  const person = {
    name: "Robin Example",
    email: `robin-${randomUUID()}@purser.example`,
    password: "correct horse battery",
  };
  await new AccountPage(page).signUp(person);
  await page.waitForURL(/\/chat/);
  return person;
}
