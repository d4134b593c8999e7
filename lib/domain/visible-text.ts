/** Far more than any bank writes. A name of a megabyte must not fill a page or what a model is sent. */
const MAX_CHARACTERS = 1_000;

/** Not seen, and nothing of a language: controls, marks that turn the direction round, tags, private and unassigned ones. */
const UNSEEN =
  /(?![\u200c\u200d])[\p{Cf}\p{Co}\p{Cn}\p{Cs}]|[\u{e0100}-\u{e01ef}\u034f\u115f\u1160\u17b4\u17b5\u3164\uffa0]/gu;

/** Joiners stand between two letters or pictures; in a row, or beside a space, they carry something else. */
const STRAY_JOINERS =
  /(?<=^|\s|\u200c|\u200d)[\u200c\u200d]+|[\u200c\u200d]+(?=$|\s)|(?<=[\ufe00-\ufe0f])[\ufe00-\ufe0f]+/gu;

/**
 * What a person would see of a text that somebody else wrote, on one line and of a bounded length: nobody can be shown
 * one thing while a model reads another, and no amount beside it is turned round.
 */
export function visibleText(text: string): string {
  const seen = text
    .replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, " ")
    .replaceAll(UNSEEN, "")
    .replaceAll(STRAY_JOINERS, "");
  return seen.length > MAX_CHARACTERS ? `${seen.slice(0, MAX_CHARACTERS - 1)}…` : seen;
}
