"use client";

import { useState } from "react";
import { cn } from "@/components/ui/cn";
import { SampleAnswer } from "./sample-answer";
import { SAMPLES } from "./samples";

/** The product in small, made of markup: pick a question and its answer is written anew. */
export function SampleConversation() {
  const [topic, setTopic] = useState(SAMPLES[0].topic);
  const sample = SAMPLES.find((candidate) => candidate.topic === topic) ?? SAMPLES[0];
  return (
    <figure className="overflow-hidden rounded-2xl border bg-card shadow-soft">
      <figcaption className="flex items-center justify-between gap-4 border-b px-5 py-3 text-muted-foreground text-sm">
        <span className="font-medium text-foreground">An example</span>
        <span>with made-up money</span>
      </figcaption>
      <div className="min-h-[27rem] p-5 sm:min-h-[25rem] sm:p-6">
        <SampleAnswer key={topic} sample={sample} />
      </div>
      <fieldset className="flex flex-wrap gap-2 border-t bg-sidebar px-5 py-3.5">
        <legend className="sr-only">Show another example</legend>
        {SAMPLES.map((candidate) => (
          <button
            key={candidate.topic}
            type="button"
            aria-pressed={candidate.topic === topic}
            onClick={() => setTopic(candidate.topic)}
            className={cn(
              "rounded-full border px-3.5 py-1.5 text-sm transition-colors",
              candidate.topic === topic
                ? "border-primary/40 bg-accent text-accent-foreground"
                : "bg-card text-muted-foreground hover:text-foreground",
            )}
          >
            {candidate.topic}
          </button>
        ))}
      </fieldset>
    </figure>
  );
}
