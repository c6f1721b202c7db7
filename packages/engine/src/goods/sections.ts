/** Sections of the Harmonized System: number, short title, and the chapters from and to. */
export const SECTIONS: readonly { readonly section: string; readonly title: string; readonly from: number; readonly to: number }[] = [
  { section: "I", title: "live animals, animal products", from: 1, to: 5 },
  { section: "II", title: "vegetable products", from: 6, to: 14 },
  { section: "III", title: "fats and oils", from: 15, to: 15 },
  { section: "IV", title: "prepared food, drinks, tobacco", from: 16, to: 24 },
  { section: "V", title: "mineral products", from: 25, to: 27 },
  { section: "VI", title: "chemicals", from: 28, to: 38 },
  { section: "VII", title: "plastics and rubber", from: 39, to: 40 },
  { section: "VIII", title: "hides, leather, bags", from: 41, to: 43 },
  { section: "IX", title: "wood, cork, straw", from: 44, to: 46 },
  { section: "X", title: "pulp and paper", from: 47, to: 49 },
  { section: "XI", title: "textiles and clothing", from: 50, to: 63 },
  { section: "XII", title: "footwear and headgear", from: 64, to: 67 },
  { section: "XIII", title: "stone, ceramics, glass", from: 68, to: 70 },
  { section: "XIV", title: "pearls and precious metals", from: 71, to: 71 },
  { section: "XV", title: "base metals", from: 72, to: 83 },
  { section: "XVI", title: "machinery and electronics", from: 84, to: 85 },
  { section: "XVII", title: "vehicles, aircraft, ships", from: 86, to: 89 },
  { section: "XVIII", title: "instruments, clocks", from: 90, to: 92 },
  { section: "XIX", title: "arms", from: 93, to: 93 },
  { section: "XX", title: "furniture, toys, other goods", from: 94, to: 96 },
  { section: "XXI", title: "works of art", from: 97, to: 97 },
];

/** The section of a code; undefined for the chapters that are none of its goods. */
export const sectionOf = (code: string): string | undefined => SECTIONS.find((s) => Number(code.slice(0, 2)) >= s.from && Number(code.slice(0, 2)) <= s.to)?.section;
