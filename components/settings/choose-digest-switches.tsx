"use client";

import { useOptimistic } from "react";
import type { ChooseDigest, DigestSettings } from "@/lib/contract/digest";
import type { ActionResult } from "@/lib/contract/error-body";
import { SavingProblem } from "./saving-problem";
import { useSaving } from "./use-saving";

type ChooseDigestSwitchesProps = {
  settings: DigestSettings;
  email: string;
  onChoose: ((input: ChooseDigest) => Promise<ActionResult<void>>) | null;
};

export function ChooseDigestSwitches({ settings, email, onChoose }: ChooseDigestSwitchesProps) {
  const [shown, show] = useOptimistic(settings, (now, choice: ChooseDigest) => ({
    inApp: choice.inApp ?? now.inApp,
    byEmail: choice.byEmail ?? now.byEmail,
  }));
  const { problem, save } = useSaving();
  const choose = (choice: ChooseDigest) =>
    save(async () => {
      show(choice);
      return onChoose ? onChoose(choice) : { ok: true, data: undefined };
    });
  return (
    <div className="grid gap-4 p-5">
      <Switch
        label="Weekly digest in the overview"
        isOn={shown.inApp}
        isFixed={onChoose === null}
        onChange={(inApp) => choose({ inApp })}
      />
      {shown.byEmail !== null && (
        <Switch
          label={`Weekly digest by e-mail to ${email}`}
          isOn={shown.byEmail}
          isFixed={onChoose === null}
          onChange={(byEmail) => choose({ byEmail })}
        />
      )}
      <SavingProblem problem={problem} />
    </div>
  );
}

type SwitchProps = { label: string; isOn: boolean; isFixed: boolean; onChange: (isOn: boolean) => void };

function Switch({ label, isOn, isFixed, onChange }: SwitchProps) {
  return (
    <label className="flex items-center justify-between gap-4 text-sm">
      <span className="min-w-0 break-words font-medium">{label}</span>
      <input
        type="checkbox"
        className="size-5 shrink-0 accent-primary"
        checked={isOn}
        disabled={isFixed}
        onChange={(event) => onChange(event.target.checked)}
      />
    </label>
  );
}
