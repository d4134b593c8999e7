"use client";

import { PageProblem } from "@/components/shell/page-problem";
import { Button } from "@/components/ui/button";

export default function PageError({ reset }: { error: Error; reset: () => void }) {
  return (
    <PageProblem
      title="This page could not be loaded"
      text="Something went wrong on our side. Nothing of yours is lost; please try again in a moment."
    >
      <Button onClick={reset}>Try again</Button>
    </PageProblem>
  );
}
