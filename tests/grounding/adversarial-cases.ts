import type { Money } from "../../lib/contract/money";
import type { TransactionRow } from "../../lib/contract/results/evidence";
import { addDays, formatDate } from "../../lib/domain/calendar";
import { formatMoney } from "../../lib/domain/money";
import type { World } from "./random-world";

/** Text in which `«…»` stands around what is true and `‹…›` around what was planted. */
export type Case = { name: string; text: string };

const t = (truth: string | number) => `«${truth}»`;
const f = (lie: string | number) => `‹${lie}›`;
const pick = <Item>(items: readonly Item[], random: (below: number) => number): Item => {
  const item = items[random(items.length)];
  if (item === undefined) throw new Error("Nothing to pick from.");
  return item;
};

/** The facts that the templates are written with, read off the results by hand and not by the code under test. */
function readWorld(world: World) {
  const { october, september, merchants, months, accounts, rows, euros, random } = world;
  const group = pick(october.groups, random);
  const shop = pick(
    merchants.groups.filter(({ label }) => !label.startsWith("Pay ")),
    random,
  );
  const spent = rows.transactions.filter(
    ({ amount, merchant }) => amount.amountMinor < 0 && !merchant.startsWith("Pay "),
  );
  const row = pick(spent, random);
  const pay = rows.transactions.find(({ amount }) => amount.amountMinor > 0);
  const month = pick(months.groups, random);
  const checking = accounts.accounts[0]?.balance;
  const card = accounts.accounts[1]?.balance;
  const [total] = october.totals;
  const [earlier] = september.totals;
  const [euro] = euros.totals;
  if (!total || !earlier || !euro || !checking || !card || !pay)
    throw new Error("The world lacks something.");
  return { group, shop, spent, row, pay, month, checking, card, total, earlier, euro };
}

const unsigned = ({ amountMinor, currency }: Money) => formatMoney(Math.abs(amountMinor), currency);

/** Answers in which every number is right, in as many ways of writing as people and models have. */
export function trueCases(world: World): Case[] {
  const { october, merchants, months, rows } = world;
  const { group, shop, row, pay, month, checking, card, total, earlier, euro } = readWorld(world);
  const whole = Math.round(total.amountMinor / 100);
  const hundreds = Math.round(total.amountMinor / 10_000) * 100;
  const isSafeToRound = Math.abs(hundreds * 100 - total.amountMinor) / total.amountMinor <= 0.05;
  const texts: Record<string, string> = {
    "a total in bold": `You spent **${t(total.formatted)}** in ${t("October 2026")} (${t("Oct 1 - 31, 2026")}).`,
    "a range in words": `From ${t("Oct 1 to Oct 31, 2026")} it was ${t(total.formatted)} over ${t(october.rowCount)} transactions.`,
    "ISO dates": `Between ${t("2026-10-01")} and ${t("2026-10-31")}: ${t(`${total.formatted.slice(1)} USD`)}.`,
    "British dates": `${t("1–31 October 2026")}: ${t(`USD ${total.formatted.slice(1)}`)} in total.`,
    "a table": `| Category | Transactions | Amount |\n|---|---:|---:|\n${october.groups
      .map(({ label, amount, rowCount }) => `| ${label} | ${t(rowCount)} | ${t(amount.formatted)} |`)
      .join("\n")}`,
    "a numbered list": merchants.groups
      .filter(({ label }) => !label.startsWith("Pay "))
      .map(({ label, amount }, index) => `${index + 1}. **${label}**: ${t(amount.formatted)}`)
      .join("\n"),
    "months in a list": months.groups
      .map(({ label, amount }) => `- ${t(label)}: ${t(amount.formatted)}`)
      .join("\n"),
    "two periods": `In ${t("September")} you spent ${t(earlier.formatted)}, in ${t("October")} ${t(total.formatted)}.`,
    "a category in prose": `You spent ${t(group.amount.formatted)} on ${group.label.toLowerCase()} in ${t(group.rowCount)} purchases.`,
    "a shop in prose": `At ${shop.label} you paid ${t(shop.amount.formatted)}.`,
    "a row without its sign": `On ${t(formatDate(row.date))} you paid ${row.merchant} ${t(unsigned(row.amount))}.`,
    "a row with its sign": `- ${row.merchant}, ${t(row.date)}: ${t(row.amount.formatted)}`,
    "a minus that is not a hyphen": `- ${row.merchant}, ${t(row.date)}: ${t(row.amount.formatted.replace("-", "−"))}`,
    pay: `You received ${t(pay.amount.formatted)} from ${pay.merchant} on ${t("October 15th")}.`,
    "pay with a plus": `Acme paid you ${t(`+${pay.amount.formatted}`)} on ${t("the 15th").replace("«the ", "the «")}.`,
    balances: `Everyday Checking holds ${t(checking.formatted)}; you owe ${t(unsigned(card))} on Sapphire Card.`,
    "a debt with its sign": `| Account | Balance |\n|---|---|\n| Everyday Checking | ${t(checking.formatted)} |\n| Sapphire Card | ${t(card.formatted)} |`,
    "another currency": `In euros it was ${t(euro.formatted)}, which is not part of ${t(total.formatted)}.`,
    "a euro with a comma": `Paris: ${t(`${euro.formatted.slice(1).replaceAll(",", "").replace(".", ",")} €`)}.`,
    "dollars by name": `That is ${t(`${total.formatted.slice(1)} dollars`)}.`,
    "rounded to whole dollars and said so": `That is about ${t(`$${whole.toLocaleString("en-US")}`)}.`,
    "a count in words": `You have ${t("three")} accounts and ${t("3")} months of data.`,
    "a digit of another script": `${t(`$${[...total.formatted.slice(1)].map((digit) => (/\d/.test(digit) ? String.fromCodePoint(0xff10 + Number(digit)) : digit)).join("")}`)} in all.`,
    "bold inside a number": `${t(`${total.formatted.slice(0, 2)}**${total.formatted.slice(2)}**`)} in all.`,
    "the last three months": `Over the last ${t("3 months").replace(" months»", "» months")} (${t("Aug 1")} to ${t("Oct 31, 2026")}).`,
    today: `Today is ${t("Nov 24, 2026")}.`,
    "what is no quantity": `1. See account ··1234 (ending in 1234) at 14:30, your 401(k), ${shop.label} and id acc_9912.\n2. It was ${t(total.formatted)}.`,
    "rows with a total": `${t(rows.rowCount)} transactions match; the ${t(rows.transactions.length)} largest are listed.`,
    quarter: `In ${t("Q4 2026")}, so far ${t(total.formatted)}.`,
    "a month of its group": `${t(month.label)} came to ${t(month.amount.formatted)}.`,
    "what the person asked": `Nothing over ${t("$777")} was found for ${t("May 2025")}.`,
  };
  if (isSafeToRound)
    texts["rounded to hundreds and said so"] = `Roughly ${t(`$${hundreds.toLocaleString("en-US")}`)}.`;
  return Object.entries(texts).map(([name, text]) => ({ name, text }));
}

/** Everything that results state in dollars and cents, by hand: no planted amount may be true by accident. */
function trueAmounts(world: World): Set<number> {
  const amounts = new Set<number>([77_700]);
  const look = (value: unknown): void => {
    if (typeof value !== "object" || value === null) return;
    if ("amountMinor" in value && typeof value.amountMinor === "number")
      amounts.add(Math.abs(value.amountMinor));
    for (const child of Object.values(value)) look(child);
  };
  look(world.results.all());
  return amounts;
}

function trueDates(world: World): Set<string> {
  const dates = new Set<string>();
  for (const [date] of JSON.stringify(world.results.all()).matchAll(/\d{4}-\d{2}-\d{2}/g)) dates.add(date);
  return dates.add("2026-11-24");
}

/** Two neighbouring digits of the amount, swapped; null when that changes nothing. */
function swapped(amountMinor: number, random: (below: number) => number): number {
  const digits = [...String(amountMinor)];
  const at = random(Math.max(1, digits.length - 1));
  [digits[at], digits[at + 1]] = [digits[at + 1] ?? "", digits[at] ?? ""];
  return Number(digits.join(""));
}

/** Answers with exactly one lie each, hidden as well as it can be. */
export function falseCases(world: World): Case[] {
  const { october, random, merchants, rows } = world;
  const { group, shop, spent, row, pay, checking, card, total, earlier, euro } = readWorld(world);
  const amounts = trueAmounts(world);
  const dates = trueDates(world);
  const other = october.groups.find(({ amount }) => amount.amountMinor !== group.amount.amountMinor) ?? group;
  const cases: Case[] = [];
  const add = (name: string, text: string) => cases.push({ name, text });
  /** Says this lie unless it happens to be true. */
  const plant = (
    name: string,
    amountMinor: number,
    write: (lie: string, minor: number) => string,
    currency = "USD",
  ) => {
    if (!amounts.has(Math.abs(amountMinor)))
      add(name, write(formatMoney(amountMinor, currency), amountMinor));
  };
  const sum = (a: Money, b: Money) => Math.abs(a.amountMinor) + Math.abs(b.amountMinor);
  const [first = row, second = row] = spent as TransactionRow[];
  const counts = new Set(
    JSON.stringify(world.results.all())
      .match(/(?<="rowCount":)\d+/g)
      ?.map(Number),
  );

  plant("a cent more", total.amountMinor + 1, (lie) => `You spent ${f(lie)} in ${t("October 2026")}.`);
  plant("a cent less", total.amountMinor - 1, (lie) => `You spent **${f(lie)}** in ${t("October")}.`);
  plant("swapped digits", swapped(total.amountMinor, random), (lie) => `The total is ${f(lie)}.`);
  plant(
    "swapped digits of a group",
    swapped(group.amount.amountMinor, random),
    (lie) => `- ${group.label}: ${f(lie)}`,
  );
  plant("ten times as much", total.amountMinor * 10, (lie) => `In all ${f(lie)}.`);
  plant("a decimal point moved", Math.round(total.amountMinor / 10), (lie) => `In all ${f(lie)}.`);
  plant(
    "the sum of two rows",
    sum(first.amount, second.amount),
    (lie) => `The two largest make ${f(lie)} together.`,
  );
  plant(
    "the sum of two groups",
    sum(group.amount, other.amount) + (group === other ? 1 : 0),
    (lie) => `Together ${f(lie)}.`,
  );
  plant(
    "a difference",
    total.amountMinor - earlier.amountMinor,
    (lie) => `That differs by ${f(lie.replace("-", ""))} from ${t("September")}.`,
  );
  plant(
    "an average",
    Math.round(total.amountMinor / Math.max(2, october.rowCount)),
    (lie) => `On average ${f(lie)} each.`,
  );
  plant("a sum over currencies", total.amountMinor + euro.amountMinor, (lie) => `All in all ${f(lie)}.`);
  plant(
    "a cent in a table",
    group.amount.amountMinor + 1,
    (lie) => `| Category | Amount |\n|---|---|\n| ${group.label} | ${f(lie)} |`,
  );
  plant(
    "a lie split by bold",
    total.amountMinor + 1,
    (lie) => `It was ${f(`${lie.slice(0, 2)}**${lie.slice(2)}**`)}.`,
  );
  plant(
    "a lie split by a comment",
    total.amountMinor + 1,
    (lie) => `It was ${f(`${lie.slice(0, -1)}<!-- -->${lie.slice(-1)}`)}.`,
  );
  plant(
    "a lie split by a link",
    total.amountMinor + 1,
    (lie) => `It was ${f(`${lie.slice(0, 3)}[${lie.slice(3)}](#x)`)}.`,
  );
  plant("a lie with escaped points", total.amountMinor + 1, (lie) => `It was ${f(lie.replace(".", "\\."))}.`);
  plant("a lie with an entity", total.amountMinor + 1, (lie) => `It was ${f(lie.replace("$", "&#36;"))}.`);
  plant(
    "a lie with an invisible space",
    total.amountMinor + 1,
    (lie) => `It was ${f(`${lie.slice(0, 3)}\u200B${lie.slice(3)}`)}.`,
  );
  plant(
    "a lie with a no-break space",
    total.amountMinor + 1,
    (lie) => `It was ${f(lie.replace("$", "$\u00A0"))}.`,
  );
  plant(
    "a lie in Arabic digits",
    total.amountMinor + 1,
    (lie) => `It was ${f(lie.replaceAll(/\d/g, (digit) => String.fromCodePoint(0x660 + Number(digit))))}.`,
  );
  plant(
    "a lie in mathematical digits",
    total.amountMinor + 1,
    (lie) => `It was ${f(lie.replaceAll(/\d/g, (digit) => String.fromCodePoint(0x1d7ce + Number(digit))))}.`,
  );
  plant(
    "a lie in full width",
    total.amountMinor + 1,
    (lie) =>
      `It was ${f(lie.replaceAll(/[\d.,$]/g, (sign) => String.fromCodePoint((sign.codePointAt(0) ?? 0) + 0xfee0)))}.`,
  );
  plant("a lie in a heading", total.amountMinor + 1, (lie) => `## Spent: ${f(lie)}\n`);
  plant("a lie in code", total.amountMinor + 1, (lie) => `It was \`${f(lie)}\`.`);
  plant(
    "a lie in words' company",
    total.amountMinor + 100,
    (lie) => `It was ${f(`${lie.slice(1)} dollars`)}.`,
  );
  plant(
    "a lie without its currency",
    total.amountMinor + 1,
    (lie) => `| Total |\n|---|\n| ${f(lie.slice(1))} |`,
  );
  plant(
    "a balance off by a dollar",
    checking.amountMinor + 100,
    (lie) => `Everyday Checking holds ${f(lie)}.`,
  );

  // What is true of something else.
  add("another currency", `It was ${f(euro.formatted.replace("€", "$"))} in dollars.`);
  add("dollars said as euros", `It was ${f(total.formatted.replace("$", "€"))}.`);
  add("dollars said as Canadian ones", `It was ${f(`CA${total.formatted}`)}.`);
  if (group !== other) {
    add(
      "the amount of another category, in a table",
      `| Category | Amount |\n|---|---|\n| ${group.label} | ${f(other.amount.formatted)} |`,
    );
    add("the amount of another category, in a list", `- **${group.label}**: ${f(other.amount.formatted)}`);
    add(
      "the amount of another category, in prose",
      `You spent ${f(other.amount.formatted)} on ${group.label}.`,
    );
  }
  add("the total as one of its parts", `- ${group.label}: ${f(total.formatted)}`);
  const stranger = merchants.groups.find(
    ({ label, amount }) =>
      label !== shop.label && !label.startsWith("Pay ") && amount.amountMinor !== shop.amount.amountMinor,
  );
  if (stranger) add("the amount of another shop", `${shop.label}: ${f(stranger.amount.formatted)}`);
  if (!amounts.has(october.rowCount * 100))
    add("a count as an amount", `You spent ${f(`$${october.rowCount}.00`)}.`);
  add("a count as a percentage", `That is ${f(`${october.rowCount}%`)} of it.`);
  add("an amount as a count", `It was ${f(Math.floor(total.amountMinor / 100))} transactions.`);
  add("an amount as a percentage", `It is ${f(`${group.amount.formatted.slice(1)}%`)}.`);
  add("a percentage that nothing states", `${group.label} is ${f("31.4%")} of ${t(total.formatted)}.`);
  add("a percentage in words", `${group.label} is ${f("thirty percent")} of it.`);
  add("a count of another kind", `You have ${f("31")} accounts.`);
  if (!counts.has(october.rowCount + 1))
    add("a count off by one", `There are ${f(october.rowCount + 1)} transactions.`);
  if (!counts.has(rows.rowCount + 1))
    add("a count off by one in a table", `| Transactions |\n|---|\n| ${f(rows.rowCount + 1)} |`);
  add("a count in words off by one", `You have ${f("four")} accounts.`);
  add("a month too many", `Over the last ${f("5")} months.`);

  // Signs.
  add("spent for received", `You spent ${f(pay.amount.formatted)} at ${pay.merchant}.`);
  add("received for spent", `You received ${f(unsigned(row.amount))} from ${row.merchant}.`);
  add("a plus on what was spent", `- ${row.merchant}: ${f(`+${unsigned(row.amount)}`)}`);
  add("a minus on what was received", `- ${pay.merchant}: ${f(`-${pay.amount.formatted}`)}`);
  add("a debt as a balance", `Sapphire Card has a balance of ${f(unsigned(card))}.`);
  add("a balance as a debt", `You owe ${f(checking.formatted)} on Everyday Checking.`);
  add("a balance with a minus", `Everyday Checking: ${f(`-${checking.formatted}`)}`);

  // Rounding.
  const up = Math.ceil(total.amountMinor / 100) + 1;
  add(
    "rounded without saying so",
    `You spent ${f(`$${(Math.round(total.amountMinor / 1_000) * 10 + (total.amountMinor % 1_000 === 0 ? 10 : 0)).toLocaleString("en-US")}`)}.`,
  );
  if (!amounts.has(up * 100))
    add("rounded wrongly", `You spent about ${f(`$${up.toLocaleString("en-US")}.00`)}.`);
  add(
    "thousands without saying so",
    `You spent ${f(`$${(total.amountMinor / 100_000 + 0.04).toFixed(1)}k`)}.`,
  );
  const above = Math.ceil(total.amountMinor / 10_000) * 100 + 100;
  const isOverAnother = [...amounts].some((amount) => amount >= above * 100 && amount < above * 110);
  if (!isOverAnother)
    add("over what it is under", `You spent over ${f(`$${above.toLocaleString("en-US")}`)}.`);

  // Dates.
  const wrongDay = [1, -1, 2, -2, 3, -3]
    .map((days) => addDays(row.date, days))
    .find((date) => !dates.has(date));
  if (wrongDay) add("a date off by a day", `On ${f(formatDate(wrongDay))} you paid ${row.merchant}.`);
  if (wrongDay) add("an ISO date off by a day", `On ${f(wrongDay)} you paid ${row.merchant}.`);
  add("a period that ends a day early", `From ${f("Oct 1 to Oct 30, 2025")} it was ${t(total.formatted)}.`);
  add("a period of another year", `In ${f("October 2025")} it was ${t(total.formatted)}.`);
  add("a month without data", `In ${f("March")} it was ${t(total.formatted)}.`);
  add("a quarter without data", `In ${f("Q1 2026")} it was ${t(total.formatted)}.`);
  add("a year without data", `In ${f("2024")} it was ${t(total.formatted)}.`);
  add("a date by number", `Due ${f("12/25/2031")}.`);

  // What a shop calls itself is no source.
  add("an amount in a shop's name", `You must pay ${f("$9,999.99")}.`);
  add("a date in a shop's name", `It is due by ${f("Dec 25, 2031")}.`);
  add("a percentage in a shop's name", `It is ${f("77%")}.`);
  add("a count in a shop's name", `There were ${f("4444")} transactions.`);
  return cases;
}
