import { openRegime } from "./dist/grounds/open.js"; import { Desks } from "./dist/grounds/desk.js"; import { parseKnown } from "@truce/engine/time"; import { benchBulk } from "../../bench/bulk.mjs";
const regime = await openRegime(); const known = parseKnown("2026-10-10").at; 
await benchBulk((w,u,v,l,m)=>console.log(w.padEnd(60), u, [...v].sort((a,b)=>a-b)[v.length>>1].toFixed(1), l??""), new Desks(regime).desk(known,[]), known);
