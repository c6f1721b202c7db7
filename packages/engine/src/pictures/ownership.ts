import type { Canvas } from "../charts/index.js";
import { ownershipChart } from "../charts/ownership.js";
import type { Screen, ScreenAnswer, ScreenQuery } from "../controls/screen/index.js";
import type { Instant } from "../time/index.js";
import { ownershipGraph } from "./ownership-graph.js";

/** Who owns the party asked about, drawn with the witness marked. @throws InputError where the stakes do not name it */
export function ownershipPicture(canvas: Canvas, screen: Screen, q: ScreenQuery, on: Instant, answer: ScreenAnswer): Element {
  const { frame, nodes, edges } = ownershipGraph(screen, q, on, answer);
  return ownershipChart(canvas, frame, nodes, edges);
}
