"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef, useState, useTransition } from "react";
import type { TransactionSearch } from "@/lib/contract/transactions";
import { transactionsHref, writeSearch } from "@/lib/domain/transaction-search";

const TYPING_MS = 250;

/** The search, kept in the address: what is chosen is shown at once, the list follows. Typing waits for a pause. */
export function useSearch(shown: TransactionSearch) {
  const router = useRouter();
  const [isPending, startTransition] = useTransition();
  const [isTyping, setTyping] = useState(false);
  const [wanted, setWanted] = useState(shown);
  const [seen, setSeen] = useState(shown);
  if (seen !== shown) {
    setSeen(shown);
    // The page may be made anew while somebody types, and a space at the end is one only for the person.
    const isSame = writeSearch({ ...wanted, text: wanted.text.trim() }) === writeSearch(shown);
    if (!isSame && !isTyping && !isPending) setWanted(shown);
  }
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);

  function change(patch: Partial<TransactionSearch>, { isTyped = false } = {}) {
    const next = { ...wanted, ...patch };
    setWanted(next);
    clearTimeout(timer.current);
    setTyping(isTyped);
    const go = () => {
      setTyping(false);
      const href = transactionsHref({ ...next, text: next.text.trim() });
      startTransition(() => router.replace(href, { scroll: false }));
    };
    if (isTyped) timer.current = setTimeout(go, TYPING_MS);
    else go();
  }
  return { search: wanted, change, isPending };
}
