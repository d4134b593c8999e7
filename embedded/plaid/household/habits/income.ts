import { onOrBeforeBusinessDay } from "../business-days";
import { type CalendarDate, dayNumber, dayOfMonth, daysInMonth, fromDayNumber } from "../calendar";
import { counterparty } from "../counterparty";
import type { Entry } from "../entry";
import type { Profile } from "../profile";
import { grown, type HabitMonth, randomOf, transferEntry } from "./movement";

/** Any Friday: every second Friday from it, in both directions, is a payday. */
const A_PAYDAY = dayNumber("2025-01-10");

function fortnightlyPaydays(month: string): CalendarDate[] {
  const first = dayNumber(`${month}-01`);
  const offset = (((A_PAYDAY - first) % 14) + 14) % 14;
  const days: CalendarDate[] = [];
  for (let day = first + offset; day < first + daysInMonth(month); day += 14) days.push(fromDayNumber(day));
  return days;
}

function salaryCents(profile: Profile, month: string): number {
  // The yearly raise comes in March.
  const raised = `${Number(month.slice(5)) >= 3 ? month.slice(0, 4) : String(Number(month.slice(0, 4)) - 1)}-01`;
  const monthly = grown(profile.monthlyIncomeCents, raised, 0.03);
  return profile.payday === "monthly" ? monthly : Math.round((monthly * 12) / 26);
}

function salary({ profile, month }: HabitMonth): Entry[] {
  const days = profile.payday === "monthly" ? [dayOfMonth(month, 31)] : fortnightlyPaydays(month);
  return days.map((day, nth) =>
    transferEntry({
      key: `salary:${month}:${nth}`,
      account: "checking",
      amountCents: -salaryCents(profile, month),
      on: onOrBeforeBusinessDay(day),
      name: `${profile.employer.toUpperCase()} DIR DEP PAYROLL`,
      counterparty: counterparty(profile.employer, "income_source"),
      category: "INCOME_SALARY",
    }),
  );
}

function savingsInterest(of: HabitMonth): Entry {
  const random = randomOf(of, "savings-interest");
  return {
    ...transferEntry({
      key: `savings-interest:${of.month}`,
      account: "savings",
      amountCents: -Math.round((of.profile.openingCents.savings * 0.036 * (0.95 + random.unit() * 0.1)) / 12),
      on: dayOfMonth(of.month, 31),
      name: "INTEREST PAYMENT",
      counterparty: null,
      category: "INCOME_INTEREST_EARNED",
    }),
    postedOn: dayOfMonth(of.month, 31),
    paymentMethod: null,
  };
}

function taxRefund(of: HabitMonth): Entry[] {
  const random = randomOf(of, "tax-refund");
  if (!of.month.endsWith("-04") || !random.chance(0.8)) return [];
  return [
    transferEntry({
      key: `tax-refund:${of.month}`,
      account: "checking",
      amountCents: -random.amount(42_000, 210_000),
      on: dayOfMonth(of.month, random.integer(3, 26)),
      name: "IRS TREAS 310 TAX REF",
      counterparty: null,
      category: "INCOME_TAX_REFUND",
    }),
  ];
}

export function income(of: HabitMonth): Entry[] {
  return [...salary(of), savingsInterest(of), ...taxRefund(of)];
}
