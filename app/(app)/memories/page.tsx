import type { Metadata } from "next";
import { MemoryList } from "@/components/memories/memory-list";
import { listMemories } from "@/lib/account/list-memories";
import { requireUser } from "@/lib/web/session";
import { correctMemoryAction, forgetAllMemoriesAction, forgetMemoryAction } from "./actions";

export const metadata: Metadata = { title: "Memories" };

const actions = {
  correct: correctMemoryAction,
  forget: forgetMemoryAction,
  forgetAll: forgetAllMemoriesAction,
};

export default async function MemoriesPage() {
  const { id } = await requireUser();
  return (
    <div className="scrollbar-quiet min-h-0 flex-1 overflow-y-auto">
      <div className="mx-auto grid w-full max-w-3xl gap-6 px-4 py-8 md:px-6">
        <header className="space-y-1.5">
          <h1 className="font-semibold text-2xl tracking-tight">Memories</h1>
          <p className="text-pretty text-muted-foreground text-sm leading-relaxed">
            What Purser knows of you beside your accounts. It goes along with each of your questions. Tell it
            in a chat, such as “Remember that I get paid on the 15th”, and confirm it there.
          </p>
        </header>
        <MemoryList memories={await listMemories(id)} actions={actions} />
      </div>
    </div>
  );
}
