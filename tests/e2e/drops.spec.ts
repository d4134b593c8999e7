import type { Page } from "@playwright/test";
import { ChatPage } from "./pages/chat-page";
import { expect, test } from "./support/faulty-application";
import type { Fault } from "./support/faulty-proxy";
import { signUpNewPerson } from "./support/new-person";
import { firstBreak, paintedTexts, watchShownText } from "./support/paints";

/** Words that can be checked one by one, two seconds of them. */
const PIECES = Array.from({ length: 60 }, (_, index) => `word${index + 1} `);
const WHOLE = PIECES.join("").trim();
const ANSWER = { kind: "text", pieces: PIECES, pieceMilliseconds: 35 } as const;
const QUESTION = "Tell me a story about my money";
/** Longer than the page trusts a silent connection when it wakes up. */
const DOUBT_MS = 3_500;

/** What a proxy says while the web process restarts. */
const RESTARTING: Fault = { kind: "answer", status: 502, headers: {}, body: {} };

let chat: ChatPage;

test.beforeEach(async ({ page, faulty, consoleErrors }) => {
  faulty.model.script([ANSWER]);
  faulty.proxy.prepare([]);
  await signUpNewPerson(page);
  chat = new ChatPage(page);
  await expect(chat.composer).toBeVisible();
  await watchShownText(page);
  // Broken connections are what these tests are about.
  consoleErrors.length = 0;
});

/** The whole answer once, for one question, and at no moment less of it than before. */
async function expectUnbroken(page: Page): Promise<void> {
  await chat.expectStatus("completed");
  expect(await chat.answerText()).toBe(WHOLE);
  await expect(chat.questions).toHaveCount(1);
  await expect(chat.answers).toHaveCount(1);
  const texts = await paintedTexts(page);
  expect(firstBreak(texts)).toBeNull();
  expect(texts.at(-1)?.trim()).toBe(WHOLE);
}

/** The same numbers each time, so that a failure can be seen again. */
function* seeded(seed: number): Generator<number> {
  for (let state = seed; ; ) {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    yield state / 2_147_483_648;
  }
}

test.describe("an answer over a network that breaks", () => {
  test("is whole after cuts and false ends at many points", async ({ page, faulty }) => {
    const random = seeded(4);
    const faults = Array.from({ length: 10 }, (_, index): Fault => {
      const afterBytes = 1 + Math.floor((random.next().value ?? 0) * 700);
      return { kind: index % 2 === 0 ? "cut" : "end", afterBytes };
    });
    faulty.proxy.prepare(faults);
    await chat.send(QUESTION);
    await expectUnbroken(page);
    expect(faulty.proxy.requests.length).toBeGreaterThan(5);
    expect(new Set(faulty.proxy.requests.map(({ method }) => method))).toEqual(new Set(["POST", "GET"]));
  });

  test("is asked for once when the answer to the request itself is lost", async ({ page, faulty }) => {
    faulty.proxy.prepare([{ kind: "swallow" }, { kind: "swallow" }]);
    await chat.send(QUESTION);
    await expectUnbroken(page);
    const posts = faulty.proxy.requests.filter(({ method }) => method === "POST");
    expect(posts).toHaveLength(3);
    expect(new Set(posts.map(({ messageId }) => messageId)).size).toBe(1);
  });

  test("goes on by itself when a connection falls silent", async ({ page, faulty }) => {
    faulty.proxy.prepare([{ kind: "stall", afterBytes: 900 }]);
    await chat.send(QUESTION);
    await expect(chat.lastAnswer).toContainText("word1 ");
    await expectUnbroken(page);
    expect(faulty.proxy.requests).toHaveLength(2);
  });

  for (const wakeUp of ["visibilitychange", "online", "pageshow"]) {
    test(`goes on at once at ${wakeUp}, long before the watchdog`, async ({ page, faulty }) => {
      faulty.proxy.prepare([{ kind: "stall", afterBytes: 900 }]);
      await chat.send(QUESTION);
      await expect(chat.lastAnswer).toContainText("word1 ");
      await page.waitForTimeout(DOUBT_MS);
      expect(faulty.proxy.requests).toHaveLength(1);
      await page.evaluate((type) => {
        (type === "visibilitychange" ? document : window).dispatchEvent(new Event(type));
      }, wakeUp);
      await expect.poll(() => faulty.proxy.requests.length).toBe(2);
      await expectUnbroken(page);
    });
  }

  test("is whole after three seconds without a network, and says so meanwhile", async ({
    page,
    faulty,
    consoleErrors,
  }) => {
    const nothing = Array<Fault>(100).fill({ kind: "swallow" });
    faulty.proxy.prepare([{ kind: "cut", afterBytes: 900 }, ...nothing]);
    await chat.send(QUESTION);
    await expect(chat.lastAnswer).toContainText("word1 ");
    await page.context().setOffline(true);
    const chip = page.getByText(/Reconnecting…|No connection/);
    await expect(chip).toBeVisible();
    await page.waitForTimeout(1_000);
    faulty.proxy.prepare([]);
    await page.context().setOffline(false);
    await expectUnbroken(page);
    await expect(chip).toHaveCount(0);
    consoleErrors.length = 0;
  });
});

test.describe("a question that is not taken", () => {
  test("is text again, with a retry that asks nothing twice", async ({ page, faulty }) => {
    faulty.proxy.prepare(Array<Fault>(20).fill(RESTARTING));
    await chat.send(QUESTION);
    await expect(chat.lastAnswer).toContainText("Sending");
    await expect(chat.problem).toContainText("Not sent.", { timeout: 30_000 });
    const lost = [...faulty.proxy.requests];
    faulty.proxy.prepare([]);
    await expect(chat.composer).toHaveValue(QUESTION);
    await expect(chat.questions).toHaveCount(0);
    await chat.problem.getByRole("button", { name: "Retry" }).click();
    await expectUnbroken(page);
    await expect(chat.composer).toHaveValue("");
    expect(new Set([...lost, ...faulty.proxy.requests].map(({ messageId }) => messageId)).size).toBe(1);
    await page.reload();
    await expect(chat.questions).toHaveCount(1);
    await expect(chat.composer).toHaveValue("");
  });

  test("waits as long as the server asks, and can be sent then", async ({ page, faulty }) => {
    const error = { code: "rate_limited", message: "That was a lot of questions.", requestId: "r" };
    const headers = { "retry-after": "3" };
    faulty.proxy.prepare([{ kind: "answer", status: 429, headers, body: { error } }]);
    await chat.send(QUESTION);
    await expect(chat.problem).toContainText("You can send it again in");
    await expect(chat.composer).toHaveValue(QUESTION);
    const retry = chat.problem.getByRole("button", { name: "Retry" });
    await expect(retry).toBeDisabled();
    await expect(chat.sendButton).toBeDisabled();
    await expect(retry).toBeEnabled();
    await retry.click();
    await expectUnbroken(page);
    expect(new Set(faulty.proxy.requests.map(({ messageId }) => messageId)).size).toBe(1);
  });

  test("is kept when the session has ended, with the way to sign in and back", async ({
    page,
    consoleErrors,
  }) => {
    await page.context().clearCookies();
    await chat.send(QUESTION);
    await expect(chat.problem).toContainText("signed out");
    await expect(chat.composer).toHaveValue(QUESTION);
    await chat.problem.getByRole("link", { name: "Sign in" }).click();
    await expect(page).toHaveURL(/\/sign-in\?next=%2Fchat/);
    consoleErrors.length = 0;
  });
});

test.describe("what is typed", () => {
  test("stays with its conversation, over switching and reloading", async ({ page }) => {
    await chat.ask(QUESTION);
    await chat.composer.fill("A thought for the first");
    await chat.startNew();
    await expect(chat.composer).toHaveValue("");
    await chat.composer.fill("A thought for a new one");
    await chat.entry(QUESTION).click();
    await expect(chat.composer).toHaveValue("A thought for the first");
    await page.reload();
    await expect(chat.composer).toHaveValue("A thought for the first");
    await chat.startNew();
    await expect(chat.composer).toHaveValue("A thought for a new one");
  });

  test("does not come back when another conversation is looked at before the server has it", async ({
    faulty,
  }) => {
    await chat.ask(QUESTION);
    faulty.proxy.prepare([RESTARTING, RESTARTING]);
    await chat.send("And then what?");
    await chat.startNew();
    await expect.poll(() => faulty.proxy.requests.length).toBe(3);
    await chat.entry(QUESTION).click();
    await expect(chat.answers).toHaveCount(2);
    await chat.expectStatus("completed");
    await expect(chat.composer).toHaveValue("");
  });

  test("is sent once, however quickly Enter is pressed, and not by the Enter of an input method", async ({
    page,
    faulty,
  }) => {
    await chat.composer.fill(QUESTION);
    const press = (keys: { isComposing?: boolean; keyCode?: number }[]) =>
      chat.composer.evaluate((field, list) => {
        for (const key of list)
          field.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", bubbles: true, ...key }));
      }, keys);
    await press([{ isComposing: true }, { keyCode: 229 }]);
    await expect(chat.composer).toHaveValue(QUESTION);
    await expect(chat.questions).toHaveCount(0);
    await press([{}, {}, {}]);
    await expectUnbroken(page);
    expect(faulty.proxy.requests).toHaveLength(1);
  });
});

test.describe("what is going on", () => {
  test("a question that waits for its turn says for how many others", async ({ faulty }) => {
    faulty.model.script([{ kind: "silence", afterHeaders: true }, ANSWER]);
    await chat.send("The first of two");
    await expect(chat.lastAnswer).toContainText("Working it out");
    await chat.startNew();
    await chat.send(QUESTION);
    await expect(chat.lastAnswer).toContainText(/Next in line|ahead of yours/);
    await chat.entry("The first of two").click();
    await chat.stopButton.click();
    await chat.expectStatus("stopped");
    await chat.entry(QUESTION).click();
    await chat.expectStatus("completed");
    expect(await chat.answerText()).toBe(WHOLE);
  });

  test("stop before the first word ends it for good", async ({ page, faulty }) => {
    faulty.model.script([{ kind: "silence", afterHeaders: true }]);
    await chat.send(QUESTION);
    await chat.stopButton.click();
    await chat.expectStatus("stopped");
    await expect(chat.questions).toHaveCount(1);
    await expect(page).toHaveURL(/\/chat\/[0-9a-f-]{36}$/);
    await page.reload();
    await chat.expectStatus("stopped");
    await expect(chat.questions).toHaveCount(1);
  });

  test("Escape closes what is open on top, and stops the answer only after that", async ({
    page,
    faulty,
  }) => {
    faulty.model.script([{ kind: "silence", afterHeaders: true }]);
    await chat.send(QUESTION);
    await expect(chat.stopButton).toBeVisible();
    await page.getByRole("button", { name: /^Account of/ }).click();
    await expect(page.getByRole("menu")).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(page.getByRole("menu")).toHaveCount(0);
    await expect(chat.stopButton).toBeVisible();
    await chat.composer.click();
    await page.keyboard.press("Escape");
    await chat.expectStatus("stopped");
  });

  test("the end of an answer is told to screen readers once", async ({ page }) => {
    await chat.announcement.evaluate((line) => {
      window.paintedTexts = [];
      const note = () => line.textContent && window.paintedTexts.push(line.textContent);
      new MutationObserver(note).observe(line, { subtree: true, childList: true, characterData: true });
    });
    await chat.send(QUESTION);
    await chat.expectStatus("completed");
    await expect(chat.announcement).toHaveText("The answer is ready.");
    const told = (await paintedTexts(page)).filter((text) => !text.startsWith("word"));
    expect(told).toEqual(["The answer is ready."]);
  });
});

test.describe("scrolling", () => {
  const LONG = { ...ANSWER, pieces: PIECES.map((word) => `${word}\n\n`) } as const;

  test("follows at the end, leaves a reader who went up alone, and opens at the end", async ({
    page,
    faulty,
  }) => {
    await page.setViewportSize({ width: 390, height: 600 });
    faulty.model.script([LONG]);
    await chat.ask(QUESTION);
    await expect.poll(() => chat.distanceToEnd()).toBeLessThan(5);
    await chat.send("And again");
    await expect(chat.lastAnswer).toContainText("word20");
    await expect.poll(() => chat.distanceToEnd()).toBeLessThan(100);
    await chat.scrollUp(400);
    await expect.poll(() => chat.distanceToEnd()).toBeGreaterThan(200);
    const before = await chat.scrolledTo();
    await chat.expectStatus("completed");
    expect(Math.abs((await chat.scrolledTo()) - before)).toBeLessThan(2);
    await expect(page.getByRole("button", { name: "Jump to the end" })).toBeVisible();
    await page.reload();
    await expect(chat.answers).toHaveCount(2);
    await expect.poll(() => chat.distanceToEnd()).toBeLessThan(5);
  });
});
