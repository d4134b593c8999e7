import { longAnswer } from "./scripted-application";

/** The long answer, which stops in its middle until it is let go: what must be seen before its end does not race with it. */
export function heldAnswer() {
  let letGo: () => void = () => undefined;
  const until = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  return { answer: { ...longAnswer, hold: { afterPieces: 40, until } }, letGo: () => letGo() };
}
