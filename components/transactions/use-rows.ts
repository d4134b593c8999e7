"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { MAX_REREAD, type TransactionPage, type TransactionSearch } from "@/lib/contract/transactions";
import { append, type LoadedRows, replaceRows, startWith, withNewTop } from "./loaded-rows";
import type { TransactionActions } from "./transaction-actions";

type Reading = "idle" | "reading" | "failed";

/**
 * The rows of a search as far as they are loaded. `first` comes with the page, again whenever the page is made anew.
 * @param key changes with the search
 */
export function useRows(
  key: string,
  search: TransactionSearch,
  first: TransactionPage,
  actions: Pick<TransactionActions, "nextPage" | "rereadRows">,
) {
  const [state, setState] = useState(() => ({ key, first, loaded: startWith(first) }));
  const [reading, setReading] = useState<Reading>("idle");
  if (state.first !== first || state.key !== key) {
    const loaded = state.key === key ? withNewTop(state.loaded, first) : startWith(first);
    setState({ key, first, loaded });
    setReading("idle");
  }
  const isBusy = useRef(false);
  const now = useRef({ state, search });
  useEffect(() => {
    now.current = { state, search };
  });

  /** What arrives late for another search is dropped. */
  const update = useCallback((of: string, change: (loaded: LoadedRows) => LoadedRows) => {
    setState((before) => (before.key === of ? { ...before, loaded: change(before.loaded) } : before));
  }, []);

  const loadMore = useCallback(async () => {
    const { state: asked, search: wanted } = now.current;
    if (isBusy.current || asked.loaded.next === null) return;
    isBusy.current = true;
    setReading("reading");
    const result = await actions.nextPage({ search: wanted, after: asked.loaded.next }).catch(() => null);
    isBusy.current = false;
    const isCurrent = now.current.state.key === asked.key;
    if (result?.ok) update(asked.key, (loaded) => append(loaded, result.data));
    if (isCurrent) setReading(result?.ok ? "idle" : "failed");
  }, [actions, update]);

  const reread = useCallback(
    async (changed: readonly string[] | "all") => {
      const { state: asked, search: wanted } = now.current;
      const ids = changed === "all" ? null : new Set(changed);
      const rows = asked.loaded.rows.filter(
        ({ id, partOf }) => ids === null || ids.has(id) || (partOf !== null && ids.has(partOf.id)),
      );
      for (let start = 0; start < rows.length; start += MAX_REREAD) {
        const some = rows.slice(start, start + MAX_REREAD);
        const asking = some.map(({ id }) => id);
        const period = { start: some.at(-1)?.date ?? "", end: some[0]?.date ?? "" };
        const result = await actions.rereadRows({ search: wanted, ids: asking, period }).catch(() => null);
        if (result?.ok) update(asked.key, (loaded) => replaceRows(loaded, asking, result.data, period));
      }
    },
    [actions, update],
  );

  return { ...state.loaded, reading, loadMore, reread };
}
