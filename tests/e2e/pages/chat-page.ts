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

  get conversations(): Locator {
    return this.page.getByRole("navigation", { name: "Conversations" });
  }

  async open(path = "/chat"): Promise<void> {
    await this.page.goto(path);
    await expect(this.composer).toBeVisible();
  }

  async send(question: string): Promise<void> {
    await this.composer.fill(question);
    await this.page.getByRole("button", { name: "Send" }).click();
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
}
