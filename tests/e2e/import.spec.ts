import { randomUUID } from "node:crypto";
import type { Page, Request } from "@playwright/test";
import { AccountPage } from "./pages/account-page";
import { ImportPage } from "./pages/import-page";
import { LandingPage } from "./pages/landing-page";
import { expectAccessible } from "./support/accessibility";
import { expect, test } from "./support/test";

const FILE = `Datum;Text;Betrag;Saldo
20.01.2026;Dorfladen;-12,50;1.087,50
21.01.2026;Gehalt Beispiel GmbH;2.000,00;3.087,50
22.01.2026;Tram;-2,40;3.085,10
22.01.2026;Tram;-2,40;3.082,70
31.02.2026;Kaputt;-1,00;3.081,70
`;

async function signedIn(page: Page): Promise<ImportPage> {
  await new AccountPage(page).signUp({
    name: "Sam",
    email: `sam-${randomUUID()}@purser.example`,
    password: "correct horse battery",
  });
  await page.waitForURL(/\/chat/);
  const importPage = new ImportPage(page);
  await importPage.open();
  return importPage;
}

test("a file is previewed, imported, known again and taken back", async ({ page }) => {
  const importPage = await signedIn(page);
  await importPage.choose("january.csv", FILE);
  await importPage.nameAccount("Dorfbank", "Girokonto");
  await page.getByLabel("Currency", { exact: true }).first().selectOption("EUR");
  await expect(importPage.rows).toHaveCount(4);
  await expect(importPage.rows.first()).toContainText("Dorfladen");
  await expect(importPage.rows.first()).toContainText("-€12.50");
  await page.getByText("1 row cannot be imported").click();
  await expect(page.getByText("“31.02.2026” is not a date.")).toBeVisible();
  await expect(importPage.pastImports).toHaveCount(0);
  await importPage.confirm(4);

  await page.getByRole("link", { name: "See your accounts" }).click();
  await expect(page.getByRole("heading", { name: "Dorfbank" })).toBeVisible();
  await expect(page.getByText("€3,082.70").first()).toBeVisible();

  await importPage.open();
  await importPage.choose("january.csv", FILE);
  await page.getByLabel("Add to").selectOption({ label: "Dorfbank: Girokonto" });
  await expect(importPage.rows.filter({ hasText: "Already imported" })).toHaveCount(4);
  await expect(importPage.importButton).toBeDisabled();
  await page.getByRole("checkbox", { name: /Dorfladen/ }).check();
  await expect(page.getByRole("button", { name: "Import 1 row" })).toBeEnabled();
  await page.getByRole("button", { name: "Cancel" }).click();

  await importPage.pastImports.getByRole("button", { name: "Undo the import of january.csv" }).click();
  await expect(importPage.pastImports).toHaveCount(0);
  await page.goto("/accounts");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(page.getByRole("heading", { name: "Dorfbank" })).toHaveCount(0);
});

test("dates that could be read two ways are asked about, and columns can be chosen", async ({ page }) => {
  const importPage = await signedIn(page);
  await importPage.choose("dates.csv", "Date,Who,What,Amount\n03/04/2026,Lamp Shop,Order 1,-5.00\n");
  await expect(importPage.importButton).toBeDisabled();
  await page.getByRole("radio", { name: "Apr 3, 2026" }).click();
  await expect(importPage.rows).toContainText("Apr 3, 2026");
  await page.getByText("Columns and formats").click();
  await page.getByLabel("Merchant or payee").selectOption("Who");
  await page.getByLabel("Description", { exact: true }).selectOption("What");
  await expect(importPage.rows).toContainText("Order 1");
  await expect(importPage.rows).toContainText("Lamp Shop");
  await importPage.nameAccount("Lamp Bank", "Checking");
  await importPage.confirm(1);
  await page.getByRole("button", { name: "Undo this import" }).click();
  await expect(page.getByText(/rows? imported to/)).toHaveCount(0);
});

test("nothing can be imported that no preview has shown", async ({ page }) => {
  const importPage = await signedIn(page);
  await importPage.choose("january.csv", FILE);
  await importPage.nameAccount("Dorfbank", "Girokonto");
  await expect(page.getByRole("button", { name: "Import 4 rows" })).toBeEnabled();
  const isAction = (request: Request) => request.headers()["next-action"] !== undefined;
  await page.route("**/accounts/import", (route) =>
    isAction(route.request()) ? route.abort() : route.fallback(),
  );
  await page.getByLabel("Currency", { exact: true }).first().selectOption("EUR");
  await expect(page.getByText("The server could not be reached.")).toBeVisible();
  await expect(importPage.importButton).toBeDisabled();
  await page.unroute("**/accounts/import");
  await page.getByRole("button", { name: "Read again" }).click();
  await importPage.confirm(4);
});

test("what is no CSV is refused with what to do", async ({ page }) => {
  const importPage = await signedIn(page);
  await page
    .getByLabel("CSV file")
    .setInputFiles({ name: "statement.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.7") });
  await expect(page.getByText("This is a PDF.")).toBeVisible();
  const large = Buffer.alloc(5 * 1024 * 1024 + 1, "a");
  await page.getByLabel("CSV file").setInputFiles({ name: "large.csv", mimeType: "text/csv", buffer: large });
  await expect(page.getByText("larger than 5 MB")).toBeVisible();
  await expect(importPage.pastImports).toHaveCount(0);
});

test("a file of nearly 5 MB gets through to the server", async ({ page }) => {
  const importPage = await signedIn(page);
  const row = `2026-01-05,${"Long text ".repeat(30)},-1.00\n`;
  const rows = Math.floor((4.9 * 1024 * 1024) / row.length);
  await importPage.choose("long.csv", `Date,Description,Amount\n${row.repeat(rows)}`);
  await expect(page.getByText(`${rows.toLocaleString("en-US")} rows, UTF-8`)).toBeVisible();
});

test("everybody shares the demo, so nobody imports into it", async ({ page }) => {
  const landing = new LandingPage(page);
  await landing.open();
  await landing.exploreDemo();
  await new ImportPage(page).open();
  await expect(page.getByText("Everybody who opens the demo shares its accounts.")).toBeVisible();
  await expect(page.getByLabel("CSV file")).toHaveCount(0);
});

for (const colorScheme of ["light", "dark"] as const) {
  test(`the page of imports breaks no accessibility rule in the ${colorScheme} theme`, async ({ page }) => {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await page.setViewportSize({ width: 390, height: 844 });
    const importPage = await signedIn(page);
    await expectAccessible(page);
    await importPage.choose("january.csv", FILE);
    await page.getByText("Columns and formats").click();
    await expectAccessible(page);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(overflow).toBeLessThanOrEqual(0);
  });
}
