// A server that answers every request with the name of its color. Prints its port.
import { createServer } from 'node:http'

const name = process.argv[2]
const server = createServer((_request, response) => response.end(name))
server.listen(0, '127.0.0.1', () => console.log(server.address().port))
process.on('disconnect', () => process.exit())
