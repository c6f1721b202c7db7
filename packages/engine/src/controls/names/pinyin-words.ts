/** One syllable of Chinese in Latin letters, and words of nothing but such. */
const SYLLABLE =
  "(?:(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])(?:iang|iong|uang|ang|eng|ian|iao|ing|ong|uai|uan|ai|an|ao|ei|en|er|ia|ie|in|iu|ou|ua|ue|ui|un|uo|ve|a|e|i|o|u|v)|ang|eng|ai|an|ao|ei|en|er|ou|a|e|o)";
const WORD = new RegExp(`^${SYLLABLE}{1,6}$`);
/** What people who write Chinese in Latin letters mix up. */
const mixed = (word: string): string => word.replace(/([zcs])h/g, "$1").replace(/n(?=g(?![aeiouv]))g/g, "n");

/**
 * Whether both words are Chinese in Latin letters, and of other syllables: then a letter more or less makes another name, not a slip.
 * @example otherSyllables("guoqiang", "guoqing") //=> true
 * @example otherSyllables("shenzen", "shenzhen") //=> false
 */
export const otherSyllables = (a: string, b: string): boolean => a.length >= 4 && b.length >= 4 && WORD.test(a) && WORD.test(b) && mixed(a) !== mixed(b);
