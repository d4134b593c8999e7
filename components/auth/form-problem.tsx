import { CircleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { Alert } from "@/components/ui/alert";

/** What is wrong with the form as a whole. */
export function FormProblem({ children }: { children: ReactNode }) {
  return (
    <Alert tone="destructive">
      <CircleAlert aria-hidden />
      <p>{children}</p>
    </Alert>
  );
}
