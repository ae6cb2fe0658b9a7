// For bench/monitor.mjs: a service with one process that stalls for a second on request.
import { createServer } from 'node:http'

const server = createServer((request, response) => {
  if (request.url === '/stall') {
    response.end('stalls')
    const wait = new Int32Array(new SharedArrayBuffer(4))
    setTimeout(() => Atomics.wait(wait, 0, 0, 1_000), 10) // no request is answered meanwhile, and connections wait
  } else response.end('ok')
})
server.listen(0, '127.0.0.1', () => console.log(server.address().port))
process.on('disconnect', () => process.exit())
