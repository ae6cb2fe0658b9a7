import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)

// src/platform/http.ts
import { Agent as HttpAgent, request as httpRequest } from "node:http";
import { Agent as HttpsAgent, request as httpsRequest } from "node:https";
var HttpFailure = class extends Error {
  kind;
  constructor(kind, message) {
    super(message);
    this.name = "HttpFailure";
    this.kind = kind;
  }
};
var KIND = {
  ECONNREFUSED: "refused",
  ECONNRESET: "reset",
  EPIPE: "reset",
  ETIMEDOUT: "timeout"
};
async function askHttp(question) {
  question.signal?.throwIfAborted();
  const url = new URL(question.url);
  const secure = url.protocol === "https:";
  const agent = secure ? new HttpsAgent({ keepAlive: false }) : new HttpAgent({ keepAlive: false });
  return new Promise((resolve, reject) => {
    const finish = (settle) => {
      clearTimeout(timer);
      question.signal?.removeEventListener("abort", onAbort);
      settle();
    };
    const fail = (error) => finish(() => reject(error));
    const request = (secure ? httpsRequest : httpRequest)(
      url,
      { method: question.method ?? "GET", headers: { connection: "close", ...question.headers }, agent },
      (response) => {
        readAnswer(response, question.maxBody ?? 65536).then(
          (answer) => finish(() => resolve(answer)),
          (error) => fail(asFailure(error, url))
        );
      }
    );
    const onAbort = () => {
      fail(question.signal?.reason);
      request.destroy();
    };
    const timer = setTimeout(() => {
      fail(new HttpFailure("timeout", `no answer from ${url.host} within ${question.timeoutMs} ms`));
      request.destroy();
    }, question.timeoutMs);
    question.signal?.addEventListener("abort", onAbort, { once: true });
    request.on("error", (error) => fail(asFailure(error, url)));
    request.end();
  });
}
async function readAnswer(response, maxBody) {
  const chunks = [];
  let kept = 0;
  for await (const chunk of response) {
    if (kept < maxBody) chunks.push(chunk.subarray(0, maxBody - kept));
    kept += chunk.length;
  }
  const headers = Object.fromEntries(
    Object.entries(response.headers).map(([name, value]) => [name, String(value)])
  );
  return { status: response.statusCode ?? 0, headers, body: Buffer.concat(chunks).toString("utf8") };
}
function asFailure(error, url) {
  const { code = "", message = String(error) } = error;
  return new HttpFailure(KIND[code] ?? "unreachable", `${url.host}: ${code || message}`);
}

export {
  HttpFailure,
  askHttp
};
