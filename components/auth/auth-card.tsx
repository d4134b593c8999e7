import Link from "next/link";
import type { ReactNode } from "react";
import { Card } from "@/components/ui/card";

type AuthCardProps = {
  title: string;
  lead: string;
  /** Where people go who came to the wrong one of the two pages. */
  other: { question: string; label: string; href: string };
  children: ReactNode;
};

export function AuthCard({ title, lead, other, children }: AuthCardProps) {
  return (
    <>
      <Card className="grid gap-6 p-6 shadow-soft sm:p-8">
        <div className="grid gap-1.5">
          <h1 className="font-semibold text-2xl tracking-tight">{title}</h1>
          <p className="text-muted-foreground text-sm">{lead}</p>
        </div>
        <div>{children}</div>
      </Card>
      <p className="mt-6 text-center text-muted-foreground text-sm">
        {other.question}{" "}
        <Link href={other.href} className="font-medium text-primary underline-offset-4 hover:underline">
          {other.label}
        </Link>
      </p>
    </>
  );
}
