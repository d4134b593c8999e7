import { BSONRegExp } from "bson";
import { notSupported } from "./command-error";

/** Perl syntax that JavaScript reads as something else without complaining, which would match silently wrong. */
const PERL_ONLY = /\\[AZzGQEhHRKXpPaeg]|\[\[:|\(\?[#>|imsx^]|[*+?}]\+/;

/** MongoDB speaks PCRE; what JavaScript does not understand in the same way is refused. */
export function toRegExp(expression: BSONRegExp): RegExp {
  checkPattern(expression.pattern);
  if (/[^imsu]/.test(expression.options)) {
    throw notSupported(`The regular expression option "${expression.options}"`);
  }
  return new RegExp(expression.pattern, expression.options);
}

export const fromRegExp = (expression: RegExp): BSONRegExp =>
  new BSONRegExp(expression.source, expression.flags.replace(/[^imsu]/g, ""));

export function checkPattern(pattern: string): void {
  if (PERL_ONLY.test(pattern)) throw notSupported(`The Perl syntax in the regular expression /${pattern}/`);
}
