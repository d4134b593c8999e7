"use client";

import { ThumbsDownIcon, ThumbsUpIcon } from "lucide-react";
import { type FormEvent, type ReactNode, useState } from "react";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { Popover, PopoverAnchor, PopoverContent } from "@/components/ui/popover";
import { Tooltip } from "@/components/ui/tooltip";
import { FEEDBACK_REASONS, type Feedback, MAX_COMMENT_CHARACTERS } from "@/lib/contract/feedback";
import { useSession } from "./session-context";

const REASONS: Record<(typeof FEEDBACK_REASONS)[number], string> = {
  "wrong-number": "A number is wrong",
  "missing-transactions": "Transactions are missing",
  misunderstood: "Not what I asked",
  "too-long": "Too long",
  other: "Something else",
};

type AnswerRatingProps = { messageId: string; said: Feedback | undefined };

/** What the person thinks of an answer. A click says it; a second one takes it back, or says why. */
export function AnswerRating({ messageId, said }: AnswerRatingProps) {
  const session = useSession();
  const [isAsking, setAsking] = useState(false);
  const say = (feedback: Feedback | null) => void session.rate(messageId, feedback);
  const [isUp, isDown] = [said?.rating === "up", said?.rating === "down"];
  return (
    <Popover open={isAsking} onOpenChange={setAsking}>
      <Rating
        label="Good answer"
        isPressed={isUp}
        onPress={() => say(isUp ? null : { rating: "up", reason: null, comment: null })}
      >
        <ThumbsUpIcon className={cn(isUp && "fill-current")} />
      </Rating>
      <PopoverAnchor>
        <Rating
          label="Bad answer"
          isPressed={isDown}
          onPress={() => {
            if (!isDown) say({ rating: "down", reason: null, comment: null });
            setAsking(true);
          }}
        >
          <ThumbsDownIcon className={cn(isDown && "fill-current")} />
        </Rating>
      </PopoverAnchor>
      <PopoverContent align="start" aria-label="What was wrong" className="w-[min(22rem,calc(100vw-1rem))]">
        {said && (
          <ReasonForm
            said={said}
            onSay={(feedback) => {
              say(feedback);
              setAsking(false);
            }}
          />
        )}
      </PopoverContent>
    </Popover>
  );
}

type RatingProps = { label: string; isPressed: boolean; onPress: () => void; children: ReactNode };

function Rating({ label, isPressed, onPress, children }: RatingProps) {
  return (
    <Tooltip label={label} side="bottom">
      <Button
        variant="ghost"
        size="icon-sm"
        aria-label={label}
        aria-pressed={isPressed}
        className={cn(isPressed && "text-foreground")}
        onClick={onPress}
      >
        {children}
      </Button>
    </Tooltip>
  );
}

type ReasonFormProps = { said: Feedback; onSay: (feedback: Feedback | null) => void };

function ReasonForm({ said, onSay }: ReasonFormProps) {
  const [reason, setReason] = useState(said.reason);
  const [comment, setComment] = useState(said.comment ?? "");
  function onSubmit(event: FormEvent) {
    event.preventDefault();
    onSay({ rating: "down", reason, comment: comment.trim() || null });
  }
  return (
    <form onSubmit={onSubmit} className="space-y-3">
      <fieldset>
        <legend className="mb-2 font-medium">What was wrong?</legend>
        <div className="flex flex-wrap gap-1.5">
          {FEEDBACK_REASONS.map((value) => (
            <label
              key={value}
              className="cursor-pointer rounded-lg border px-2.5 py-1.5 text-[13px] transition-colors hover:bg-muted has-checked:border-primary has-checked:bg-accent has-checked:text-accent-foreground has-focus-visible:outline-2 has-focus-visible:outline-ring"
            >
              <input
                type="radio"
                name="reason"
                className="sr-only"
                checked={reason === value}
                onChange={() => setReason(value)}
              />
              {REASONS[value]}
            </label>
          ))}
        </div>
      </fieldset>
      <textarea
        value={comment}
        onChange={(event) => setComment(event.target.value)}
        maxLength={MAX_COMMENT_CHARACTERS}
        rows={2}
        aria-label="More about it (optional)"
        placeholder="More about it (optional)"
        className="field-sizing-content block max-h-40 min-h-16 w-full resize-none rounded-lg border border-input bg-card px-3 py-2 placeholder:text-muted-foreground"
      />
      <div className="flex justify-between gap-2">
        <Button variant="ghost" size="sm" onClick={() => onSay(null)}>
          Take it back
        </Button>
        <Button type="submit" size="sm">
          Send
        </Button>
      </div>
    </form>
  );
}
