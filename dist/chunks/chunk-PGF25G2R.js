import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  gitText
} from "./chunk-LIBN5DWY.js";

// src/changeover/ledger-login.ts
async function ledgerLogin(folder, address, token, env) {
  const server = URL.parse(env.GITHUB_SERVER_URL || "https://github.com");
  const url = URL.parse(address);
  if (!token || !server || !url || url.origin !== server.origin) return {};
  if (url.username || url.password || await hasLogin(folder, address)) return {};
  const count = Number(env.GIT_CONFIG_COUNT) || 0;
  const login = Buffer.from(`x-access-token:${token}`).toString("base64");
  return {
    GIT_CONFIG_COUNT: `${count + 1}`,
    [`GIT_CONFIG_KEY_${count}`]: `http.${server.origin}/.extraheader`,
    [`GIT_CONFIG_VALUE_${count}`]: `AUTHORIZATION: basic ${login}`
  };
}
async function hasLogin(folder, address) {
  for (const key of ["http.extraheader", "credential.helper"]) {
    const value = await gitText(["config", "--get-urlmatch", key, address], { cwd: folder }).catch(() => "");
    if (value !== "") return true;
  }
  return false;
}

export {
  ledgerLogin
};
