import { expect, type Locator, type Page } from "@playwright/test";

/** The conversation as a person uses it. */
export class ChatPage {
  constructor(readonly page: Page) {}

  get composer(): Locator {
    return this.page.getByRole("textbox", { name: "Ask about your money" });
  }

  get questions(): Locator {
    return this.page.getByRole("article", { name: "Question" });
  }

  get answers(): Locator {
    return this.page.getByRole("article", { name: "Answer" });
  }

  get lastAnswer(): Locator {
    return this.answers.last();
  }

  get stopButton(): Locator {
    return this.page.getByRole("button", { name: "Stop" });
  }

  get sendButton(): Locator {
    return this.page.getByRole("button", { name: "Send" });
  }

  get conversations(): Locator {
    return this.page.getByRole("navigation", { name: "Conversations" });
  }

  /** What the server refused, above the composer. */
  get problem(): Locator {
    return this.page.locator("main").getByRole("alert");
  }

  /** What is told to screen readers about the answer. */
  get announcement(): Locator {
    return this.page.locator("main p[aria-live=polite]");
  }

  /** What a number of the answer was computed from, once it is opened. */
  get numberOrigin(): Locator {
    return this.page.getByRole("dialog", { name: "How this was computed" });
  }

  async openNumber(text: RegExp): Promise<void> {
    const numbers = this.lastAnswer.getByTitle("How this was computed");
    await numbers.filter({ hasText: text }).first().click();
  }

  /** The change that waits for a click, in the last answer. */
  get proposal(): Locator {
    return this.lastAnswer.getByRole("group").filter({ has: this.page.getByRole("status") });
  }

  /** How that change stands, in words. */
  get proposalState(): Locator {
    return this.proposal.getByRole("status");
  }

  async decide(verb: "Apply" | "Undo" | "Dismiss"): Promise<void> {
    await this.proposal.getByRole("button", { name: verb }).click();
  }

  /** A drawing inside the last answer. */
  chart(title: string): Locator {
    return this.lastAnswer.getByRole("figure", { name: title });
  }

  /** All that the model got for the last answer, once it is opened. */
  get sentToModel(): Locator {
    return this.page.getByRole("dialog", { name: "What was sent to the model" });
  }

  async openSentToModel(): Promise<void> {
    await this.lastAnswer.hover();
    await this.lastAnswer.getByRole("button", { name: "What was sent to the model" }).click();
  }

  async open(path = "/chat"): Promise<void> {
    await this.page.goto(path);
    await expect(this.composer).toBeVisible();
  }

  async startNew(): Promise<void> {
    const link = this.page.getByRole("link", { name: "New chat" });
    await link
      .or(this.page.getByRole("button", { name: "New chat" }))
      .first()
      .click();
    await expect(this.answers).toHaveCount(0);
  }

  /** The entry of the list whose title is, or begins with, this question. */
  entry(title: string): Locator {
    return this.conversations.getByRole("link", { name: title }).first();
  }

  async send(question: string): Promise<void> {
    await this.composer.fill(question);
    await this.sendButton.click();
  }

  /** Sends and waits until the answer is whole. */
  async ask(question: string): Promise<Locator> {
    const before = await this.answers.count();
    await this.send(question);
    await expect(this.answers).toHaveCount(before + 1);
    await this.expectStatus("completed");
    return this.lastAnswer;
  }

  async expectStatus(status: "completed" | "stopped" | "interrupted" | "failed"): Promise<void> {
    await expect(this.lastAnswer).toHaveAttribute("data-status", status, { timeout: 60_000 });
  }

  /** The text of the last answer, without its buttons. */
  async answerText(): Promise<string> {
    return (await this.lastAnswer.getByTestId("answer-text").innerText()).trim();
  }

  /** How far the end of the conversation is below what is seen, in pixels. */
  distanceToEnd(): Promise<number> {
    return this.#scroller().evaluate((box) => box.scrollHeight - box.scrollTop - box.clientHeight);
  }

  scrolledTo(): Promise<number> {
    return this.#scroller().evaluate((box) => box.scrollTop);
  }

  /** Turns the wheel over the messages and waits until they have come to rest. */
  async scrollUp(pixels: number): Promise<void> {
    const box = await this.#scroller().boundingBox();
    if (box) await this.page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    await this.page.mouse.wheel(0, -pixels);
    let before = Number.NaN;
    await expect
      .poll(async () => {
        const now = await this.scrolledTo();
        const isStill = now === before;
        before = now;
        return isStill;
      })
      .toBe(true);
  }

  /** The box that scrolls is the one around the messages. */
  #scroller(): Locator {
    return this.page.getByRole("log", { name: "Messages" }).locator("xpath=..");
  }
}
