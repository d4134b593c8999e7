import type { ReactNode } from "react";
import { Wordmark } from "@/components/landing/wordmark";

export default function AuthLayout({ children }: { children: ReactNode }) {
  return (
    <div className="flex min-h-dvh flex-col bg-sidebar">
      <header className="px-5 py-5 sm:px-8">
        <Wordmark />
      </header>
      <main className="mx-auto w-full max-w-[26rem] flex-1 px-5 pt-6 pb-16 sm:pt-[8vh]">{children}</main>
    </div>
  );
}
