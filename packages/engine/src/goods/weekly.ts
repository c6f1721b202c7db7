/** One week of a commodity's export sales to China. Tonnes; a week ends on the day that names it. */
export interface SalesWeek {
  readonly commodity: string;
  readonly week: string;
  readonly netSales: number;
  readonly exports: number;
  /** Since the marketing year began: shipped, and sold but not shipped. */
  readonly accumulated: number;
  readonly outstanding: number;
  /** The day from which it is known. */
  readonly known: string;
}
/** Weekly reports with what they are. */
export interface WeeklySales {
  readonly title: string;
  readonly about: string;
  readonly unit: string;
  readonly marketingYear: string;
  readonly sources: readonly string[];
  readonly note: string;
  readonly weeks: readonly SalesWeek[];
}
