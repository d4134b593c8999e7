"use client";

import { CheckIcon, CopyIcon } from "lucide-react";
import { type FormEvent, useEffect, useRef, useState, useTransition } from "react";
import { useWorkspace } from "@/components/chat/workspace";
import { Button } from "@/components/ui/button";
import { Dialog, DialogContent, DialogDescription, DialogTitle } from "@/components/ui/dialog";
import { Input } from "@/components/ui/input";
import type { ConversationSummary } from "@/lib/contract/chat";
import { SHARE_DAYS } from "@/lib/contract/sharing";
import { ShareList } from "./share-list";
import { useShares } from "./use-shares";

type Days = (typeof SHARE_DAYS)[number];
type ShareDialogProps = { conversation: ConversationSummary; onClose: () => void };

const WORDS: Record<Days, string> = { 1: "1 day", 7: "7 days", 30: "30 days" };

/** Makes a link to a conversation as it is now, and closes those that there are. */
export function ShareDialog({ conversation, onClose }: ShareDialogProps) {
  const { person } = useWorkspace();
  const { shares, problem, share, revoke } = useShares();
  const [address, setAddress] = useState<string | null>(null);
  const own = shares?.filter(({ conversationId }) => conversationId === conversation.id) ?? [];
  return (
    <Dialog open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <DialogContent className="max-h-[calc(100dvh-2rem)] overflow-y-auto">
        <div className="space-y-1.5">
          <DialogTitle>Share “{conversation.title}”</DialogTitle>
          <DialogDescription>
            Whoever has the link can read the questions and answers as they are now, without signing in. What
            was looked up for them stays with you.
          </DialogDescription>
        </div>
        {person.isDemo ? (
          <p className="text-sm">Everybody who opens the demo shares it. Create an account to make links.</p>
        ) : address ? (
          <NewAddress address={address} />
        ) : (
          <ShareForm
            onShare={async (choice) =>
              setAddress(await share({ conversationId: conversation.id, ...choice }))
            }
          />
        )}
        {problem && (
          <p role="alert" className="text-destructive text-sm">
            {problem}
          </p>
        )}
        {own.length > 0 && (
          <div className="space-y-2">
            <h3 className="font-medium text-sm">Open links</h3>
            <ShareList shares={own} isNamed={false} onRevoke={(id) => void revoke(id)} />
          </div>
        )}
      </DialogContent>
    </Dialog>
  );
}

type Choice = { showsAmounts: boolean; showsAccounts: boolean; days: Days };

function ShareForm({ onShare }: { onShare: (choice: Choice) => Promise<void> }) {
  const [choice, setChoice] = useState<Choice>({ showsAmounts: false, showsAccounts: false, days: 7 });
  const [isPending, startTransition] = useTransition();
  const change = (part: Partial<Choice>) => setChoice((before) => ({ ...before, ...part }));
  function onSubmit(event: FormEvent) {
    event.preventDefault();
    startTransition(() => onShare(choice));
  }
  return (
    <form onSubmit={onSubmit} className="grid gap-4">
      <fieldset className="grid gap-2.5">
        <legend className="mb-2 font-medium text-sm">Show in it</legend>
        <Check
          label="Amounts"
          hint="Otherwise each one is hidden."
          isChecked={choice.showsAmounts}
          onChange={(showsAmounts) => change({ showsAmounts })}
        />
        <Check
          label="Names of accounts and banks"
          hint="Otherwise they are hidden, with their last digits."
          isChecked={choice.showsAccounts}
          onChange={(showsAccounts) => change({ showsAccounts })}
        />
      </fieldset>
      <fieldset>
        <legend className="mb-2 font-medium text-sm">The link works for</legend>
        <div className="flex gap-2">
          {SHARE_DAYS.map((days) => (
            <label
              key={days}
              className="flex-1 cursor-pointer rounded-lg border px-3 py-2 text-center text-sm has-checked:border-primary has-checked:bg-primary/8 has-checked:font-medium has-focus-visible:outline-2 has-focus-visible:outline-ring has-focus-visible:outline-offset-2"
            >
              <input
                type="radio"
                name="days"
                className="sr-only"
                checked={choice.days === days}
                onChange={() => change({ days })}
              />
              {WORDS[days]}
            </label>
          ))}
        </div>
      </fieldset>
      <Button type="submit" disabled={isPending}>
        Create link
      </Button>
    </form>
  );
}

type CheckProps = { label: string; hint: string; isChecked: boolean; onChange: (isChecked: boolean) => void };

function Check({ label, hint, isChecked, onChange }: CheckProps) {
  return (
    <label className="flex cursor-pointer items-start gap-2.5 text-sm">
      <input
        type="checkbox"
        checked={isChecked}
        onChange={(event) => onChange(event.target.checked)}
        className="mt-0.5 size-4 accent-primary"
      />
      <span>
        {label}
        <span className="block text-muted-foreground text-xs">{hint}</span>
      </span>
    </label>
  );
}

function NewAddress({ address }: { address: string }) {
  const [isCopied, setCopied] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  // The button that was pressed is gone.
  useEffect(() => field.current?.focus(), []);
  return (
    <div className="space-y-2">
      <div className="flex gap-2">
        <Input
          ref={field}
          readOnly
          aria-label="Link"
          value={address}
          onFocus={(event) => event.target.select()}
          className="font-mono text-xs"
        />
        <Button
          className="h-10"
          onClick={() => void navigator.clipboard.writeText(address).then(() => setCopied(true))}
        >
          {isCopied ? <CheckIcon /> : <CopyIcon />} {isCopied ? "Copied" : "Copy"}
        </Button>
      </div>
      <p className="text-muted-foreground text-xs">It is shown only now. Copy it before you close this.</p>
    </div>
  );
}
