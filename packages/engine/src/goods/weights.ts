import { readVarints, undelta } from "./bytes.js";
import { keyCode } from "./code.js";
import type { Pack } from "./pack.js";

/** What a table of weights is: whose trade, in which year, in which unit. */
export interface WeightsInfo {
  readonly id: string;
  readonly title: string;
  readonly side: "us" | "cn";
  readonly unit: string;
  readonly year: number;
  readonly confidence: string;
  readonly sources: readonly string[];
  readonly note?: string;
}
/** Trade by line of a tariff. */
export interface Weights {
  readonly info: WeightsInfo;
  readonly codes: readonly string[];
  readonly values: Float64Array;
}
/** A point of an average series that others published. Percent as decimal text. */
export interface PublishedAverage {
  readonly date: string;
  readonly side: "us" | "cn";
  readonly percent: string;
  readonly covered: string;
  /** The day from which it is known. */
  readonly known: string;
  readonly standing: "confirmed" | "derived" | "revised" | "forecast" | "planned" | "other" | "second-hand";
  readonly source: string;
  readonly note: string;
}

/** Tables of weights, each decoded when it is asked for. */
export class WeightTables {
  constructor(private readonly pack: Pack) {}

  get infos(): readonly WeightsInfo[] {
    return this.pack.has("weights") ? this.pack.json<WeightsInfo[]>("weights") : [];
  }

  /** @throws RangeError for one that there is not */
  get(id: string): Weights {
    const info = this.infos.find((i) => i.id === id);
    if (info === undefined) throw new RangeError(`there are no weights ${id}`);
    return { info, codes: [...undelta(readVarints(this.pack.bytesOf(`weights.${id}.keys`)))].map(keyCode), values: readVarints(this.pack.bytesOf(`weights.${id}.values`)) };
  }

  /** Averages that others published. */
  get published(): readonly PublishedAverage[] {
    return this.pack.has("averages") ? this.pack.json<PublishedAverage[]>("averages") : [];
  }
}
