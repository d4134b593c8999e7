export function SavingProblem({ problem }: { problem: string | null }) {
  if (problem === null) return null;
  return (
    <p role="alert" className="px-5 pb-4 text-destructive text-sm">
      {problem}
    </p>
  );
}
