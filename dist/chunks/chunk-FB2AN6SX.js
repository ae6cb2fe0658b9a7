import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)

// src/platform/errors.ts
var UserError = class extends Error {
  /** Stable name of the problem in snake_case; part of the machine contract. */
  code;
  /** What the user can do about it, as a sentence. */
  remedy;
  constructor(code, message, options = {}) {
    super(message, options.cause === void 0 ? void 0 : { cause: options.cause });
    this.name = "UserError";
    this.code = code;
    this.remedy = options.remedy;
  }
};
function messageOf(error) {
  return error instanceof Error ? error.message : String(error);
}
function systemCode(error) {
  if (typeof error !== "object" || error === null || !("code" in error)) return void 0;
  return typeof error.code === "string" ? error.code : void 0;
}
var Cancelled = class extends Error {
  constructor(signal) {
    super(`Cancelled by ${signal}.`);
    this.name = "Cancelled";
  }
};

export {
  UserError,
  messageOf,
  systemCode,
  Cancelled
};
