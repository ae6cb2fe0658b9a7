import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  systemCode
} from "./chunk-FB2AN6SX.js";

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
  ETIMEDOUT: "timeout",
  ENOTFOUND: "unresolved",
  EAI_AGAIN: "unresolved"
};
async function askHttp(question) {
  question.signal?.throwIfAborted();
  const url = new URL(question.url);
  const { headers = {}, body, method = "GET" } = question;
  return new Promise((resolve, reject) => {
    const finish = (settle) => {
      clearTimeout(timer);
      question.signal?.removeEventListener("abort", onAbort);
      settle();
    };
    const fail = (error) => finish(() => reject(error));
    const { send, agent } = transport(url, question.tls);
    const request = send(url, { method, headers: { connection: "close", ...headers }, agent }, (response) => {
      readAnswer(response, question).then(
        (answer) => finish(() => resolve(answer)),
        (error) => {
          fail(asFailure(error, url));
          request.destroy();
        }
      );
    });
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
    request.end(body);
  });
}
function transport(url, tls = {}) {
  if (url.protocol !== "https:") return { send: httpRequest, agent: new HttpAgent({ keepAlive: false }) };
  const { ca, serverName } = tls;
  const trust = {
    ...ca === void 0 ? {} : { ca },
    ...serverName === void 0 ? {} : { servername: serverName }
  };
  return { send: httpsRequest, agent: new HttpsAgent({ keepAlive: false, ...trust }) };
}
async function readAnswer(response, question) {
  const { maxBody = 65536, longBody = "drop" } = question;
  const chunks = [];
  let kept = 0;
  for await (const chunk of response) {
    if (kept < maxBody) chunks.push(chunk.subarray(0, maxBody - kept));
    kept += chunk.length;
    if (kept > maxBody && longBody === "refuse") {
      throw new HttpFailure("too_large", `the answer is longer than ${maxBody} bytes`);
    }
  }
  const headers = Object.fromEntries(
    Object.entries(response.headers).map(([name, value]) => [name, String(value)])
  );
  return { status: response.statusCode ?? 0, headers, body: Buffer.concat(chunks).toString("utf8") };
}
function asFailure(error, url) {
  if (error instanceof HttpFailure) return new HttpFailure(error.kind, `${url.host}: ${error.message}`);
  const code = systemCode(error) ?? "";
  const message = error instanceof Error ? error.message : String(error);
  return new HttpFailure(kindOf(code), `${url.host}: ${code || message}`);
}
function kindOf(code) {
  const known = KIND[code];
  if (known) return known;
  if (code.startsWith("HPE_")) return "garbled";
  const isCertificate = /^(ERR_(TLS|SSL)_|CERT_|SELF_SIGNED|DEPTH_ZERO|UNABLE_TO_|HOSTNAME_)/.test(code);
  return isCertificate || code === "EPROTO" ? "tls" : "unreachable";
}

export {
  HttpFailure,
  askHttp
};
