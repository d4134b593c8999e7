import { expect, type Locator, type Page } from "@playwright/test";

/** The list of all transactions, with its filters, its selection and the sheet of one row. */
export class TransactionsPage {
  constructor(readonly page: Page) {}

  async open(query = ""): Promise<void> {
    await this.page.goto(`/transactions${query}`);
    await expect(this.grid).toBeVisible();
    await expect(this.summary).toBeVisible();
  }

  get grid(): Locator {
    return this.page.getByRole("grid", { name: "Transactions" });
  }

  /** Rows of transactions, without the names of days. */
  get rows(): Locator {
    return this.grid.locator("[role=row][aria-rowindex]");
  }

  get summary(): Locator {
    return this.page.getByText(/^[\d,]+ transactions?$/);
  }

  async count(): Promise<number> {
    return Number((await this.summary.textContent())?.replace(/\D/g, ""));
  }

  get searchField(): Locator {
    return this.page.getByRole("searchbox", { name: "Search transactions" });
  }

  /** By their keys, which are heard as soon as the page has woken up. */
  startSearch = (): Promise<void> => this.#pressUntilFocused("/", this.searchField);
  enterGrid = (): Promise<void> => this.#pressUntilFocused("j", this.grid);

  async #pressUntilFocused(key: string, target: Locator): Promise<void> {
    await expect(async () => {
      await this.page.keyboard.press(key);
      await expect(target).toBeFocused({ timeout: 1_000 });
    }).toPass();
  }

  get toolbar(): Locator {
    return this.page.getByRole("toolbar", { name: "Selected transactions" });
  }

  get sheet(): Locator {
    return this.page
      .getByRole("dialog")
      .filter({ has: this.page.getByRole("heading") })
      .first();
  }

  /** What the open row offers to part it, or to put its parts together. */
  get split(): Locator {
    return this.sheet.getByRole("region", { name: "Split" });
  }

  get toast(): Locator {
    return this.page.getByRole("region", { name: /^Changes/ }).getByRole("listitem");
  }

  async chooseCategory(name: string): Promise<void> {
    await this.page.getByRole("textbox", { name: "Find a category" }).fill(name);
    await this.page.getByRole("button", { name, exact: true }).click();
  }

  async undo(): Promise<void> {
    await this.toast.getByRole("button", { name: "Undo" }).click();
    await expect(this.toast.getByText("Undone.")).toBeVisible();
  }
}
