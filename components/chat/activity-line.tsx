"use client";

import { useEffect, useState } from "react";
import type { Activity } from "./answer-state";
import { activityText } from "./answer-state";

type ActivityLineProps = { activity: Activity; ahead?: number | null };

/** What is going on, in words. Give it the activity as `key`, so that each one counts its own seconds. */
export function ActivityLine({ activity, ahead = null }: ActivityLineProps) {
  const [seconds, setSeconds] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => setSeconds((value) => value + 1), 1_000);
    return () => clearInterval(timer);
  }, []);
  return (
    <p data-activity={activity} className="flex h-8 items-center gap-2.5 text-muted-foreground text-sm">
      <span aria-hidden className="size-2 animate-breathe rounded-full bg-primary" />
      {activityText(activity, seconds, ahead)}
    </p>
  );
}
