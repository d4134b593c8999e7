/** Longer than this it is text that happens to have such a character. */
const LONGEST_MARKUP = 300;

/** Nothing but what a list, a heading, a quotation, a rule or a task begins with. */
const LINE_BEGINNING = /^[\s>]*(?:(?:[-+*#=_~`]+|\d{1,9}[.)]?)\s*)?(?:\[[ xX]?\]?\s*)?$/;
/** `[label`, `[label]` or `[label](address`, where the next character decides what it is. */
const LINK = /!?\[[^\][]*(?:\](?:\([^)\s]*)?)?$/;
/** `*words` and `_words` without their end. */
const EMPHASIS = /(?<=^|[\s(>"'])([*_])(?![*_\s])[^*_]*$/;
const MARKS = /[*_~`!\\]+$/;

/**
 * The end of a Markdown text that is still being written can be a sign to be read or a mark that vanishes when its other
 * half arrives. It is shown once that is known, so that nothing shown is taken back.
 */
export function holdBackMarkup(markdown: string): string {
  const lineStart = markdown.lastIndexOf("\n") + 1;
  const line = markdown.slice(lineStart);
  if (LINE_BEGINNING.test(line)) return markdown.slice(0, lineStart);
  let shown = line;
  for (const unsure of [MARKS, LINK, EMPHASIS, MARKS]) {
    const at = shown.search(unsure);
    if (at !== -1 && shown.length - at <= LONGEST_MARKUP) shown = shown.slice(0, at);
  }
  return markdown.slice(0, lineStart) + shown;
}
