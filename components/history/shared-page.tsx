import Link from "next/link";
import { Markdown } from "@/components/chat/markdown";
import { Wordmark } from "@/components/landing/wordmark";
import { Button } from "@/components/ui/button";
import type { SharedConversation, SharedMessage } from "@/lib/contract/sharing";
import { formatDate } from "@/lib/domain/calendar";

/** A conversation for people who are not signed in: to be read, and nothing else. */
export function SharedPage({ shared }: { shared: SharedConversation }) {
  const { title, messages } = shared;
  return (
    <div className="flex min-h-dvh flex-col">
      <header className="border-b">
        <div className="mx-auto flex h-16 w-full max-w-3xl items-center justify-between gap-4 px-4 md:px-6">
          <Wordmark />
          <Button asChild variant="outline" size="sm">
            <Link href="/">What is Purser?</Link>
          </Button>
        </div>
      </header>
      <main className="mx-auto w-full max-w-3xl flex-1 px-4 pt-8 pb-16 md:px-6">
        <h1 className="text-balance font-semibold text-2xl tracking-tight">{title}</h1>
        <p className="mt-2 text-muted-foreground text-sm">{describe(shared)}</p>
        <div className="mt-8 flex flex-col gap-7">
          {messages.map((message) => (
            <Message key={message.id} message={message} />
          ))}
        </div>
      </main>
      <footer className="border-t">
        <p className="mx-auto max-w-3xl px-4 py-5 text-muted-foreground text-sm md:px-6">
          A copy of a conversation with Purser, shared by the person who had it. It is not financial advice.
        </p>
      </footer>
    </div>
  );
}

/** Days in UTC: who reads it is nobody whose time zone we know. */
const dayOf = (moment: string): string => formatDate(moment.slice(0, 10));

function describe({ createdAt, expiresAt, showsAmounts, showsAccounts }: SharedConversation): string {
  const hidden = [...(showsAmounts ? [] : ["amounts"]), ...(showsAccounts ? [] : ["names of accounts"])];
  const without = hidden.length > 0 ? `, without ${hidden.join(" and ")}` : "";
  return `As it was on ${dayOf(createdAt)}${without}. This link works until ${dayOf(expiresAt)}.`;
}

function Message({ message: { role, text } }: { message: SharedMessage }) {
  if (role === "assistant") {
    return (
      <article aria-label="Answer">
        <Markdown text={text} isStreaming={false} />
      </article>
    );
  }
  return (
    <article aria-label="Question" className="flex justify-end">
      <p
        dir="auto"
        className="max-w-[88%] whitespace-pre-wrap break-words rounded-2xl rounded-br-md bg-accent px-4 py-2.5 text-[0.9375rem] text-accent-foreground leading-6 md:text-base"
      >
        {text}
      </p>
    </article>
  );
}
