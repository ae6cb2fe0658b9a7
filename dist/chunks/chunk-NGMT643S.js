import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  count
} from "./chunk-BM2BY55Z.js";

// src/report/findings-counts.ts
function countsOf(findings) {
  const counts = ["error", "warning", "notice"].map((severity) => {
    const n = findings.filter((finding) => finding.severity === severity).length;
    return n === 0 ? "" : count(n, severity);
  });
  return counts.filter(Boolean).join(", ") || "No findings";
}

// src/report/release-text.ts
function releaseText({ openstack_release: release, target_release: target, findings }, code) {
  if (findings.length === 0 && target === void 0 && release.from === "newest") return "";
  const { name, from, assumed, file, line } = release;
  const why = {
    flag: "as asked for",
    manifest: "as changeover.yml says",
    detected: assumed ? `assumed from ${code(`${file}:${line}`)}` : `as ${code(`${file}:${line}`)} says`,
    newest: "the newest that is known, since nothing says which"
  }[from];
  const present = `OpenStack ${name} (${why})`;
  return target === void 0 ? `Held to ${present}.` : `From ${present} to ${target}: only what the upgrade breaks.`;
}

export {
  countsOf,
  releaseText
};
