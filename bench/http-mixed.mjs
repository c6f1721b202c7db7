// A minute of everything at once over HTTP: answers that are no answers, and the memory of the server before and after.
import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

const [PORT, WORKERS, SECONDS] = [4196, 20, 60];
const origin = `http://127.0.0.1:${PORT}`;
const json = (path, body) => [path, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) }];
const bags = { code: "4202.92.31.31", on: "2025-10-25", known: "2025-10-25", value: "10000" };
const ASKED = [
  json("/duty", bags),
  json(
    "/duty",
    Array.from({ length: 100 }, (_, i) => ({ ...bags, value: String(1000 + i) })),
  ),
  json("/control", { goods: "gallium", known: "2025-10-25", on: "2025-10-25" }),
  json("/screen", { parties: [{ name: "Huawei Technologies" }], known: "2025-10-25", on: "2025-10-25" }),
  json("/match/default", { queries: { q: { schema: "Company", properties: { name: ["Semiconductor Manufacturing"] } } } }),
  ["/price", { method: "POST", headers: { "content-type": "text/csv" }, body: `code,value,on\n${"4202.92.31,10000,2025-10-25\n".repeat(200)}` }],
  ["/status"],
  ["/timeline?known=2025-10-25"],
  ["/show/us/eo-14298"],
  ["/outlook?known=2025-10-25"],
  ["/talks"],
  ["/commitments"],
  ["/calendar.ics"],
  ["/feed.atom"],
  ["/"],
];

/** @param put takes what, unit, values, limit, atMost */
export async function benchMixed(put, root) {
  const child = spawn(process.execPath, [`${root}packages/node/dist/cli/main.js`, "serve", "--port", String(PORT), "--json"], {
    env: { ...process.env, TRUCE_LOG: "off", TRUCE_RATE: "0" },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const stop = setTimeout(() => child.kill(), (SECONDS + 60) * 1000);
  try {
    await new Promise((ready, failed) => void child.stdout.once("data", ready).once("end", () => failed(new Error("the server did not start"))));
    const memory = async () => Number(/process_resident_memory_bytes (\d+)/.exec(await (await fetch(`${origin}/metrics`)).text())?.[1]) / 1e6;
    const wrong = new Map();
    let asked = 0;
    const drive = async (until, first) => {
      for (let i = first; Date.now() < until; i++) {
        const [path, options] = ASKED[i % ASKED.length];
        const r = await fetch(origin + path, { ...options, signal: AbortSignal.timeout(30_000) }).catch((e) => ({ status: e.name, arrayBuffer: async () => undefined }));
        await r.arrayBuffer();
        asked++;
        if (r.status !== 200) wrong.set(`${path} ${r.status}`, (wrong.get(`${path} ${r.status}`) ?? 0) + 1);
      }
    };
    const run = (seconds) => Promise.all(Array.from({ length: WORKERS }, (_, i) => drive(Date.now() + seconds * 1000, i)));
    await run(SECONDS / 3);
    const before = await memory();
    await run(SECONDS);
    const after = await memory();
    for (const [what, n] of wrong) console.error(`${n} × ${what}`);
    put(`mixed requests a second for ${SECONDS} s, ${WORKERS} connections`, "/s", [asked / (SECONDS * (4 / 3))], 0, false);
    put("mixed requests without an answer", "", [[...wrong.values()].reduce((a, b) => a + b, 0)], 0);
    put("memory of the server after a minute of mixed load, over that before", "×", [after / before], 1.2);
    put("memory of the server after it", "MB", [after], 1_000);
  } finally {
    clearTimeout(stop);
    child.kill();
  }
}
if (process.argv[1] === fileURLToPath(import.meta.url))
  await benchMixed((what, unit, values, limit) => console.log(what, values[0].toFixed(2), unit, limit), fileURLToPath(new URL("..", import.meta.url)));
