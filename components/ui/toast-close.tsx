import { XIcon } from "lucide-react";
import { Toast } from "radix-ui";
import { Button } from "./button";

/** Closes the message that it stands in. */
export function ToastClose({ className }: { className?: string }) {
  return (
    <Toast.Close asChild>
      <Button variant="ghost" size="icon-sm" aria-label="Close" className={className}>
        <XIcon />
      </Button>
    </Toast.Close>
  );
}
