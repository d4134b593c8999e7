import type { Locator, Page } from "@playwright/test";

/** The list of conversations at the left, and what the application says of its own accord. */
export class Sidebar {
  constructor(readonly page: Page) {}

  get conversations(): Locator {
    return this.page.getByRole("navigation", { name: "Conversations" });
  }

  conversation(title: string): Locator {
    return this.conversations.getByRole("link", { name: title });
  }

  /** Reads those that the page came without. */
  get older(): Locator {
    return this.conversations.getByRole("button", { name: "Show older" });
  }

  async showOlder(): Promise<void> {
    await this.older.click();
  }

  /** Turns while an answer is written. */
  spinner(title: string): Locator {
    return this.conversation(title).getByRole("img", { name: "Answer being written" });
  }

  unreadMark(title: string): Locator {
    return this.conversation(title).getByRole("img", { name: "New answer" });
  }

  get message(): Locator {
    return this.page.getByRole("region", { name: /Notifications/ }).getByRole("listitem");
  }

  get deletedNotice(): Locator {
    return this.page.getByRole("heading", { name: "This conversation was deleted" });
  }

  async rename(title: string, to: string): Promise<void> {
    await this.choose(title, "Rename");
    await this.page.getByRole("textbox", { name: "Name" }).fill(to);
    await this.page.getByRole("button", { name: "Rename" }).click();
  }

  /** At once; it can be undone for a while. */
  async delete(title: string): Promise<void> {
    await this.choose(title, "Delete");
  }

  async undoDelete(): Promise<void> {
    await this.message.filter({ hasText: "Deleted" }).getByRole("button", { name: "Undo" }).click();
  }

  /** The entries of the list under a heading such as "Pinned". */
  group(label: string): Locator {
    return this.conversations.getByRole("list", { name: label, exact: true }).getByRole("link");
  }

  /** An entry of the menu of a conversation. */
  async choose(title: string, entry: string): Promise<void> {
    await this.conversation(title).hover();
    await this.page.getByRole("button", { name: `Options for ${title}` }).click();
    await this.page.getByRole("menuitem", { name: entry }).click();
  }
}
