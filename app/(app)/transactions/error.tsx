"use client";

import { PageProblem } from "@/components/shell/page-problem";
import { Button } from "@/components/ui/button";

export default function TransactionsError({ reset }: { error: Error; reset: () => void }) {
  return (
    <PageProblem
      title="Your transactions could not be loaded"
      text="Something went wrong on our side. Nothing is lost; please try again in a moment."
    >
      <Button onClick={reset}>Try again</Button>
    </PageProblem>
  );
}
