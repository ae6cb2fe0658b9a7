import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  PATIENCE,
  StoreHttp,
  webUrl
} from "./chunk-LGEIZY6T.js";
import {
  UserError
} from "./chunk-FB2AN6SX.js";

// src/drivers/stores/github-api.ts
var GitHubApi = class {
  constructor(access, place) {
    this.access = access;
    this.place = place;
    this.http = new StoreHttp(place, access.patience ?? PATIENCE);
    const apiUrl = (access.apiUrl ?? "https://api.github.com").replace(/\/+$/, "");
    this.base = `${apiUrl}/repos/${access.repository}`;
  }
  access;
  place;
  http;
  base;
  /** Ask for `path` of the repository. Statuses other than `expected` are errors. */
  async json(path, permission, more = {}, signal) {
    const { method = "GET", body, missing = false } = more;
    const call = { method, url: this.base + path, ...body ? { body: JSON.stringify(body) } : {} };
    const answer = await this.http.ask(this.signed(call), signal);
    if (missing && answer.status === 404) return void 0;
    if (answer.status < 200 || answer.status > 299) throw this.refusal(answer, permission);
    return parsed(answer.text, this.place);
  }
  async remove(path, permission, signal) {
    const answer = await this.http.ask(this.signed({ method: "DELETE", url: this.base + path }), signal);
    if (answer.status !== 204 && answer.status !== 404) throw this.refusal(answer, permission);
  }
  /** Send a file to a URL that the API has given. */
  async upload(url, body, permission, signal) {
    if (new URL(url).protocol !== new URL(this.base).protocol) throw malformed(this.place);
    const headers = { "content-type": "application/gzip" };
    const answer = await this.http.ask(this.signed({ method: "POST", url, body, headers }), signal);
    if (answer.status !== 201) throw this.refusal(answer, permission);
    return parsed(answer.text, this.place);
  }
  /** Write what `path` leads to into a new file. The token stays with the API: where it leads needs none. */
  async download(path, accept, file, permission, signal) {
    const call = this.signed({ url: this.base + path, headers: { accept } });
    let answer = await this.http.download(call, file, signal);
    if (answer.status === 302) {
      const location = webUrl(answer.headers.get("location"));
      if (!location) throw malformed(this.place);
      answer = await this.http.download({ url: location }, file, signal);
    }
    if (answer.status !== 200) throw this.refusal(answer, permission);
  }
  signed(call) {
    const headers = {
      accept: "application/vnd.github+json",
      "x-github-api-version": "2022-11-28",
      authorization: `Bearer ${this.access.token}`,
      ...call.body === void 0 ? {} : { "content-type": "application/json" }
    };
    return { ...call, headers: { ...headers, ...call.headers } };
  }
  refusal({ status, headers, text }, permission) {
    const said = messageIn(text);
    const why = `GitHub answers ${status}${said === "" ? "" : `: ${said}`}`;
    if (status === 410) {
      return new UserError("release_expired", `${this.place}: the archive is gone; ${why}.`, {
        remedy: "Artifacts are kept for a while only. Package the release again from the same commit."
      });
    }
    if (status === 403 && headers.get("x-ratelimit-remaining") === "0") {
      return new UserError("store_busy", `${this.place}: the token's limit of requests is used up; ${why}.`, {
        remedy: "Run it again within the hour, or use another token."
      });
    }
    if ([401, 403, 404].includes(status)) {
      return new UserError("store_denied", `${this.place}: ${why}.`, {
        remedy: `Give the job the permission "${permission}", or a token that has it.`
      });
    }
    return new UserError("store_refused", `${this.place}: ${why}.`, {
      remedy: "Look at githubstatus.com, then run it again."
    });
  }
};
function messageIn(text) {
  try {
    const data = JSON.parse(text);
    if (!isObject(data) || typeof data.message !== "string") return "";
    const errors = Array.isArray(data.errors) ? data.errors.filter(isObject) : [];
    const codes = errors.map((error) => [error.field, error.code].filter(Boolean).join(" ")).filter(Boolean);
    const said = codes.length > 0 ? `${data.message} (${codes.join(", ")})` : data.message;
    return said.replaceAll(/[\0-\x1f\x7f]+/g, " ").slice(0, 300);
  } catch {
    return "";
  }
}
function parsed(text, place) {
  try {
    return JSON.parse(text);
  } catch {
    throw malformed(place);
  }
}
function isObject(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
function malformed(place) {
  return new UserError("store_refused", `${place} answers with something that cannot be understood.`, {
    remedy: "Check the address; a proxy may have answered in its place."
  });
}

export {
  GitHubApi,
  isObject,
  malformed
};
