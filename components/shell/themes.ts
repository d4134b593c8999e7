import { type LucideIcon, MonitorIcon, MoonIcon, SunIcon } from "lucide-react";

export const THEMES: readonly { value: string; label: string; icon: LucideIcon }[] = [
  { value: "system", label: "Like the device", icon: MonitorIcon },
  { value: "light", label: "Light", icon: SunIcon },
  { value: "dark", label: "Dark", icon: MoonIcon },
];
