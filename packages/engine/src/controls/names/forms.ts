/** Legal forms wherever they stand: kept as one light sign, whatever their wording. */
export const FORMS_LATIN: ReadonlySet<string> = new Set(
  `co company cos corp corporation incorporated inc ltd limited ltda llc llp lp plc pte pty pvt gmbh kgaa sarl sas srl spa bv nv oy oyj asa aps
  ooo oao zao pao ojsc pjsc jsc cjsc ltdsti sti sirketi sdn bhd tbk fze fzc fzco fzllc dmcc kft zrt doo ood eood sro spzoo uab sae
  companhia compagnie compania kompaniya kompaniia youxiangongsi gongsi gufenyouxiangongsi jituanyouxiangongsi`.split(/\s+/),
);
/** Legal forms that are also words or names: only as the first or one of the last two words. */
export const FORMS_AT_ENDS: ReadonlySet<string> = new Set("ag kg sa ab as pt ao ad dd ou sia kk gk yk est private".split(" "));

/** Legal forms of several words. */
export const FORM_PHRASES =
  /\b(?:(?:open |closed |public )?joint[- ]?stock (?:company|co)|(?:public |private )?limited liability (?:company|co|partnership)|public limited company|private limited|sa de cv|s a de c v|de cv|de c v|fz llc|(?:otkrytoe |zakrytoe |publichnoe )?aktsionernoe obsh?chestvo|obsh?chestvo s ogranichenn\w+ otvetstvenn\w+)\b/g;

/** Longest first. */
export const FORMS_HAN = ["有限责任公司", "股份有限公司", "集团有限公司", "有限公司", "股份公司", "分公司", "总公司", "公司", "株式会社", "有限会社"] as const;

/** Words that say nothing of who it is, in names of bodies. In names of persons they may be the family: "Le", "Do", "Na". */
export const STOP: ReadonlySet<string> = new Set("the of and for a an in at de la le les el los et und der die das y i na do".split(" "));
/** Chinese signs of the same kind, between words. */
export const STOP_HAN = "与和及暨";

/** Ordinals as words. */
export const ORDINALS: ReadonlyMap<string, string> = new Map(
  "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
    .split(" ")
    .map((w, i) => [w, String(i + 1)] as const),
);
