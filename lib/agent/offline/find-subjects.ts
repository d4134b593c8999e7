import { categoryPhrases, findCategories } from "../../domain/categories";
import { categoryOfWord, categoryWords } from "../../domain/category-words";
import { isTypoOf, normalizeName, singular } from "../../domain/nearest-names";
import type { Subject } from "./question";
import { unmarked } from "./read-text";

/** Words that carry no subject: questions, verbs of spending, fillers. Only taken off the ends of what is left. */
const FILLERS = new Set(
  `i i'm i've i'd me my mine myself we we've our us you your it its it's he she they them those these this that there here
  do does did done don't didn't doing have has had having is are was were be been am will would could can should shall may might
  the a an some any all every each of on in at for from to with by into onto per and or but then than as about around over
  under between during within since until how much many what what's whats which where when who why whether if
  show list give tell find see get got look display fetch pull view know want need like let let's lets check break down breakdown
  total totals amount amounts sum money overall altogether together exactly roughly spend spends spent spending spendings
  expense expenses expenditure expenditures cost costs costing costed pay pays paid paying buy buys bought buying purchase purchases
  purchased transaction transactions payment payments charge charges charged bill billed receipt receipts order orders entries items item
  things thing stuff go goes going went gone use used using out up off so far please thanks thank hi hello hey ok okay
  now just only also too again still really actually currently recently recent latest last first time times more most less
  least dollars dollar bucks usd eur euros same instead compare compared comparison versus vs difference different higher lower
  category categories merchant merchants store stores shop shops place places month months monthly week weekly year yearly
  day days daily period quarter account accounts average typical typically usually often did we'd 's s percentage percent share proportion ratio visit visited visits shopped
  were happened happening left anything something nothing everything else other people person both
  including included excluding except without summary summarize summarise report overview analysis analyze analyse
  given give gave giving take took taken taking fill filled filling leave leaving drop dropped grab grabbed avg mean size develop developed
  development changed change changes evolve evolved trend toward towards net bills date run ran hit ever since i'll we'll it'd there's that's
  part portion fraction subscriptions subscription sum sums worth kind kinds type types sort sorts way ways thing's matter look looks looked looking happen happens
  yet already add added adds adding come up ask asked asking answer tell told say said says know knew think thought guess
  much-needed please kindly quickly quick approximately approx exact precise precisely actual
  ride rides trip trips meal meals ticket tickets fill-up fill-ups fillup fillups single
  biggest expensive pricey pricier priciest cheaper dear dearer
  one ones usual counted counting budgeted habit habits behaviour behavior pattern patterns money's cash-out swipe swiped
  addiction addictions craving cravings obsession obsessions indulgence fix runs stops outings sessions appointments combined together collectively
  averaged averaging frequently figures figure rank ranking ranked value activity history spree stack quite company companies quid instalment instalments installments
  tally tallies handed gifted getting gets price prices priced fare fares keeping keep via general fluctuated progressed varied moved lot lots bit
  owe owed wasted waste wasting blew blow blown burn burned burnt splurge splurged fork forked
  outgoing outgoings outflow outlay tab
 
  separately respectively individually high low bad huge crazy worse better breakdown split group grouped how's hows who who's gimme pending posted weekend smallest cheapest put puts putting withdraw withdrew withdrawn save saved move moved sent send receive received refund refunds refunded back earn earned earns earning earnings make made makes income came come coming comes often transfer transfers deposit deposits balance sort sorted number count biggest largest highest smallest lowest expensive cheapest top big`
    .split(/\s+/)
    .filter(Boolean),
);

/** A number is none: it limits something, and left out it would change the answer. */
export const isFiller = (word: string): boolean =>
  FILLERS.has(word) || (word.length > 5 && FILLERS.has(word.replace(/ed$/, "")));

/** "spned": nothing that narrows a question is misspelt like this. */
export const isMisspeltFiller = (word: string): boolean =>
  [...FILLERS].some((filler) => filler.length > 4 && isTypoOf(normalizeName(word), filler));

/** Prepositions between a category and a merchant: both must hold ("coffee at Starbucks"). */
const AT = new Set(["at", "from", "with", "by", "in", "on", "through", "via"]);

/** What the rest of a question is about, after periods, groupings and verbs were taken. */
export function findSubjects(rest: string): Subject[] {
  const text = unmarked(rest).replaceAll(/[?!.;:"“”()$%]+(?=\s|$)|["“”()%]/g, " ");
  const whole = findWhole(text);
  if (whole) return [whole];
  const subjects = text
    .split(
      /\s*(?:,|(?<=\s)[+/&;](?=\s)|(?<=[a-z])\s?\+\s?(?=[a-z])|\bn\b|\betc\b\.?|\bagainst\b|\bas well as\b|\balong with\b|\btogether with\b|\band\b|\bor\b|\bplus\b|\bvs\b|\bversus\b|\bthan\b|\bcompared (?:to|with)\b)\s*/,
    )
    .flatMap((part) => findSubject(part) ?? []);
  return subjects.length === 0 && BILLS.test(text)
    ? [subjectOf("bills", { categories: findCategories("bills") })]
    : subjects;
}

/** Of a shop or a service it is what is paid there ("phone bills"); by itself it is what is owed for living. */
const BILLS = /(?:^|\b(?:on|in|for|my|our|the|of|total|all|monthly|household) )bills\b/;

/** "food and drink", "gas and electricity": names that hold a word that else separates. */
function findWhole(text: string): Subject | undefined {
  if (!/ and |&/.test(text) || text.includes(",")) return undefined;
  const words = withoutFillers(text.split(/\s+/));
  const phrase = words.join(" ");
  const categories = findCategories(phrase);
  return categories.length > 0 ? subjectOf(phrase, { categories }) : undefined;
}

const subjectOf = (phrase: string, more: Partial<Subject>): Subject => ({
  phrase,
  categories: [],
  isTypo: false,
  merchant: undefined,
  orMerchant: undefined,
  ...more,
});

function withoutFillers(words: string[]): string[] {
  const start = words.findIndex((word) => word !== "" && !isFiller(word));
  if (start < 0) return [];
  const end = words.findLastIndex((word) => word !== "" && !isFiller(word));
  return words.slice(start, end + 1);
}

function findSubject(part: string): Subject | undefined {
  const words = part.split(/\s+/).filter(Boolean);
  const named = findNamedCategory(words);
  if (!named) {
    const merchant = withoutFillers(words).join(" ");
    return merchant === "" ? undefined : subjectOf(merchant, { merchant });
  }
  const { start, end, categories, isTypo } = named;
  const before = withoutFillers(words.slice(0, start));
  const after = withoutFillers(words.slice(end));
  const others = [before, after].map((more) => more.join(" ")).filter((more) => more !== "");
  const isSaidTwice = others.every((more) => isOf(categories, findCategoriesInflected(more)));
  const merchant = isSaidTwice ? undefined : others.join(" ");
  const phrase = words.slice(start, end).join(" ");
  if (!merchant) return subjectOf(phrase, { categories, isTypo });
  const isApart = after.length > 0 && AT.has(words[end] ?? "");
  const full = withoutFillers(words).join(" ");
  return subjectOf(full, { categories, isTypo, merchant, orMerchant: isApart ? undefined : full });
}

/** "Commuting by train", "friends via zelle": the same category in other words. */
const isOf = (categories: readonly string[], others: readonly string[]): boolean =>
  others.length > 0 && others.every((id) => categories.includes(id));

type NamedCategory = { start: number; end: number; categories: string[]; isTypo: boolean };

/** The longest run of words that is called like a category, exactly first and misspelt second. */
function findNamedCategory(words: string[]): NamedCategory | undefined {
  return firstRun(words, findCategoriesInflected, false) ?? firstRun(words, findMisspelt, true);
}

function firstRun(
  words: string[],
  find: (phrase: string) => string[],
  isTypo: boolean,
): NamedCategory | undefined {
  for (let length = Math.min(4, words.length); length >= 1; length -= 1) {
    for (let start = 0; start + length <= words.length; start += 1) {
      const run = words.slice(start, start + length);
      if (run.every(isFiller) && (isTypo || length === 1)) continue;
      const categories = find(run.join(" "));
      if (categories.length > 0)
        return { start, end: start + length, categories, isTypo: isTypo || isFiledThere(run.join(" ")) };
    }
  }
  return undefined;
}

function findCategoriesInflected(phrase: string): string[] {
  const found = findCategories(phrase);
  if (found.length > 0) return found;
  const same = knownPhrases().bySingular.get(inSingular(phrase));
  return same ? findCategories(same) : [];
}

const inSingular = (phrase: string): string => normalizeName(phrase).split(" ").map(singular).join(" ");

let known: { names: string[]; bySingular: Map<string, string> } | undefined;

/** Made once: every run of words of a question is held against all of them. */
function knownPhrases() {
  if (known) return known;
  const phrases = [...categoryPhrases(), ...[...categoryWords()].map(([word]) => word)];
  const bySingular = new Map(phrases.toReversed().map((phrase) => [inSingular(phrase), phrase]));
  known = { names: [...new Set(phrases.map(normalizeName))], bySingular };
  return known;
}

/** "Cat food" is no name of a category: the answer says which one it is of. */
const isFiledThere = (phrase: string): boolean => categoryOfWord(normalizeName(phrase)) !== undefined;

/** "Boats" are no misspelt boots: of short words too many are words themselves. */
const isOtherWord = (wanted: string, name: string): boolean =>
  wanted.length < 6 &&
  wanted.length === name.length &&
  [...wanted].toSorted().join("") !== [...name].toSorted().join("");

function findMisspelt(phrase: string): string[] {
  const wanted = normalizeName(phrase);
  if (wanted.length < 5) return [];
  const near = knownPhrases().names.find((name) => isTypoOf(wanted, name) && !isOtherWord(wanted, name));
  return near ? findCategories(near) : [];
}
