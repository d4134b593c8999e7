import { MessageCircleQuestionMarkIcon } from "lucide-react";
import Link from "next/link";
import { buttonVariants } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";

type AskLinkProps = {
  question: string;
  /** What it is about, for those who do not see where it stands. */
  about: string;
  /** Only the sign, where there is little room. */
  isSmall?: boolean;
};

/** Opens the chat with a question that is ready to be sent. */
export function AskLink({ question, about, isSmall = false }: AskLinkProps) {
  return (
    <Link
      href={`/chat?ask=${encodeURIComponent(question)}`}
      prefetch={false}
      aria-label={`Ask about ${about}`}
      title={isSmall ? "Ask about this" : undefined}
      className={cn(
        buttonVariants({ variant: "ghost", size: isSmall ? "icon-sm" : "sm" }),
        "text-muted-foreground",
      )}
    >
      <MessageCircleQuestionMarkIcon aria-hidden />
      {!isSmall && <span className="max-sm:sr-only">Ask about this</span>}
    </Link>
  );
}
