import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  AbortError,
  pRetry
} from "./chunk-OOEUXFNT.js";
import {
  UserError,
  messageOf,
  systemCode
} from "./chunk-FB2AN6SX.js";

// src/drivers/stores/http.ts
import { createWriteStream } from "node:fs";
import { rm } from "node:fs/promises";
import { Readable, Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
var PATIENCE = {
  timeoutMs: 3e4,
  transferMs: 15 * 6e4,
  retries: 3,
  firstWaitMs: 1e3
};
var MAX_ARCHIVE = 1.1 * 1024 ** 3;
var MAX_TEXT = 16 * 1024 * 1024;
var TRY_AGAIN = [429, 500, 502, 503, 504];
var StoreHttp = class {
  constructor(place, patience = PATIENCE) {
    this.place = place;
    this.patience = patience;
  }
  place;
  patience;
  /**
   * Ask, and read the whole answer. Redirects are answers.
   *
   * @throws UserError `store_unreachable`, `store_timeout`; the signal's reason when it aborts
   */
  async ask(call, signal) {
    const { timeoutMs, transferMs } = this.patience;
    const limit = call.body instanceof Blob ? transferMs : timeoutMs;
    return this.repeated(call, signal, async () => {
      const watch = new Watch(limit, signal);
      try {
        const response = await this.fetch(call, watch.signal);
        return { status: response.status, headers: response.headers, text: await textOf(response) };
      } catch (error) {
        throw this.failure(call, error, watch, limit, signal);
      } finally {
        watch.end();
      }
    });
  }
  /**
   * Write the body of an answer of status 200 into a new file; any other answer is given back as it is, and no file
   * is left.
   *
   * @throws UserError `store_unreachable`, `store_timeout`, `store_refused`
   */
  async download(call, file, signal) {
    const { timeoutMs } = this.patience;
    return this.repeated(call, signal, async () => {
      const watch = new Watch(timeoutMs, signal);
      try {
        const response = await this.fetch(call, watch.signal);
        const { status, headers, body } = response;
        if (status !== 200 || !body) return { status, headers, text: await textOf(response) };
        const out = createWriteStream(file, { flags: "wx", mode: 384 });
        const source = Readable.fromWeb(body);
        await pipeline(
          source,
          limited(() => watch.refresh()),
          out,
          { signal: watch.signal }
        );
        return { status, headers, text: "" };
      } catch (error) {
        await rm(file, { force: true });
        throw this.failure(call, error, watch, timeoutMs, signal);
      } finally {
        watch.end();
      }
    });
  }
  fetch({ method = "GET", url, headers = {}, body }, signal) {
    return fetch(url, {
      method,
      redirect: "manual",
      signal,
      headers: { "user-agent": "changeover", ...headers },
      ...body === void 0 ? {} : { body }
    });
  }
  async repeated(call, signal, attempt) {
    const { method = "GET", repeatable = method !== "POST" } = call;
    let last;
    try {
      return await pRetry(
        async () => {
          last = void 0;
          try {
            last = await attempt();
          } catch (error) {
            if (error instanceof UserError && error.code === "store_unreachable" && repeatable) throw error;
            throw new AbortError(error instanceof Error ? error : new Error(String(error)));
          }
          if (repeatable && TRY_AGAIN.includes(last.status)) throw new Error(`status ${last.status}`);
          return last;
        },
        {
          retries: this.patience.retries,
          minTimeout: this.patience.firstWaitMs,
          ...signal ? { signal } : {}
        }
      );
    } catch (error) {
      signal?.throwIfAborted();
      if (last) return last;
      throw error;
    }
  }
  failure(call, error, watch, limit, signal) {
    if (signal?.aborted) return signal.reason;
    if (error instanceof UserError) return error;
    const { host } = new URL(call.url);
    if (watch.late) {
      return new UserError(
        "store_timeout",
        `${this.place}: no answer from ${host} to ${call.method ?? "GET"} within ${limit} ms.`,
        { remedy: "Look whether the store and the network are well, then run it again." }
      );
    }
    const inner = typeof error === "object" && error !== null && "cause" in error ? error.cause : void 0;
    const cause = inner ?? error;
    return new UserError(
      "store_unreachable",
      `${this.place}: ${host} cannot be reached: ${systemCode(cause) ?? messageOf(cause)}.`,
      { remedy: "Check the address and the network, then run it again.", cause: error }
    );
  }
};
var Watch = class {
  signal;
  late = false;
  controller = new AbortController();
  timer;
  constructor(ms, outer) {
    this.signal = outer ? AbortSignal.any([this.controller.signal, outer]) : this.controller.signal;
    this.timer = setTimeout(() => {
      this.late = true;
      this.controller.abort();
    }, ms);
  }
  refresh() {
    this.timer.refresh();
  }
  end() {
    clearTimeout(this.timer);
  }
};
function limited(onChunk) {
  let bytes = 0;
  return new Transform({
    transform(chunk, _encoding, done) {
      bytes += chunk.length;
      onChunk();
      if (bytes <= MAX_ARCHIVE) done(null, chunk);
      else done(refused("it sends more than the 1.1 GiB that a release can have"));
    }
  });
}
async function textOf(response) {
  const chunks = [];
  let bytes = 0;
  for await (const chunk of response.body ?? []) {
    bytes += chunk.length;
    if (bytes > MAX_TEXT) throw refused("its answer is larger than 16 MiB");
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}
function refused(why) {
  return new UserError("store_refused", `The store does not answer as it should: ${why}.`, {
    remedy: "Check that the address is that of a store."
  });
}
function webUrl(text, base) {
  if (!text || !URL.canParse(text, base?.toString())) return void 0;
  const url = new URL(text, base);
  return url.protocol === "https:" || url.protocol === "http:" ? url : void 0;
}

export {
  PATIENCE,
  StoreHttp,
  webUrl
};
