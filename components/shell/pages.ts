import { LandmarkIcon, type LucideIcon } from "lucide-react";

/** The pages of a person's money, in the order of the menu. */
export const PAGES: readonly { href: string; title: string; icon: LucideIcon }[] = [
  { href: "/accounts", title: "Accounts", icon: LandmarkIcon },
];

/** Whether a page, or one that lies below it, is what the address shows. */
export const isAt = (pathname: string, href: string): boolean =>
  pathname === href || pathname.startsWith(`${href}/`);
