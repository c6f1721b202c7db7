import type { FastifyReply, FastifyRequest } from "fastify";
import { MatchError } from "@truce/engine/controls";
import { NameError } from "@truce/engine/controls/names";
import { errorView, type ErrorView } from "@truce/engine/answers/error-view";

/** An error of a request, with the status that fits it. */
export interface HttpError {
  readonly status: number;
  readonly error: ErrorView;
}
const NOT_FOUND = new Set(["unknown-id", "no-picture"]);

/** What a thrown thing says to a client. A fault of ours says nothing of itself but its request id. */
export function httpError(e: unknown, id: string): HttpError {
  const view = errorView(e);
  if (view !== undefined) return { status: NOT_FOUND.has(view.code) ? 404 : 400, error: { ...view, hint: flagsAsFields(view.hint), where: view.where.replace(/^--/, "") } };
  if (e instanceof MatchError) return { status: 400, error: { code: "bad-match", message: e.message, hint: "see /openapi.json for the form", where: e.field } };
  if (e instanceof NameError) return { status: 400, error: { code: e.code, message: e.message, hint: e.hint, where: "name" } };
  const { statusCode, code, message, validation } = e as { statusCode?: number; code?: string; message?: string; validation?: { instancePath?: string }[] };
  if (validation !== undefined)
    return {
      status: 400,
      error: {
        code: "bad-request",
        message: message ?? "the request has another form",
        hint: "see /openapi.json for the form",
        where: (validation[0]?.instancePath ?? "").replace(/^\//, "").replaceAll("/", "."),
      },
    };
  if (statusCode !== undefined && statusCode >= 400 && statusCode < 500)
    return {
      status: statusCode,
      error: {
        code: (code ?? "bad-request")
          .toLowerCase()
          .replace(/^fst_err_(ctp_)?/, "")
          .replaceAll("_", "-"),
        message: message ?? "the request cannot be read",
        hint: statusCode === 413 ? "send less at once" : "see /openapi.json for the form",
        where: "request",
      },
    };
  return { status: 500, error: { code: "internal", message: "this is a fault of truce", hint: `please report it with the request id ${id}`, where: "" } };
}
/** Hints speak of flags of the command line; a client knows them as fields. */
const flagsAsFields = (hint: string): string => hint.replace(/--([a-z-]+)/g, "$1");

export function handleError(e: unknown, request: FastifyRequest, reply: FastifyReply): void {
  const { status, error } = httpError(e, request.id);
  if (status === 500) request.log.error({ err: { name: (e as Error).name, stack: (e as Error).stack } }, "fault");
  void reply
    .code(status)
    .type("application/json")
    .send({ error: { ...error, request: request.id } });
}
