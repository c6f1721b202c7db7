// The HTTP server on one core: duty questions over 20 connections that stay open, asked from another process.
import { spawn } from "node:child_process";
import { connect } from "node:net";
import { fileURLToPath } from "node:url";

const [CONNECTIONS, SECONDS] = [20, 8];
const codes = ["4202923131", "8471300100", "6110202079", "9503000073", "8505110070", "8517620090", "3926909989", "8544429090"];

/** One connection after the other is kept busy: the next question goes out when the answer is whole. */
function drive(port, until, times) {
  return new Promise((done, failed) => {
    const socket = connect(port, "127.0.0.1");
    let [held, sent, n] = [Buffer.alloc(0), 0, 0];
    const ask = () => {
      if (Date.now() >= until) return void socket.end();
      const body = JSON.stringify({ code: codes[n++ % codes.length], on: "2025-10-25", known: "2025-10-25", value: "10000" });
      sent = performance.now();
      socket.write(`POST /duty HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\n\r\n${body}`);
    };
    socket.on("connect", ask).on("error", failed).on("close", done);
    socket.on("data", (part) => {
      held = held.length === 0 ? part : Buffer.concat([held, part]);
      const head = held.indexOf("\r\n\r\n");
      if (head < 0) return;
      const length = Number(/content-length: (\d+)/i.exec(held.toString("latin1", 0, head))?.[1]);
      if (held.length < head + 4 + length) return;
      if (!held.toString("latin1", 0, 15).startsWith("HTTP/1.1 200")) return void failed(new Error(held.toString("utf8").slice(0, 300)));
      held = Buffer.alloc(0);
      times.push(performance.now() - sent);
      ask();
    });
  });
}

/** @param put takes what, unit, values, limit, atMost */
export async function benchHttp(put, root) {
  const child = spawn(process.execPath, [`${root}packages/node/dist/cli/main.js`, "serve", "--port", "4197", "--json"], {
    env: { ...process.env, TRUCE_LOG: "off" },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const stop = setTimeout(() => child.kill(), 60_000);
  try {
    await new Promise((ready, failed) => void child.stdout.once("data", ready).once("end", () => failed(new Error("the server did not start"))));
    const run = async (seconds) => {
      const times = [];
      const from = Date.now();
      await Promise.all(Array.from({ length: CONNECTIONS }, () => drive(4197, from + seconds * 1000, times)));
      return { times: times.sort((a, b) => a - b), seconds: (Date.now() - from) / 1000 };
    };
    await run(2);
    const { times, seconds } = await run(SECONDS);
    put("duty requests a second, one core, 20 connections", "/s", [times.length / seconds], 12_000, false);
    put("a duty request, 99 of 100, 20 connections", "ms", [times[Math.floor(times.length * 0.99)]], 8);
  } finally {
    clearTimeout(stop);
    child.kill();
  }
}
if (process.argv[1] === fileURLToPath(import.meta.url))
  await benchHttp((what, unit, values, limit) => console.log(what, values[0].toFixed(1), unit, limit), fileURLToPath(new URL("..", import.meta.url)));
