"use client";

import { Command } from "cmdk";
import {
  HourglassIcon,
  KeyboardIcon,
  type LucideIcon,
  MessageSquareIcon,
  MoonIcon,
  SearchIcon,
  SquarePenIcon,
  SunIcon,
} from "lucide-react";
import { useRouter } from "next/navigation";
import { useTheme } from "next-themes";
import type { ReactNode } from "react";
import { useWorkspace } from "@/components/chat/workspace";
import { PAGES, PERSON_PAGES } from "@/components/shell/pages";
import { DialogContent, DialogDescription, DialogTitle } from "@/components/ui/dialog";
import { TEMPORARY_TITLE } from "@/lib/contract/chat";

type CommandPaletteProps = { onClose: () => void; onHelp: () => void };

/** Everything that can be gone to or done, by a few letters. */
export function CommandPalette({ onClose, onHelp }: CommandPaletteProps) {
  const { conversations, startNewChat, startTemporaryChat } = useWorkspace();
  const { resolvedTheme, setTheme } = useTheme();
  const router = useRouter();
  const isDark = resolvedTheme === "dark";
  const run = (act: () => void) => () => {
    onClose();
    act();
  };
  return (
    <DialogContent className="max-w-xl gap-0 self-start overflow-hidden p-0 md:mt-[12vh]">
      <DialogTitle className="sr-only">Go anywhere</DialogTitle>
      <DialogDescription className="sr-only">Conversations, pages and actions by name.</DialogDescription>
      <Command label="Go anywhere" loop>
        <div className="flex items-center gap-3 border-b px-4">
          <SearchIcon className="size-4 shrink-0 text-muted-foreground" aria-hidden />
          <Command.Input
            placeholder="Go to a conversation, a page, or do something"
            className="h-13 w-full bg-transparent text-base outline-none placeholder:text-muted-foreground"
          />
        </div>
        <Command.List className="scrollbar-quiet max-h-[min(24rem,60dvh)] overflow-y-auto overscroll-contain p-1.5">
          <Command.Empty className="px-3 py-8 text-center text-muted-foreground text-sm">
            Nothing is called that.
          </Command.Empty>
          <Group heading="Do">
            <Entry icon={SquarePenIcon} label="New chat" onSelect={run(startNewChat)} />
            <Entry
              icon={HourglassIcon}
              label={TEMPORARY_TITLE}
              keywords={["private", "incognito", "not in your history"]}
              onSelect={run(startTemporaryChat)}
            />
            <Entry
              icon={isDark ? SunIcon : MoonIcon}
              label={isDark ? "Use light colours" : "Use dark colours"}
              keywords={["theme", "mode"]}
              onSelect={run(() => setTheme(isDark ? "light" : "dark"))}
            />
            <Entry icon={KeyboardIcon} label="Keyboard shortcuts" keywords={["help"]} onSelect={onHelp} />
          </Group>
          <Group heading="Pages">
            {[...PAGES, ...PERSON_PAGES].map(({ href, title, icon }) => (
              <Entry key={href} icon={icon} label={title} onSelect={run(() => router.push(href))} />
            ))}
          </Group>
          {conversations.length > 0 && (
            <Group heading="Conversations">
              {conversations.map(({ id, title }) => (
                <Entry
                  key={id}
                  value={id}
                  keywords={[title]}
                  icon={MessageSquareIcon}
                  label={title}
                  onSelect={run(() => router.push(`/chat/${id}`))}
                />
              ))}
            </Group>
          )}
        </Command.List>
      </Command>
    </DialogContent>
  );
}

function Group({ heading, children }: { heading: string; children: ReactNode }) {
  return (
    <Command.Group
      heading={heading}
      className="[&_[cmdk-group-heading]]:px-2.5 [&_[cmdk-group-heading]]:py-1.5 [&_[cmdk-group-heading]]:text-muted-foreground [&_[cmdk-group-heading]]:text-xs"
    >
      {children}
    </Command.Group>
  );
}

type EntryProps = {
  icon: LucideIcon;
  label: string;
  onSelect: () => void;
  /** What tells two entries with the same label apart. */
  value?: string;
  keywords?: string[];
};

function Entry({ icon: Icon, label, onSelect, value = label, keywords }: EntryProps) {
  return (
    <Command.Item
      value={value}
      {...(keywords && { keywords })}
      onSelect={onSelect}
      className="flex min-h-10 cursor-pointer select-none items-center gap-3 rounded-lg px-2.5 py-2 text-sm data-[selected=true]:bg-muted"
    >
      <Icon className="size-4 shrink-0 text-muted-foreground" aria-hidden />
      <span className="min-w-0 truncate">{label}</span>
    </Command.Item>
  );
}
