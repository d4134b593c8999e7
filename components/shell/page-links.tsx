"use client";

import Link from "next/link";
import { buttonVariants } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { usePath } from "../live/use-address";
import { isAt, PAGES } from "./pages";

export function PageLinks({ onNavigate }: { onNavigate: () => void }) {
  const pathname = usePath();
  return (
    <nav aria-label="Pages">
      <ul className="space-y-0.5">
        {PAGES.map(({ href, title, icon: Icon }) => {
          const isHere = isAt(pathname, href);
          return (
            <li key={href}>
              <Link
                href={href}
                onClick={onNavigate}
                aria-current={isHere ? "page" : undefined}
                className={cn(
                  buttonVariants({ variant: "ghost" }),
                  "w-full justify-start gap-2.5 px-2.5 text-foreground hover:bg-secondary max-md:h-10",
                  isHere && "bg-secondary",
                )}
              >
                <Icon className="text-primary" aria-hidden /> {title}
              </Link>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
