// A service with one process that stands still for a second when it is told to: for bench/monitor.mjs.
import { createServer } from 'node:http'

const server = createServer((request, response) => {
  if (request.url === '/stall') {
    response.end('stalls')
    const wait = new Int32Array(new SharedArrayBuffer(4))
    setTimeout(() => Atomics.wait(wait, 0, 0, 1_000), 10) // nothing is answered meanwhile; connections queue up
  } else response.end('ok')
})
server.listen(0, '127.0.0.1', () => console.log(server.address().port))
process.on('disconnect', () => process.exit())
