import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  UserError
} from "./chunk-FB2AN6SX.js";

// src/drivers/routers/router.ts
var RouterError = class extends Error {
  code;
  /** The node or service it is about. */
  node;
  remedy;
  constructor(code, node, message, options = {}) {
    super(`${node}: ${message}`, options.cause === void 0 ? void 0 : { cause: options.cause });
    this.name = "RouterError";
    this.code = code;
    this.node = node;
    this.remedy = options.remedy;
  }
};

// src/changeover/ledger.ts
var LedgerError = class extends UserError {
  constructor(code, message, remedy, cause) {
    super(code, message, { remedy, cause });
    this.code = code;
    this.name = "LedgerError";
    this.remedy = remedy;
  }
  code;
  remedy;
};

export {
  RouterError,
  LedgerError
};
