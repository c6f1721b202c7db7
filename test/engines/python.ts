import { execFile, spawn, type ChildProcess, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { root } from "../golden/read.js";

/** The Python with the packages of test/engines/requirements.txt: that of TRUCE_PYTHON, or the one that .ci/run makes. */
export const python = (): string | undefined => [process.env["TRUCE_PYTHON"], join(root, "build/python/bin/python")].find((p) => p !== undefined && existsSync(p));

/** Why tests that need a package are skipped; undefined where it is there. */
export function without(pkg: string): string | undefined {
  const own = python();
  if (own === undefined) return "no Python with test/engines/requirements.txt is here: .ci/run makes one where the registry can be reached";
  if (pkg === "pyspark" && spawnSync("java", ["-version"]).status !== 0) return "there is no Java on this machine";
  return spawnSync(own, ["-c", `import importlib.util, sys; sys.exit(importlib.util.find_spec("${pkg}") is None)`]).status === 0 ? undefined : `the Python package ${pkg} is not here`;
}

/** Runs a script and gives the JSON lines that it prints. */
export const script = (name: string, args: readonly string[], timeout = 150_000): Promise<Record<string, unknown>[]> =>
  new Promise((done, failed) =>
    execFile(python() as string, [join(root, "test/engines", name), ...args], { timeout, maxBuffer: 1 << 26 }, (e, stdout, stderr) =>
      e === null
        ? done(
            stdout
              .trim()
              .split("\n")
              .filter((l) => l.startsWith("{"))
              .map((l) => JSON.parse(l) as Record<string, unknown>),
          )
        : failed(new Error(`${e.message}\n${stderr.slice(-4000)}`)),
    ),
  );

/** A Spark master and its workers as processes of their own on 127.0.0.1. */
export class SparkCluster {
  private constructor(
    readonly address: string,
    private readonly processes: ChildProcess[],
  ) {}

  static async start(workers: number): Promise<SparkCluster> {
    const home = spawnSync(python() as string, ["-c", "import pyspark, os; print(os.path.dirname(pyspark.__file__))"], { encoding: "utf8" }).stdout.trim();
    const port = await freePort();
    const processes: ChildProcess[] = [];
    const launch = (name: string, args: readonly string[]): ChildProcess => {
      const p = spawn(join(home, "bin/spark-class"), [`org.apache.spark.deploy.${name}`, ...args], {
        stdio: ["ignore", "pipe", "pipe"],
        env: { ...process.env, SPARK_HOME: home, SPARK_DAEMON_MEMORY: "256m", SPARK_LOCAL_IP: "127.0.0.1", PYSPARK_PYTHON: python() },
      });
      processes.push(p);
      return p;
    };
    const address = `spark://127.0.0.1:${port}`;
    await told(launch("master.Master", ["--host", "127.0.0.1", "--port", String(port), "--webui-port", String(await freePort())]), /New state: ALIVE/);
    for (let n = 0; n < workers; n++)
      await told(
        launch("worker.Worker", [
          address,
          "--host",
          "127.0.0.1",
          "--cores",
          "1",
          "--memory",
          "800m",
          "--webui-port",
          String(await freePort()),
          "--work-dir",
          join(root, "build", `spark-work-${process.pid}-${n}`),
        ]),
        /Successfully registered/,
      );
    return new SparkCluster(address, processes);
  }

  /** Ends a worker as a machine that fails, by its own process. */
  killWorker(n: number): void {
    this.processes[n + 1]?.kill("SIGKILL");
  }

  stop(): void {
    for (const p of [...this.processes].reverse()) p.kill("SIGKILL");
  }
}

const told = (p: ChildProcess, words: RegExp): Promise<void> =>
  new Promise((done, failed) => {
    let said = "";
    const timer = setTimeout(() => failed(new Error(`Spark did not start: ${said.slice(-2000)}`)), 60_000);
    const hear = (chunk: Buffer): void => {
      said += chunk.toString();
      if (!words.test(said)) return;
      clearTimeout(timer);
      done();
    };
    p.stdout?.on("data", hear);
    p.stderr?.on("data", hear);
    p.on("error", failed);
  });

const freePort = (): Promise<number> =>
  new Promise((done) => {
    const s = createServer().listen(0, "127.0.0.1", () => {
      const { port } = s.address() as { port: number };
      s.close(() => done(port));
    });
  });
