import {
  BrainIcon,
  ChartPieIcon,
  LandmarkIcon,
  LayoutDashboardIcon,
  type LucideIcon,
  ReceiptTextIcon,
  RepeatIcon,
  SettingsIcon,
  TargetIcon,
  WalletIcon,
} from "lucide-react";

type Page = { href: string; title: string; icon: LucideIcon };

/** The pages of a person's money, in the order of the menu. */
export const PAGES: readonly Page[] = [
  { href: "/overview", title: "Overview", icon: LayoutDashboardIcon },
  { href: "/transactions", title: "Transactions", icon: ReceiptTextIcon },
  { href: "/spending", title: "Spending", icon: ChartPieIcon },
  { href: "/recurring", title: "Recurring", icon: RepeatIcon },
  { href: "/budgets", title: "Budgets", icon: WalletIcon },
  { href: "/goals", title: "Goals", icon: TargetIcon },
  { href: "/accounts", title: "Accounts", icon: LandmarkIcon },
];

/** The pages about the person, behind their name. */
export const PERSON_PAGES: readonly Page[] = [
  { href: "/memories", title: "Memories", icon: BrainIcon },
  { href: "/settings", title: "Settings", icon: SettingsIcon },
];

/** Whether a page, or one that lies below it, is what the address shows. */
export const isAt = (pathname: string, href: string): boolean =>
  pathname === href || pathname.startsWith(`${href}/`);
