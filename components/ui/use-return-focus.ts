import { useRef } from "react";

type FocusHandlers = {
  onOpenAutoFocus?: ((event: Event) => void) | undefined;
  onCloseAutoFocus?: ((event: Event) => void) | undefined;
};

/**
 * Gives the focus back to whatever had it when the dialog opened, unless a handler of the dialog has another place for it.
 * Radix does so for a dialog's own trigger only, and most dialogs are opened by something else.
 */
export function useReturnFocus({ onOpenAutoFocus, onCloseAutoFocus }: FocusHandlers) {
  const opener = useRef<HTMLElement | null>(null);
  return {
    onOpenAutoFocus: (event: Event) => {
      opener.current = openerOf(document.activeElement);
      onOpenAutoFocus?.(event);
    },
    onCloseAutoFocus: (event: Event) => {
      onCloseAutoFocus?.(event);
      if (event.defaultPrevented || !opener.current?.isConnected) return;
      event.preventDefault();
      opener.current.focus();
    },
  };
}

/** An entry of a menu is gone with it: what opened the menu stands for it. */
function openerOf(active: Element | null): HTMLElement | null {
  const triggerId = active?.closest("[role=menu]")?.getAttribute("aria-labelledby");
  const opener = triggerId ? document.getElementById(triggerId) : active;
  return opener instanceof HTMLElement ? opener : null;
}
