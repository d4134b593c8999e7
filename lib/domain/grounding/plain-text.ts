/** Text as a reader sees it, with the place in the source that each of its characters came from. */
export type PlainText = { text: string; starts: number[]; ends: number[] };

const ENTITIES: Record<string, string> = {
  nbsp: " ",
  thinsp: " ",
  ensp: " ",
  emsp: " ",
  amp: "&",
  minus: "-",
  dollar: "$",
  euro: "€",
  pound: "£",
  yen: "¥",
  cent: "¢",
  percnt: "%",
  comma: ",",
  period: ".",
  ndash: "–",
  mdash: "—",
};

/** Stands where something was that is no number: it is neither letter, digit nor space. */
export const BLANK = "\uFFFC";

/** What the source says at one place, and what a reader sees of it. The first that fits counts. */
const RULES: readonly [RegExp, (match: RegExpExecArray) => string][] = [
  // The last digits of an account, before the asterisks of a mask are taken for emphasis.
  [
    /(?:\*{4}|[•·●∙]{2,}|\b[xX]{2,})[ -]?\d{2,4}(?![\d*.,]*\d|\*)/uy,
    ({ 0: mask }) => BLANK.repeat(mask.length),
  ],
  [/<!--[\s\S]*?-->/y, () => ""],
  [/<br\s*\/?>/iy, () => "\n"],
  [/<\/?[a-z][^<>\n]*>/iy, () => ""],
  [/\]\([^()\n]*\)/y, () => ""],
  [/&#(\d{1,7});/y, ({ 1: code }) => fromCodePoint(Number(code))],
  [/&#x([\da-f]{1,6});/iy, ({ 1: code }) => fromCodePoint(Number.parseInt(code ?? "", 16))],
  [/&([a-z]+);/iy, ({ 0: source, 1: name }) => ENTITIES[name?.toLowerCase() ?? ""] ?? source],
  [/\\([!-/:-@[-`{-~])/y, ({ 1: escaped }) => escaped ?? ""],
  [/[*`[\]]|~~/y, () => ""],
  // Between letters or digits an underscore belongs to an id.
  [/(?<![\p{L}\p{N}])_+|_+(?![\p{L}\p{N}])/uy, () => ""],
];

const fromCodePoint = (code: number): string =>
  code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : BLANK;

/**
 * Takes markdown, entities and invisible characters away, and turns digits, spaces and signs of any script into plain
 * ones: `$1,**2**34`, `＄１２` and `12&nbsp;%` are numbers to a reader, so they are to whoever checks them.
 */
export function toPlainText(markdown: string): PlainText {
  const plain: PlainText = { text: "", starts: [], ends: [] };
  let at = 0;
  while (at < markdown.length) {
    const { length, shown } = readAt(markdown, at);
    const seen = [...shown].map(toPlainCharacter).join("");
    plain.text += seen;
    for (let unit = 0; unit < seen.length; unit += 1) {
      // A mask is as long as what it stands for; everything else comes from the whole of its source.
      const isSameLength = seen.length === length;
      plain.starts.push(isSameLength ? at + unit : at);
      plain.ends.push(isSameLength ? at + unit + 1 : at + length);
    }
    at += length;
  }
  return plain;
}

/** No rule begins with one of these, and most of a text is made of them. */
const isOrdinary = (character: string): boolean => /[a-wyz\d ,.:;$%()|"'/\n]/i.test(character);

function readAt(markdown: string, at: number): { length: number; shown: string } {
  const next = markdown[at];
  if (next !== undefined && isOrdinary(next)) return { length: 1, shown: next };
  for (const [pattern, show] of RULES) {
    pattern.lastIndex = at;
    const match = pattern.exec(markdown);
    if (match) return { length: match[0].length, shown: show(match) };
  }
  const character = String.fromCodePoint(markdown.codePointAt(at) ?? 0);
  return { length: character.length, shown: character };
}

function toPlainCharacter(character: string): string {
  if (character <= "~") return character;
  if (/[\p{Cf}\p{M}]/u.test(character)) return "";
  if (/\p{Nd}/u.test(character)) return String(digitOf(character));
  if (/\p{Zs}/u.test(character)) return " ";
  if (/[\u2028\u2029]/.test(character)) return "\n";
  if (/[−﹣－‐‑]/.test(character)) return "-";
  if (/[٫·]/.test(character)) return character === "٫" ? "." : character;
  if (character === "٬") return ",";
  if (character === "٪") return "%";
  const composed = character.normalize("NFKC");
  return composed.length === 1 ? composed : character;
}

/** Decimal digits of all scripts stand in runs of ten that begin with zero. */
function digitOf(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  // Five styles of mathematical digits follow one another.
  if (code >= 0x1d7ce && code <= 0x1d7ff) return (code - 0x1d7ce) % 10;
  let digit = 0;
  while (digit < 9 && /\p{Nd}/u.test(String.fromCodePoint(code - digit - 1))) digit += 1;
  return digit;
}
