"use client";

import { AnimatePresence } from "motion/react";
import * as motion from "motion/react-m";
import { useEffect, useState } from "react";
import type { ConnectionState } from "./read-run";

const QUIET_MS = 2_000;
const MANY_ATTEMPTS = 5;

/** Quiet, and only after a while: most drops are mended before anybody could read about them. */
export function ConnectionChip({ connection }: { connection: ConnectionState }) {
  const isReconnecting = connection.phase === "reconnecting";
  const [isShown, setShown] = useState(false);
  useEffect(() => {
    if (!isReconnecting) return setShown(false);
    const timer = setTimeout(() => setShown(true), QUIET_MS);
    return () => clearTimeout(timer);
  }, [isReconnecting]);
  const isLong = isReconnecting && connection.attempts >= MANY_ATTEMPTS;
  return (
    <div role="status" className="pointer-events-none flex justify-center">
      <AnimatePresence>
        {isShown && (
          <motion.p
            initial={{ opacity: 0, y: 4 }}
            animate={{ opacity: 1, y: 0 }}
            exit={{ opacity: 0 }}
            transition={{ duration: 0.15 }}
            className="mb-2 flex items-center gap-2 rounded-full border bg-card px-3 py-1 text-muted-foreground text-xs shadow-soft"
          >
            <span aria-hidden className="size-1.5 animate-breathe rounded-full bg-caution" />
            {isLong
              ? "No connection. Your answer is still being written; it will appear here."
              : "Reconnecting…"}
          </motion.p>
        )}
      </AnimatePresence>
    </div>
  );
}
