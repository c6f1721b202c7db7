import type { Component } from "svelte";
import type { View } from "./state/place.svelte.js";

/** Where each view stands, loaded when it is first looked at. */
export const VIEW_OF: Readonly<Record<View, () => Promise<{ default: Component }>>> = {
  today: () => import("./views/Today.svelte"),
  duty: () => import("./views/Duty.svelte"),
  line: () => import("./views/Line.svelte"),
  article: () => import("./views/Article.svelte"),
  timeline: () => import("./views/Timeline.svelte"),
  show: () => import("./views/Show.svelte"),
  cliff: () => import("./views/Cliff.svelte"),
  refunds: () => import("./views/Refunds.svelte"),
  portfolio: () => import("./views/Portfolio.svelte"),
  controls: () => import("./views/Controls.svelte"),
  pledges: () => import("./views/Pledges.svelte"),
  averages: () => import("./views/Averages.svelte"),
  calendar: () => import("./views/Calendar.svelte"),
  "not-covered": () => import("./views/NotCovered.svelte"),
};
