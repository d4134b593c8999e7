"use client";

import { LoaderCircleIcon, SearchIcon } from "lucide-react";
import { useRouter } from "next/navigation";
import { type KeyboardEvent, useId, useMemo, useState } from "react";
import { useWorkspace } from "@/components/chat/workspace";
import { Dialog, DialogContent, DialogDescription, DialogTitle } from "@/components/ui/dialog";
import { placesIn, SearchResults } from "./search-results";
import { useSearch } from "./use-search";

type SearchDialogProps = { onClose: () => void; onNavigate: () => void };

/** Looks through titles and messages. The keyboard stays in the field; arrows choose, Enter goes there. */
export function SearchDialog({ onClose, onNavigate }: SearchDialogProps) {
  const { history } = useWorkspace();
  const router = useRouter();
  const [text, setText] = useState("");
  const [chosen, setChosen] = useState(0);
  const { found, isSearching, problem } = useSearch(text, history.search);
  const places = useMemo(() => placesIn(found ?? []), [found]);
  const active = Math.min(chosen, places.length - 1);
  const id = useId();

  function open(place: number) {
    const target = places[place];
    if (!target) return;
    onClose();
    onNavigate();
    router.push(target.href);
  }
  function onKeyDown(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing) return;
    const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1 };
    const step = steps[event.key];
    if (step !== undefined) {
      event.preventDefault();
      setChosen((active + step + places.length) % Math.max(1, places.length));
    } else if (event.key === "Enter") {
      event.preventDefault();
      open(active);
    }
  }

  return (
    <Dialog open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <DialogContent className="max-w-xl gap-0 self-start overflow-hidden p-0 md:mt-[12vh]">
        <DialogTitle className="sr-only">Search conversations</DialogTitle>
        <DialogDescription className="sr-only">
          Type what was asked or answered. Arrow keys choose what was found, Enter goes there.
        </DialogDescription>
        <div className="flex items-center gap-3 border-b px-4">
          {isSearching ? (
            <LoaderCircleIcon className="size-4 shrink-0 animate-spin text-muted-foreground" aria-hidden />
          ) : (
            <SearchIcon className="size-4 shrink-0 text-muted-foreground" aria-hidden />
          )}
          <input
            type="text"
            role="combobox"
            aria-label="Search titles and messages"
            aria-autocomplete="list"
            aria-expanded={places.length > 0}
            aria-controls={`${id}-list`}
            aria-activedescendant={places.length > 0 ? `${id}-${active}` : undefined}
            placeholder="Search titles and messages"
            maxLength={200}
            value={text}
            onChange={(event) => {
              setText(event.target.value);
              setChosen(0);
            }}
            onKeyDown={onKeyDown}
            className="h-13 min-w-0 flex-1 bg-transparent text-base outline-none placeholder:text-muted-foreground focus-visible:outline-none"
          />
        </div>
        <SearchResults id={id} found={found ?? []} active={active} onOpen={open} onPoint={setChosen} />
        <p role="status" className="px-4 py-3 text-muted-foreground text-sm empty:hidden">
          {problem ?? wordsFor(text, found?.length ?? null, isSearching)}
        </p>
      </DialogContent>
    </Dialog>
  );
}

function wordsFor(text: string, count: number | null, isSearching: boolean): string {
  if (text.trim() === "") return "Find what you asked before, and what was answered.";
  if (count === null || (isSearching && count === 0)) return "Searching…";
  if (count === 0) return "Nothing has all of these words.";
  return count === 1 ? "In one conversation" : `In ${count} conversations`;
}
