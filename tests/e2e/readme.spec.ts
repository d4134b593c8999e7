import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { AccountPage } from "./pages/account-page";
import { ChatPage } from "./pages/chat-page";
import { expect, test } from "./support/test";

/** The other commands of the README run these tests: `npm test`, and inside it `npm start` and `npm run check`. */
const SEED = /`(npm run seed -- [^`]+)`/.exec(readFileSync("README.md", "utf8"))?.[1] ?? "";

type Seeded = { name: string; email: string; password: string };

test("the README's seeding makes accounts that can sign in, and once more changes nothing", async ({
  page,
  application,
}) => {
  test.setTimeout(120_000);
  expect(SEED).toContain("--users 3");
  const seed = () => {
    const [program = "", ...args] = `${SEED} --json`.split(" ");
    const env = { ...process.env, DATA_DIR: application.dataDirectory };
    const output = execFileSync(program, args, { env, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
    return JSON.parse(output.slice(output.indexOf("["))) as Seeded[];
  };
  const people = seed();
  expect(people).toHaveLength(3);
  expect(seed()).toEqual(people);
  const person = people[1];
  if (!person) throw new Error("no second person");
  await new AccountPage(page).signIn(person);
  await page.waitForURL(/\/chat/);
  const chat = new ChatPage(page);
  await chat.ask("How much did I spend on groceries last month?");
  expect(await chat.answerText()).toMatch(/\$\d/);
});
