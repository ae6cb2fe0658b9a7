import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)

// src/report/findings-view.ts
function pathInRepository({ prefix }, file) {
  return `${prefix}${file}`;
}
function byFile(findings) {
  return grouped(findings, ({ file }) => file);
}
function grouped(items, keyOf) {
  const groups = /* @__PURE__ */ new Map();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}
function byRule(findings) {
  const order = ["error", "warning", "notice"];
  return [...grouped(findings, ({ rule, severity }) => JSON.stringify([severity, rule])).values()].flatMap((group) => {
    const [first] = group;
    if (!first) return [];
    const files = new Set(group.map(({ file }) => file)).size;
    return [{ rule: first.rule, severity: first.severity, count: group.length, files }];
  }).sort(
    (a, b) => order.indexOf(a.severity) - order.indexOf(b.severity) || b.count - a.count || (a.rule < b.rule ? -1 : 1)
  );
}

export {
  pathInRepository,
  byFile,
  grouped,
  byRule
};
