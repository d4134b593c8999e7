"use client";

import { CircleAlertIcon, CircleCheckIcon, FileTextIcon, LoaderCircleIcon } from "lucide-react";
import { useEffect, useState } from "react";
import type { ConnectionView } from "@/lib/contract/banking";
import { BankMark } from "./bank-mark";
import { ConnectionMenu } from "./connection-menu";
import { stateLine } from "./connection-words";
import { ask, type ConnectionActions } from "./link-actions";
import { RefreshWhileReading } from "./refresh-while-reading";

const ICONS = {
  good: <CircleCheckIcon className="text-positive" aria-hidden />,
  busy: <LoaderCircleIcon className="animate-spin text-primary" aria-hidden />,
  bad: <CircleAlertIcon className="text-caution" aria-hidden />,
  quiet: <FileTextIcon aria-hidden />,
};

type ConnectionHeaderProps = {
  connection: ConnectionView;
  timeZone: string;
  /** Null where banks cannot be changed. */
  actions: ConnectionActions | null;
};

/** Whose it is, how things stand, and what can be done with it. */
export function ConnectionHeader({ connection, timeZone, actions }: ConnectionHeaderProps) {
  const { id, institutionName } = connection;
  const { asked, problem, refresh } = useRefresh(connection, actions);
  const line =
    asked === "reading"
      ? { tone: "busy" as const, text: "Reading the bank…" }
      : asked === "waiting"
        ? { tone: "busy" as const, text: "Asked the bank; it has not answered yet. You need not wait here." }
        : stateLine(connection, timeZone);
  return (
    <header className="flex items-start gap-3 px-5 pt-4 pb-3">
      <BankMark name={institutionName} className="mt-0.5" />
      <div className="min-w-0 flex-1">
        <h2 className="truncate font-semibold text-base tracking-tight">{institutionName}</h2>
        <p
          role="status"
          className="flex items-start gap-1.5 text-muted-foreground text-sm [&>svg]:mt-0.5 [&>svg]:size-4 [&>svg]:shrink-0"
        >
          {ICONS[line.tone]} <span>{line.text}</span>
        </p>
        {problem && (
          <p role="alert" className="text-destructive text-sm">
            {problem}
          </p>
        )}
      </div>
      {actions && (
        <ConnectionMenu
          connection={connection}
          isRefreshing={asked !== null}
          onRefresh={refresh}
          disconnect={() => ask(() => actions.disconnect({ connectionId: id }))}
        />
      )}
      {asked && <RefreshWhileReading />}
    </header>
  );
}

const PATIENCE_MS = 45_000;

/** From the wish to the answer: an answer is any change of the moment or the state of the connection. */
function useRefresh(connection: ConnectionView, actions: ConnectionActions | null) {
  const { id, lastSyncedAt, status } = connection;
  const [askedAt, setAskedAt] = useState<string | null>(null);
  const [isLong, setLong] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const mark = `${lastSyncedAt} ${status}`;
  const isWaiting = askedAt === mark;

  useEffect(() => {
    if (!isWaiting) return;
    const timer = setTimeout(() => setLong(true), PATIENCE_MS);
    return () => clearTimeout(timer);
  }, [isWaiting]);

  async function refresh() {
    if (!actions) return;
    setAskedAt(mark);
    setLong(false);
    setProblem(null);
    const result = await ask(() => actions.refresh({ connectionId: id }));
    if (result.ok) return;
    setAskedAt(null);
    setProblem(result.error.message);
  }

  return {
    asked: isWaiting ? (isLong ? ("waiting" as const) : ("reading" as const)) : null,
    problem,
    refresh: () => void refresh(),
  };
}
