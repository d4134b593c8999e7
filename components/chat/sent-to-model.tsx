"use client";

import { CheckIcon, CopyIcon, EyeIcon, XIcon } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import {
  Dialog,
  DialogClose,
  DialogContent,
  DialogDescription,
  DialogTitle,
  DialogTrigger,
} from "@/components/ui/dialog";
import { Tooltip } from "@/components/ui/tooltip";
import { type SentMessage, SentPrompts } from "@/lib/contract/sent-prompt";
import { useConversationInAddress } from "../live/use-address";
import { toRequestError } from "./request-error";

const TITLE = "What was sent to the model";

const ROLES: Record<SentMessage["role"], string> = {
  system: "Rules and facts",
  user: "You",
  assistant: "Model",
  tool: "Result of a look-up",
};

type Sent = { kind: "loading" } | { kind: "problem"; text: string } | { kind: "sent"; prompts: SentPrompts };

/** Opens exactly what the model was sent for an answer. */
export function SentToModel({ runId }: { runId: string }) {
  const [sent, setSent] = useState<Sent>({ kind: "loading" });
  const conversationId = useConversationInAddress();
  const load = async () => {
    setSent({ kind: "loading" });
    setSent(await readSent(`/api/chat/${conversationId}/runs/${runId}/prompts`));
  };
  return (
    <Dialog onOpenChange={(isOpen) => isOpen && void load()}>
      <Tooltip label={TITLE} side="bottom">
        <DialogTrigger asChild>
          <Button variant="ghost" size="icon-sm" aria-label={TITLE}>
            <EyeIcon />
          </Button>
        </DialogTrigger>
      </Tooltip>
      <DialogContent className="max-h-[85dvh] max-w-2xl grid-rows-[auto_minmax(0,1fr)]">
        <div className="space-y-1.5 pr-8">
          <DialogTitle>{TITLE}</DialogTitle>
          <DialogDescription>
            Everything that the model got for this answer. Account numbers and your name were masked before it
            was sent.
          </DialogDescription>
          <DialogClose asChild>
            <Button variant="ghost" size="icon-sm" aria-label="Close" className="absolute top-4 right-4">
              <XIcon />
            </Button>
          </DialogClose>
        </div>
        <div className="min-h-0 overflow-y-auto" aria-live="polite">
          <SentView sent={sent} />
        </div>
      </DialogContent>
    </Dialog>
  );
}

async function readSent(address: string): Promise<Sent> {
  try {
    const response = await fetch(address, { cache: "no-store" });
    if (!response.ok) return { kind: "problem", text: (await toRequestError(response)).message };
    return { kind: "sent", prompts: SentPrompts.parse(await response.json()) };
  } catch {
    return { kind: "problem", text: "This could not be loaded. Check your connection and open it again." };
  }
}

function SentView({ sent }: { sent: Sent }) {
  if (sent.kind === "loading") return <p className="text-muted-foreground text-sm">Loading…</p>;
  if (sent.kind === "problem")
    return (
      <p role="alert" className="text-destructive text-sm">
        {sent.text}
      </p>
    );
  const { calls } = sent.prompts;
  const last = calls.at(-1);
  if (!last) return <p className="text-muted-foreground text-sm">Nothing was sent for this answer.</p>;
  return (
    <div className="space-y-2">
      {calls.length > 1 && (
        <p className="text-muted-foreground text-xs">
          The model was asked {calls.length} times, each time with all that came before. This is the last one.
        </p>
      )}
      {last.messages.map((message, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes
        <MessageView key={index} message={message} isOpen={message.role === "user"} />
      ))}
    </div>
  );
}

function MessageView({ message, isOpen }: { message: SentMessage; isOpen: boolean }) {
  const { role, content, toolCalls = [] } = message;
  const text = [content, ...toolCalls.map(({ name, args }) => `${name} ${JSON.stringify(args)}`)]
    .filter((part) => part !== "")
    .join("\n");
  return (
    <details open={isOpen} className="rounded-xl border bg-card text-sm">
      <summary className="cursor-pointer px-3 py-2 font-medium">
        {ROLES[role]}
        <span className="ml-2 font-normal text-muted-foreground text-xs">{text.length} characters</span>
      </summary>
      <div className="relative border-t">
        <CopyText text={text} />
        <pre className="max-h-80 overflow-auto whitespace-pre-wrap break-words p-3 pr-12 font-mono text-xs leading-relaxed">
          {text}
        </pre>
      </div>
    </details>
  );
}

function CopyText({ text }: { text: string }) {
  const [isCopied, setCopied] = useState(false);
  return (
    <Button
      variant="ghost"
      size="icon-sm"
      aria-label={isCopied ? "Copied" : "Copy this message"}
      className="absolute top-1 right-1"
      onClick={() => void navigator.clipboard.writeText(text).then(() => setCopied(true))}
    >
      {isCopied ? <CheckIcon /> : <CopyIcon />}
    </Button>
  );
}
