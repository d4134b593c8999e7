/** Thrown by a handler that was told to stop and left its job half done: another worker takes it up at once. */
export class HandedBack extends Error {
  override readonly name = "HandedBack";
}
