"use client";

import { useTheme } from "next-themes";
import { useSyncExternalStore } from "react";
import { THEMES } from "@/components/shell/themes";

export function ChooseTheme() {
  const { theme, setTheme } = useTheme();
  const isInBrowser = useIsInBrowser();
  return (
    <fieldset className="grid gap-2 p-5 sm:grid-cols-3">
      <legend className="sr-only">Theme</legend>
      {THEMES.map(({ value, label, icon: Icon }) => (
        <label
          key={value}
          className="relative flex items-center gap-2.5 rounded-xl border px-3.5 py-3 text-sm transition-colors hover:bg-muted has-checked:border-primary has-checked:bg-primary/7 has-focus-visible:ring-3 has-focus-visible:ring-ring/30"
        >
          <input
            type="radio"
            name="theme"
            value={value}
            className="absolute inset-0 size-full cursor-pointer opacity-0"
            checked={isInBrowser && (theme ?? "system") === value}
            onChange={() => setTheme(value)}
          />
          <Icon className="size-4 shrink-0 text-muted-foreground" aria-hidden />
          {label}
        </label>
      ))}
    </fieldset>
  );
}

const never = () => () => undefined;

/** The server does not know the theme: the first paint must not guess it. */
const useIsInBrowser = (): boolean =>
  useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
