import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  gitText
} from "./chunk-LIBN5DWY.js";

// src/release/origin.ts
var SCP = /^(?:[^/@:]+@)?([^/:]+):(?!\/\/)(.+)$/;
async function originUrl(root) {
  const url = await gitText(["config", "--get", "remote.origin.url"], { cwd: root }).catch(() => "");
  return commonUrl(url);
}
function commonUrl(url) {
  const [, host, path] = url.includes("://") ? [] : SCP.exec(url) ?? [];
  const full = host === void 0 ? url : `ssh://${host}/${path?.replace(/^\/+/, "")}`;
  if (!URL.canParse(full)) return null;
  const parsed = new URL(full);
  if (!/^(?:https?|ssh|git|git\+ssh):$/.test(parsed.protocol) || parsed.host === "") return null;
  const web = parsed.protocol.startsWith("http") ? parsed.protocol : "https:";
  const place = parsed.protocol.startsWith("http") ? parsed.host : parsed.hostname;
  return `${web}//${place}${parsed.pathname.replace(/\/+$/, "").replace(/\.git$/, "")}`;
}

export {
  originUrl,
  commonUrl
};
