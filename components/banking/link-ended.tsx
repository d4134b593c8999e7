"use client";

import { CircleCheckIcon, InfoIcon } from "lucide-react";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { DialogClose, DialogDescription, DialogFooter, DialogTitle } from "@/components/ui/dialog";
import type { LinkEnd } from "./finish-link";
import type { LinkTarget } from "./link-window";

type Words = { title: string; text: string; next?: { label: string; target: LinkTarget } };

/** What came of it, in plain words, and what to do next where something is left to do. */
export function wordsOf({ outcome, connectionId, institutionName: bank }: LinkEnd): Words {
  switch (outcome) {
    case "linked":
      return {
        title: `${bank} is connected`,
        text: "We are reading your accounts and transactions now. You can close this; it goes on by itself.",
      };
    case "updated":
      return {
        title: `${bank} is up to date`,
        text: "The connection works again, and we are reading what has happened since.",
      };
    case "already_linked":
      return {
        title: `You have ${bank} already`,
        text: "These accounts are connected, so nothing was added: they would count twice.",
      };
    case "away":
      return {
        title: `You have ${bank} already`,
        text: "These accounts are connected, so nothing was added. The bank cannot be read at the moment; we go on trying.",
      };
    case "sign_in":
      return {
        title: `You have ${bank} already`,
        text: "It waits for a new sign-in. Sign in again there and everything that you have of it stays.",
        next: { label: "Sign in again", target: { connectionId } },
      };
    case "select_accounts":
      return {
        title: `You have ${bank} already`,
        text: "Some of these accounts are connected. Add the others there, so that none counts twice.",
        next: { label: "Choose accounts", target: { connectionId, selectAccounts: true } },
      };
  }
}

export function LinkEnded({ end, onOpen }: { end: LinkEnd; onOpen: (target: LinkTarget) => void }) {
  const { title, text, next } = wordsOf(end);
  const isGood = end.outcome === "linked" || end.outcome === "updated";
  const Icon = isGood ? CircleCheckIcon : InfoIcon;
  return (
    <>
      <div className="grid justify-items-center gap-4 pt-4 text-center">
        <span
          className={cn(
            "grid size-12 place-items-center rounded-full",
            isGood ? "bg-accent text-positive" : "bg-muted text-muted-foreground",
          )}
        >
          <Icon className="size-6" aria-hidden />
        </span>
        <div role="status" className="grid gap-1.5">
          <DialogTitle>{title}</DialogTitle>
          <DialogDescription className="max-w-xs">{text}</DialogDescription>
        </div>
      </div>
      <DialogFooter className="justify-center">
        <DialogClose asChild>
          <Button variant={next ? "ghost" : "primary"} autoFocus={!next}>
            {next ? "Not now" : "Done"}
          </Button>
        </DialogClose>
        {next && <Button onClick={() => onOpen(next.target)}>{next.label}</Button>}
      </DialogFooter>
    </>
  );
}
