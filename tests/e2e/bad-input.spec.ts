import { randomUUID } from "node:crypto";
import type { APIRequestContext, Page } from "@playwright/test";
import { AccountPage } from "./pages/account-page";
import { ChatPage } from "./pages/chat-page";
import { expect, test } from "./support/test";

async function signedIn(page: Page): Promise<APIRequestContext> {
  const person = {
    name: "Sam",
    email: `sam-${randomUUID()}@purser.example`,
    password: "correct horse battery",
  };
  await new AccountPage(page).signUp(person);
  await page.waitForURL(/\/chat/);
  return page.request;
}

const message = (text: string) => ({
  id: randomUUID(),
  trigger: "submit-message",
  message: { id: randomUUID(), role: "user", parts: [{ type: "text", text }] },
});

async function expectError(
  response: { status(): number; json(): Promise<unknown> },
  status: number,
  code: string,
) {
  const body = await response.json();
  expect(response.status()).toBe(status);
  expect(body).toEqual({
    error: { code, message: expect.stringMatching(/\w+/), requestId: expect.stringMatching(/\w+/) },
  });
}

test("signed out, nothing is answered", async ({ request }) => {
  await expectError(await request.post("/api/chat", { data: message("hello") }), 401, "unauthenticated");
  await expectError(await request.get(`/api/chat/${randomUUID()}/stream`), 401, "unauthenticated");
});

test("bad bodies are refused in the documented shape", async ({ page }) => {
  const api = await signedIn(page);
  const post = (data: string) =>
    api.post("/api/chat", { data, headers: { "content-type": "application/json" } });
  await expectError(await post(""), 400, "invalid");
  await expectError(await post("{"), 400, "invalid");
  await expectError(await post(JSON.stringify(message("   "))), 400, "invalid");
  await expectError(await post(JSON.stringify(message("a".repeat(9_000)))), 400, "invalid");
  await expectError(await post(JSON.stringify(message("a".repeat(1_100_000)))), 413, "too_large");
  await expectError(await post(JSON.stringify({ ...message("hello"), id: "not-an-id" })), 400, "invalid");
  await page.reload();
  await expect(new ChatPage(page).conversations.getByRole("link", { name: /hello|aaa/ })).toHaveCount(0);
});

test("an unknown conversation and another person's are the same: not found", async ({
  page,
  browser,
  application,
}) => {
  const mine = await signedIn(page);
  const conversation = message("How much did I spend last month?");
  const answered = await mine.post("/api/chat", { data: conversation });
  expect(answered.status()).toBe(200);

  const other = await browser.newPage({ baseURL: application.url });
  const theirs = await signedIn(other);
  for (const id of [conversation.id, randomUUID()]) {
    await expectError(await theirs.get(`/api/chat/${id}/stream`), 404, "not_found");
    await expectError(await theirs.post(`/api/chat/${id}/stop`, { data: {} }), 404, "not_found");
    expect((await other.goto(`/chat/${id}`))?.status()).toBe(404);
  }
  await expectError(
    await theirs.post("/api/chat", { data: { ...message("mine now"), id: conversation.id } }),
    404,
    "not_found",
  );
  await other.close();

  await page.goto(`/chat/${conversation.id}`);
  await expect(new ChatPage(page).questions).toHaveCount(1);
});

test("a wrong Last-Event-ID is refused", async ({ page }) => {
  const api = await signedIn(page);
  const conversation = message("How much did I spend last month?");
  await api.post("/api/chat", { data: conversation });
  for (const cursor of ["abc", "-1", "1.5", "99999999999999999999"]) {
    const response = await api.get(`/api/chat/${conversation.id}/stream`, {
      headers: { "last-event-id": cursor },
    });
    await expectError(response, 400, "invalid");
  }
});
