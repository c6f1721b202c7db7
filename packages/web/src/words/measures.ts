import { place } from "../state/place.svelte.js";

/* Measures in plain words, as the trade says them. A measure that is not here is shown by its id: a new one needs no line of the page. */
const EN: Readonly<Record<string, string>> = {
  "us/s301/list-1": "Section 301, list 1",
  "us/s301/list-2": "Section 301, list 2",
  "us/s301/list-3": "Section 301, list 3",
  "us/s301/list-4a": "Section 301, list 4A",
  "us/s301/list-4b": "Section 301, list 4B",
  "us/s301/review": "Section 301, four-year review",
  "us/s301/cranes": "Section 301, ship-to-shore cranes",
  "us/s301/chassis": "Section 301, chassis",
  "us/s301/forced-labor": "Section 301, forced labor",
  "us/s301/excess-capacity": "Section 301, excess capacity",
  "us/s301/maritime-fees": "Section 301, port fees",
  "us/s301/semiconductors": "Section 301, semiconductors",
  "us/fentanyl/cn": "fentanyl (IEEPA)",
  "us/reciprocal": "reciprocal (IEEPA)",
  "us/reciprocal/cn": "reciprocal, China's own rate (IEEPA)",
  "us/s122": "Section 122",
  "us/s201/solar": "Section 201, solar",
  "us/s232/steel": "Section 232, steel",
  "us/s232/aluminum": "Section 232, aluminum",
  "us/s232/copper": "Section 232, copper",
  "us/s232/metals": "Section 232, metals",
  "us/s232/autos": "Section 232, cars",
  "us/s232/auto-parts": "Section 232, car parts",
  "us/s232/trucks": "Section 232, trucks",
  "us/s232/buses": "Section 232, buses",
  "us/s232/wood": "Section 232, wood products",
  "us/s232/wood-softwood": "Section 232, softwood",
  "us/s232/semiconductors": "Section 232, semiconductors",
  "us/s232/pharma": "Section 232, medicines",
  "us/s232/drones": "Section 232, drones",
  "us/s232/polysilicon": "Section 232, polysilicon",
  "us/affiliates-rule": "Affiliates Rule (BIS, 50 %)",
  "cn/general": "China's duty on all US goods",
  "cn/2025-february": "China's duty of February 2025",
  "cn/2025-march": "China's duty of March 2025",
  "cn/s232-answer": "China's answer to Section 232",
  "cn/s301/list-1": "China's answer to Section 301, list 1",
  "cn/s301/list-2": "China's answer to Section 301, list 2",
  "cn/s301/list-3": "China's answer to Section 301, list 3",
  "cn/s301/list-4a": "China's answer to Section 301, list 4A",
  "cn/port-fee": "China's port fee",
};
const ZH: Readonly<Record<string, string>> = {
  "us/s301/list-1": "301 条款清单一",
  "us/s301/list-2": "301 条款清单二",
  "us/s301/list-3": "301 条款清单三",
  "us/s301/list-4a": "301 条款清单四 A",
  "us/s301/list-4b": "301 条款清单四 B",
  "us/s301/review": "301 条款四年复审",
  "us/s301/cranes": "301 条款岸桥起重机",
  "us/s301/chassis": "301 条款底盘车",
  "us/s301/forced-labor": "301 条款强迫劳动",
  "us/s301/excess-capacity": "301 条款产能过剩",
  "us/s301/maritime-fees": "301 条款港口费",
  "us/s301/semiconductors": "301 条款半导体",
  "us/fentanyl/cn": "芬太尼关税（IEEPA）",
  "us/reciprocal": "对等关税（IEEPA）",
  "us/reciprocal/cn": "对华对等关税税率（IEEPA）",
  "us/s122": "122 条款附加税",
  "us/s201/solar": "201 条款光伏",
  "us/s232/steel": "232 条款钢铁",
  "us/s232/aluminum": "232 条款铝",
  "us/s232/copper": "232 条款铜",
  "us/s232/metals": "232 条款金属",
  "us/s232/autos": "232 条款汽车",
  "us/s232/auto-parts": "232 条款汽车零部件",
  "us/s232/trucks": "232 条款卡车",
  "us/s232/buses": "232 条款客车",
  "us/s232/wood": "232 条款木制品",
  "us/s232/wood-softwood": "232 条款软木",
  "us/s232/semiconductors": "232 条款半导体",
  "us/s232/pharma": "232 条款药品",
  "us/s232/drones": "232 条款无人机",
  "us/s232/polysilicon": "232 条款多晶硅",
  "us/affiliates-rule": "关联企业规则（50%）",
  "cn/general": "对全部美国商品加征关税",
  "cn/2025-february": "2025 年 2 月加征关税",
  "cn/2025-march": "2025 年 3 月加征关税",
  "cn/s232-answer": "对 232 条款的反制关税",
  "cn/s301/list-1": "对 301 条款的反制，清单一",
  "cn/s301/list-2": "对 301 条款的反制，清单二",
  "cn/s301/list-3": "对 301 条款的反制，清单三",
  "cn/s301/list-4a": "对 301 条款的反制，清单四 A",
  "cn/port-fee": "船舶特别港务费",
};

/** A measure in plain words, or its id where it has none here. @example measureName("us/s122") //=> "Section 122" */
export function measureName(id: string): string {
  const own = (place.language === "zh" ? ZH : EN)[id];
  if (own !== undefined) return own;
  // China's export controls are called by the number and year of their announcement.
  const m = /^cn\/export\/(\d{4})-(\d+)(?:-(\w+))?$/.exec(id);
  if (m === null) return id;
  return place.language === "zh"
    ? `出口管制 ${m[1]} 年第 ${m[2]} 号公告${m[3] === undefined ? "" : `（${m[3]}）`}`
    : `China's export control no. ${m[2]} of ${m[1]}${m[3] === undefined ? "" : ` (${m[3]})`}`;
}
/** The same without what tells its parts apart: for a sentence. */
export const measureShort = (id: string): string => measureName(id).split(/, | \(|（/)[0] as string;
