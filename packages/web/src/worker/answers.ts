import type * as today from "./answers/today.js";
import type * as duty from "./answers/duty.js";
import type * as find from "./answers/find.js";
import type * as history from "./answers/history.js";
import type * as cliff from "./answers/cliff.js";
import type * as average from "./answers/average.js";
import type * as pledges from "./answers/pledges.js";
import type * as coverage from "./answers/coverage.js";
import type * as timeline from "./answers/timeline.js";
import type * as show from "./answers/show.js";
import type * as control from "./answers/control.js";
import type * as screen from "./answers/screen.js";
import type * as owners from "./answers/owners.js";
import type * as refunds from "./answers/refunds.js";
import type * as portfolio from "./answers/portfolio.js";
import type * as lines from "./answers/lines.js";
import type * as groups from "./answers/groups.js";
import type { PageDesk } from "./desk.js";
import type { Run } from "./protocol.js";

/** The module of an answer: a pure function of the desk and the question. */
interface Module<Q, A> {
  readonly answer: (desk: PageDesk, question: Q, run: Run) => Promise<A>;
}
type Shape<M> = M extends Module<infer Q, infer A> ? { readonly question: Q; readonly answer: A } : never;

/** Every question that the page asks, with its answer. */
export interface Answers {
  readonly today: Shape<typeof today>;
  readonly duty: Shape<typeof duty>;
  readonly find: Shape<typeof find>;
  readonly history: Shape<typeof history>;
  readonly cliff: Shape<typeof cliff>;
  readonly average: Shape<typeof average>;
  readonly pledges: Shape<typeof pledges>;
  readonly coverage: Shape<typeof coverage>;
  readonly timeline: Shape<typeof timeline>;
  readonly show: Shape<typeof show>;
  readonly control: Shape<typeof control>;
  readonly screen: Shape<typeof screen>;
  readonly owners: Shape<typeof owners>;
  readonly refunds: Shape<typeof refunds>;
  readonly groups: Shape<typeof groups>;
  readonly lines: Shape<typeof lines>;
  readonly portfolio: Shape<typeof portfolio>;
}

/** Where each is answered, loaded when it is first asked. */
export const MODULES: { readonly [K in keyof Answers]: () => Promise<Module<Answers[K]["question"], Answers[K]["answer"]>> } = {
  today: () => import("./answers/today.js"),
  duty: () => import("./answers/duty.js"),
  find: () => import("./answers/find.js"),
  history: () => import("./answers/history.js"),
  cliff: () => import("./answers/cliff.js"),
  average: () => import("./answers/average.js"),
  pledges: () => import("./answers/pledges.js"),
  coverage: () => import("./answers/coverage.js"),
  timeline: () => import("./answers/timeline.js"),
  show: () => import("./answers/show.js"),
  control: () => import("./answers/control.js"),
  screen: () => import("./answers/screen.js"),
  owners: () => import("./answers/owners.js"),
  refunds: () => import("./answers/refunds.js"),
  groups: () => import("./answers/groups.js"),
  lines: () => import("./answers/lines.js"),
  portfolio: () => import("./answers/portfolio.js"),
};
