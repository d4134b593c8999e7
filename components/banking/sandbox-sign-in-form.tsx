"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import { Label } from "@/components/ui/label";
import type { LinkInstitution } from "@/lib/contract/linking";
import { SandboxStep } from "./sandbox-step";

const TEST_LOGIN = { username: "user_good", password: "pass_good" };

type SandboxSignInFormProps = {
  institution: LinkInstitution;
  onBack: (() => void) | null;
  /** @returns what is wrong, in words; null when the next step has come */
  onSubmit: (login: { username: string; password: string }) => Promise<string | null>;
};

export function SandboxSignInForm({ institution, onBack, onSubmit }: SandboxSignInFormProps) {
  const [username, setUsername] = useState("");
  const [password, setPassword] = useState("");
  return (
    <SandboxStep
      institution={institution}
      title={`Sign in to ${institution.name}`}
      description="Only the sandbox bank sees what you type here. At a real bank this page is the bank's own."
      submitLabel="Sign in"
      pendingLabel="Signing in…"
      isDisabled={username.trim() === "" || password === ""}
      onBack={onBack}
      onSubmit={() => onSubmit({ username, password })}
    >
      <div className="grid gap-4">
        <div className="grid gap-2">
          <Label htmlFor="sandbox-username">User name</Label>
          <Input
            id="sandbox-username"
            autoFocus
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            value={username}
            onChange={(event) => setUsername(event.target.value)}
          />
        </div>
        <div className="grid gap-2">
          <Label htmlFor="sandbox-password">Password</Label>
          <Input
            id="sandbox-password"
            type="password"
            autoComplete="off"
            value={password}
            onChange={(event) => setPassword(event.target.value)}
          />
        </div>
        <div className="flex items-center justify-between gap-3 rounded-xl bg-muted/60 px-3.5 py-2.5 text-muted-foreground text-sm">
          <p>
            To try it: <code className="text-foreground">{TEST_LOGIN.username}</code> and{" "}
            <code className="text-foreground">{TEST_LOGIN.password}</code>
          </p>
          <Button
            variant="link"
            size="sm"
            className="h-auto p-0"
            onClick={() => {
              setUsername(TEST_LOGIN.username);
              setPassword(TEST_LOGIN.password);
            }}
          >
            Fill in
          </Button>
        </div>
      </div>
    </SandboxStep>
  );
}
