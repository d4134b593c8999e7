/** Something that the person at the terminal can mend: the message is one line that names the remedy. */
export class LaunchError extends Error {
  override readonly name = "LaunchError";
}
