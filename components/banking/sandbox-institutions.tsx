"use client";

import { ChevronRightIcon, CircleAlertIcon, SearchIcon } from "lucide-react";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { DialogDescription, DialogTitle } from "@/components/ui/dialog";
import { Input } from "@/components/ui/input";
import { Skeleton } from "@/components/ui/skeleton";
import type { ActionResult } from "@/lib/contract/error-body";
import type { SandboxInstitution } from "@/lib/contract/linking";
import { BankMark } from "./bank-mark";

const TYPING_PAUSE_MS = 200;

type SandboxInstitutionsProps = {
  search: (query: string) => Promise<ActionResult<SandboxInstitution[]>>;
  onChoose: (institution: SandboxInstitution) => void;
};

export function SandboxInstitutions({ search, onChoose }: SandboxInstitutionsProps) {
  const [query, setQuery] = useState("");
  const { banks, problem, retry } = useBanks(query, search);
  const list = useRef<HTMLDivElement>(null);

  /** Up and down walk through the field and the banks, as in any list that one searches. */
  function onKeyDown(event: KeyboardEvent) {
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
    const stops = [...(list.current?.querySelectorAll<HTMLElement>("input, li > button") ?? [])];
    const here = stops.findIndex((stop) => stop.matches(":focus"));
    stops[here + (event.key === "ArrowDown" ? 1 : -1)]?.focus();
    event.preventDefault();
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: arrow keys are an extra; every stop inside is reached by Tab.
    <div ref={list} className="grid animate-fade-in gap-4" onKeyDown={onKeyDown}>
      <div className="grid gap-1.5 pr-10">
        <DialogTitle>Choose your bank</DialogTitle>
        <DialogDescription>
          This is a sandbox: the banks are invented and the money is not real.
        </DialogDescription>
      </div>
      <div className="relative">
        <SearchIcon
          className="absolute top-1/2 left-3 size-4 -translate-y-1/2 text-muted-foreground"
          aria-hidden
        />
        <Input
          type="search"
          aria-label="Search for your bank"
          autoFocus
          placeholder="Search for your bank"
          autoComplete="off"
          className="pl-9"
          value={query}
          onChange={(event) => setQuery(event.target.value)}
        />
      </div>
      {problem ? (
        <Alert tone="destructive">
          <CircleAlertIcon aria-hidden />
          <span className="flex-1">{problem}</span>
          <Button variant="link" size="sm" className="h-auto p-0" onClick={retry}>
            Try again
          </Button>
        </Alert>
      ) : (
        <BankList banks={banks} query={query} onChoose={onChoose} />
      )}
    </div>
  );
}

type BankListProps = {
  banks: SandboxInstitution[] | null;
  query: string;
  onChoose: (institution: SandboxInstitution) => void;
};

function BankList({ banks, query, onChoose }: BankListProps) {
  return (
    <div className="-mx-2 h-72 overflow-y-auto" aria-busy={banks === null}>
      <p
        role="status"
        className={banks?.length === 0 ? "px-2 py-8 text-center text-muted-foreground text-sm" : "sr-only"}
      >
        {banks === null
          ? "Looking for banks…"
          : banks.length === 0
            ? `No bank here is called “${query}”.`
            : `${banks.length} ${banks.length === 1 ? "bank" : "banks"}`}
      </p>
      {banks === null && [1, 2, 3].map((row) => <Skeleton key={row} className="mx-2 mb-3 h-11 rounded-xl" />)}
      <ul aria-label="Banks">
        {banks?.map((bank) => (
          <li key={bank.institutionId}>
            <button
              type="button"
              onClick={() => onChoose(bank)}
              className="group flex w-full items-center gap-3 rounded-xl px-2 py-2.5 text-left transition-colors hover:bg-muted focus-visible:bg-muted"
            >
              <BankMark name={bank.name} color={bank.primaryColor} />
              <span className="min-w-0 flex-1 truncate font-medium text-sm">{bank.name}</span>
              <ChevronRightIcon className="size-4 shrink-0 text-muted-foreground" aria-hidden />
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** The banks for what was typed last; null until they are known for the first time. */
function useBanks(query: string, search: SandboxInstitutionsProps["search"]) {
  const [banks, setBanks] = useState<SandboxInstitution[] | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [attempt, setAttempt] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the caller makes `search` anew each time; another attempt asks again.
  useEffect(() => {
    let isOver = false;
    const timer = setTimeout(
      async () => {
        const result = await search(query);
        if (isOver) return;
        setProblem(result.ok ? null : result.error.message);
        if (result.ok) setBanks(result.data);
      },
      query === "" ? 0 : TYPING_PAUSE_MS,
    );
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [query, attempt]);
  return { banks, problem, retry: () => setAttempt((before) => before + 1) };
}
