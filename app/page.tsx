import Link from "next/link";
import { DemoForm } from "@/components/auth/demo-form";
import { LandingHeader } from "@/components/landing/landing-header";
import { Promises } from "@/components/landing/promises";
import { SampleConversation } from "@/components/landing/sample-conversation";
import { Button } from "@/components/ui/button";
import { env } from "@/lib/env";
import { currentUser } from "@/lib/web/session";
import { exploreDemoAction } from "./(auth)/actions";

export default async function LandingPage() {
  const user = await currentUser();
  const hasDemo = env().DEMO_ENABLED;
  return (
    <div className="flex min-h-dvh flex-col">
      <LandingHeader isSignedIn={user !== null} />
      <main className="mx-auto grid w-full max-w-6xl flex-1 gap-20 px-5 pt-8 pb-20 sm:px-8 lg:gap-28 lg:pt-20">
        <div className="grid items-center gap-12 lg:grid-cols-[1fr_1.05fr] lg:gap-16">
          <div className="grid gap-6">
            <h1 className="text-balance font-semibold text-4xl leading-[1.08] tracking-tight sm:text-5xl lg:text-6xl">
              Ask your money a plain question.
            </h1>
            <p className="max-w-[34rem] text-pretty text-lg text-muted-foreground leading-relaxed">
              Purser reads the transactions of your bank accounts and answers in words, while you watch. Each
              number comes from your own transactions, and you can see which.
            </p>
            <div className="flex flex-col gap-3 pt-1 sm:flex-row sm:items-start">
              {hasDemo && <DemoForm action={exploreDemoAction} size="lg" />}
              <Button asChild size="lg" variant={hasDemo ? "outline" : "primary"}>
                {user ? <Link href="/chat">Open Purser</Link> : <Link href="/sign-up">Create account</Link>}
              </Button>
            </div>
            {hasDemo && (
              <p className="text-muted-foreground text-sm">
                The demo is a made-up household with two years of transactions. No sign-up.
              </p>
            )}
          </div>
          <SampleConversation />
        </div>
        <Promises />
      </main>
      <footer className="border-t">
        <p className="mx-auto max-w-6xl px-5 py-6 text-muted-foreground text-sm sm:px-8">
          Purser explains what you spent and earned. It is not a bank and does not give financial advice.
        </p>
      </footer>
    </div>
  );
}
