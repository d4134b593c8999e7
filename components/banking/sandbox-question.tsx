"use client";

import { useState } from "react";
import { Input } from "@/components/ui/input";
import { Label } from "@/components/ui/label";
import type { LinkInstitution } from "@/lib/contract/linking";
import { SandboxStep } from "./sandbox-step";

type SandboxQuestionProps = {
  institution: LinkInstitution;
  question: string;
  onBack: () => void;
  /** @returns what is wrong, in words; null when the next step has come */
  onSubmit: (answer: string) => Promise<string | null>;
};

export function SandboxQuestion({ institution, question, onBack, onSubmit }: SandboxQuestionProps) {
  const [answer, setAnswer] = useState("");
  return (
    <SandboxStep
      institution={institution}
      title="One more question"
      description="Your bank wants to be sure that it is you. At the sandbox bank the answer is 1234."
      submitLabel="Continue"
      pendingLabel="Checking…"
      isDisabled={answer.trim() === ""}
      onBack={onBack}
      onSubmit={() => onSubmit(answer)}
    >
      <div className="grid gap-2">
        <Label htmlFor="sandbox-answer" className="leading-snug">
          {question}
        </Label>
        <Input
          id="sandbox-answer"
          autoFocus
          autoComplete="off"
          value={answer}
          onChange={(event) => setAnswer(event.target.value)}
        />
      </div>
    </SandboxStep>
  );
}
