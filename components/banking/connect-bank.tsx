"use client";

import { PlusIcon } from "lucide-react";
import { Button } from "@/components/ui/button";
import { useOpenLink } from "./linking-provider";

export function ConnectBank() {
  const openLink = useOpenLink();
  return (
    <Button onClick={() => openLink?.({})}>
      <PlusIcon aria-hidden /> Connect a bank
    </Button>
  );
}
