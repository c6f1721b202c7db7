/** Families in other spellings than pinyin (Wade-Giles, Cantonese), as a person's name only. */
export const FAMILIES = new Map<string, string>(
  `zhang chang cheung
  zhao chao chiu
  zhou chou chow
  zhu chu
  chen chan ch'en tan
  cao tsao
  cai tsai choi
  xu hsu hui
  xie hsieh tse
  huang wong hwang
  li lee
  liu lau liou
  lin lam
  wu ng
  yang yeung
  ye yeh yip
  guo kuo kwok
  gao kao ko
  deng teng tang
  he ho
  hu woo
  jiang chiang
  qian chien
  song sung soong
  sun suen
  wang wong
  zheng cheng
  zhong chung
  ma mah
  luo lo law
  liang leung
  feng fung
  fang fong
  kong kung
  cui tsui
  xiao hsiao siu
  zeng tseng tsang`
    .split("\n")
    .flatMap((line) => {
      const [first = "", ...rest] = line.trim().split(/\s+/);
      return rest.map((w): [string, string] => [w, first]);
    }),
);
