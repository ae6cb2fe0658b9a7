import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)

// src/drivers/routers/local-forwarder.ts
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { connect, createServer } from "node:net";
import { join } from "node:path";
var CONNECT_MS = 1e4;
var MAX_REQUEST_BYTES = 4096;
var settings = JSON.parse(readFileSync(process.argv[2] ?? "", "utf8"));
var servers = [];
var open = /* @__PURE__ */ new Set();
var color = settings.color;
var lastComplaint = 0;
await start();
async function start() {
  process.on("SIGTERM", () => void stop().then(() => process.exit(0)));
  process.on("SIGINT", () => void stop().then(() => process.exit(0)));
  for (const [name, service] of Object.entries(settings.services)) {
    const server = createServer({ allowHalfOpen: true }, (client) => forward(name, client, service[color]));
    await listen(server, service.listen, name);
  }
  rmSync(settings.socket, { force: true });
  await listen(createServer(answer), { path: settings.socket }, "control");
  writeFileSync(join(settings.stateDir, "pid"), `${process.pid}
`);
  writeFileSync(join(settings.stateDir, "color"), `${color}
`);
  console.log(`${now()} pid ${process.pid} forwards to ${color}`);
  await tell({ ready: true });
}
async function listen(server, where, service) {
  try {
    await new Promise((resolve, reject) => {
      server.once("error", reject);
      server.listen(where, resolve);
    });
  } catch (error) {
    console.error(`${now()} cannot listen for ${service}: ${error}`);
    await tell({ ready: false, service, code: error.code ?? String(error) });
    process.exit(1);
  }
  server.on("error", (error) => console.error(`${now()} ${service}: ${error.message}`));
  servers.push(server);
}
function tell(message) {
  return new Promise((resolve) => {
    if (!process.send) return resolve();
    process.send(message, () => {
      if (process.connected) process.disconnect();
      resolve();
    });
  });
}
function forward(name, client, target) {
  const upstream = connect({ ...target, allowHalfOpen: true, noDelay: true });
  const timer = setTimeout(() => upstream.destroy(new Error("it does not answer")), CONNECT_MS);
  upstream.once("connect", () => clearTimeout(timer));
  upstream.once("close", () => clearTimeout(timer));
  client.setNoDelay(true);
  upstream.on("error", (error) => complain(`${name}: ${target.host}:${target.port}: ${error.message}`));
  carry(client, upstream);
  carry(upstream, client);
}
function carry(from, to) {
  open.add(from);
  from.pipe(to);
  from.on("error", () => to.destroy());
  from.on("close", () => {
    open.delete(from);
    if (!from.readableEnded) to.destroy();
  });
}
function answer(client) {
  let text = "";
  open.add(client);
  client.setEncoding("utf8");
  client.on("error", () => client.destroy());
  client.on("close", () => open.delete(client));
  client.on("data", (chunk) => {
    text += chunk;
    const end = text.indexOf("\n");
    if (end < 0 && text.length > MAX_REQUEST_BYTES) client.destroy();
    if (end < 0) return;
    client.removeAllListeners("data");
    void respond(client, text.slice(0, end));
  });
}
async function respond(client, line) {
  let reply;
  let ends = false;
  try {
    const request = JSON.parse(line);
    if (request.do === "switch") switchTo(request.color);
    ends = request.do === "stop";
    if (ends) await stop(client);
    reply = { pid: process.pid, color, services: settings.services };
  } catch (error) {
    reply = { error: String(error) };
  }
  client.end(`${JSON.stringify(reply)}
`, () => {
    if (ends) process.exit(0);
  });
}
function switchTo(next) {
  if (next !== "blue" && next !== "green") throw new Error(`there is no color ${next}`);
  writeFileSync(join(settings.stateDir, "color"), `${next}
`);
  color = next;
  console.log(`${now()} forwards to ${color}`);
}
async function stop(keep) {
  console.log(`${now()} stops`);
  for (const socket of open) if (socket !== keep) socket.destroy();
  const [control, ...others] = servers.toReversed();
  control?.close();
  await Promise.all(others.map((server) => new Promise((resolve) => server.close(resolve))));
  for (const file of ["pid", "color"]) rmSync(join(settings.stateDir, file), { force: true });
}
function complain(message) {
  if (Date.now() - lastComplaint < 1e3) return;
  lastComplaint = Date.now();
  console.error(`${now()} ${message}`);
}
function now() {
  return (/* @__PURE__ */ new Date()).toISOString();
}
