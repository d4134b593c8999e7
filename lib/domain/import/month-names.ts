/** English, German, French, Spanish, Italian, Dutch, Portuguese and Scandinavian names, without accents, January first. */
const NAMES: readonly (readonly string[])[] = [
  ["january", "januar", "janner", "janvier", "enero", "gennaio", "januari", "janeiro", "ene", "gen"],
  ["february", "februar", "fevrier", "febrero", "febbraio", "februari", "fevereiro", "fev"],
  ["march", "marz", "mars", "marzo", "maart", "marco", "mrz", "mrt", "maerz"],
  ["april", "avril", "abril", "aprile", "avr", "abr"],
  ["may", "mai", "mayo", "maggio", "mei", "maj", "maio", "mag"],
  ["june", "juni", "juin", "junio", "giugno", "junho", "giu"],
  ["july", "juli", "juillet", "julio", "luglio", "julho", "juil", "lug"],
  ["august", "aout", "agosto", "augustus", "augusti", "aou", "ago"],
  ["september", "septembre", "septiembre", "settembre", "setembro", "sept", "set"],
  ["october", "oktober", "octobre", "octubre", "ottobre", "outubro", "okt", "ott", "out"],
  ["november", "novembre", "noviembre", "novembro"],
  ["december", "dezember", "decembre", "diciembre", "dicembre", "dezembro", "dez", "dic", "des"],
];

const plain = (word: string) => word.normalize("NFD").replaceAll(/\p{M}/gu, "").toLowerCase();

/** 1 to 12 for a name or its beginning of at least three letters; undefined for anything else. */
export function monthNumber(word: string): number | undefined {
  const wanted = plain(word);
  if (wanted.length < 3) return undefined;
  const exact = NAMES.findIndex((names) => names.includes(wanted));
  const index =
    exact >= 0 ? exact : NAMES.findIndex((names) => names.some((name) => name.startsWith(wanted)));
  return index < 0 ? undefined : index + 1;
}
