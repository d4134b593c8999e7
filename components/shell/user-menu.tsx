"use client";

import { ChevronsUpDownIcon, LandmarkIcon, LogOutIcon } from "lucide-react";
import Link from "next/link";
import { useTheme } from "next-themes";
import { useTransition } from "react";
import { forgetDrafts } from "@/components/chat/use-draft";
import { useWorkspace } from "@/components/chat/workspace";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuLabel,
  DropdownMenuRadioGroup,
  DropdownMenuRadioItem,
  DropdownMenuSeparator,
  DropdownMenuTrigger,
} from "@/components/ui/dropdown-menu";
import { PERSON_PAGES } from "./pages";
import { THEMES } from "./themes";

export function UserMenu({ onSignOut }: { onSignOut: () => Promise<void> }) {
  const { person } = useWorkspace();
  const { theme, setTheme } = useTheme();
  const [isLeaving, startTransition] = useTransition();
  const leave = () => {
    forgetDrafts();
    startTransition(onSignOut);
  };
  return (
    <div className="border-t p-2 pb-[max(0.5rem,env(safe-area-inset-bottom))]">
      <DropdownMenu>
        <DropdownMenuTrigger
          aria-label={`Account of ${person.name}`}
          className="flex w-full items-center gap-2.5 rounded-lg px-2.5 py-2 text-left text-sm transition-colors hover:bg-secondary data-[state=open]:bg-secondary"
        >
          <span
            aria-hidden
            className="grid size-7 shrink-0 place-items-center rounded-full bg-primary/12 font-medium text-primary text-xs"
          >
            {initialsOf(person.name)}
          </span>
          <span className="min-w-0 flex-1">
            <span className="block truncate font-medium leading-5">{person.name}</span>
            {person.isDemo && (
              <span className="block text-muted-foreground text-xs leading-4">Demo household</span>
            )}
          </span>
          <ChevronsUpDownIcon className="size-4 shrink-0 text-muted-foreground" aria-hidden />
        </DropdownMenuTrigger>
        <DropdownMenuContent
          side="top"
          align="start"
          className="w-(--radix-dropdown-menu-trigger-width) min-w-56"
        >
          <DropdownMenuLabel className="truncate">{person.email}</DropdownMenuLabel>
          <DropdownMenuItem asChild>
            <Link href="/accounts">
              <LandmarkIcon /> Accounts
            </Link>
          </DropdownMenuItem>
          {PERSON_PAGES.map(({ href, title, icon: Icon }) => (
            <DropdownMenuItem key={href} asChild>
              <Link href={href}>
                <Icon /> {title}
              </Link>
            </DropdownMenuItem>
          ))}
          <DropdownMenuSeparator />
          <DropdownMenuLabel>Theme</DropdownMenuLabel>
          <DropdownMenuRadioGroup value={theme ?? "system"} onValueChange={setTheme}>
            {THEMES.map(({ value, label, icon: Icon }) => (
              <DropdownMenuRadioItem key={value} value={value}>
                <Icon /> {label}
              </DropdownMenuRadioItem>
            ))}
          </DropdownMenuRadioGroup>
          <DropdownMenuSeparator />
          <DropdownMenuItem disabled={isLeaving} onSelect={leave}>
            <LogOutIcon /> Sign out
          </DropdownMenuItem>
        </DropdownMenuContent>
      </DropdownMenu>
    </div>
  );
}

const initialsOf = (name: string): string =>
  name
    .split(/\s+/)
    .slice(0, 2)
    .map((word) => word.charAt(0).toUpperCase())
    .join("");
