import type { KeyboardEvent } from "react";

/** A key that picks a word of an input method is not the key itself; Safari tells only by the key code 229. */
export const isComposing = (event: KeyboardEvent): boolean =>
  event.nativeEvent.isComposing || event.nativeEvent.keyCode === 229;
