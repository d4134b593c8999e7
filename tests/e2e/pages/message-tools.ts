import { expect, type Locator, type Page } from "@playwright/test";
import { ChatPage } from "./chat-page";

/** What can be done with the messages of a conversation, and what waits above the composer. */
export class MessageTools {
  readonly chat: ChatPage;

  constructor(readonly page: Page) {
    this.chat = new ChatPage(page);
  }

  get editor(): Locator {
    return this.page.getByRole("textbox", { name: "Edit the question" });
  }

  get queue(): Locator {
    return this.page.getByRole("region", { name: "Queued questions" });
  }

  get palette(): Locator {
    return this.page.getByRole("dialog", { name: "Go anywhere" });
  }

  get shortcuts(): Locator {
    return this.page.getByRole("dialog", { name: "Keyboard shortcuts" });
  }

  /** “2 of 3”, for each message that has more than one version. */
  async versions(): Promise<string[]> {
    const groups = this.page.getByRole("group", { name: /^Version \d/ });
    const names = await groups.evaluateAll((all) => all.map((one) => one.getAttribute("aria-label") ?? ""));
    return names.map((name) => name.replace("Version ", ""));
  }

  /** Asks a question differently and waits for the new answer. */
  async edit(index: number, text: string): Promise<void> {
    const question = this.chat.questions.nth(index);
    await question.hover();
    await question.getByRole("button", { name: "Edit question" }).click();
    await this.editor.fill(text);
    await this.editor.press("Enter");
    await expect(this.chat.questions).toHaveCount(index + 1);
    await expect(this.chat.answers).toHaveCount(index + 1);
    await this.chat.expectStatus("completed");
  }

  /** Turns the first message that has versions to another one. */
  async turn(direction: "Previous" | "Next"): Promise<void> {
    await this.page
      .getByRole("button", { name: `${direction} version` })
      .first()
      .click();
  }

  async rate(label: "Good answer" | "Bad answer"): Promise<void> {
    await this.chat.lastAnswer.getByRole("button", { name: label }).click();
  }

  rating(label: "Good answer" | "Bad answer"): Locator {
    return this.chat.lastAnswer.getByRole("button", { name: label, pressed: true });
  }

  /** Copies the last answer and says what is on the clipboard. */
  async copyAs(kind: "plain text" | "Markdown"): Promise<string> {
    await this.chat.lastAnswer.getByRole("button", { name: "Copy answer" }).click();
    await this.page.getByRole("menuitem", { name: `Copy as ${kind}` }).click();
    await expect(this.chat.lastAnswer.getByRole("button", { name: "Copied" })).toBeVisible();
    return this.page.evaluate(() => navigator.clipboard.readText());
  }

  /** Selects the text of the last answer as dragging over it does. */
  async selectAnswer(): Promise<void> {
    await this.chat.lastAnswer.getByTestId("answer-text").locator("p, td").last().selectText();
  }
}
