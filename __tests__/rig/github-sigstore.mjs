// Loaded into a built action (node --import): what it sends to GitHub's own Sigstore instance goes to the one on this
// machine, whose address is in LOCAL_SIGSTORE_URL. The addresses are fixed in the library that signs.
import nock from 'nock'

const local = process.env.LOCAL_SIGSTORE_URL ?? ''
const forward = (path) => async (_uri, body) => {
  const response = await fetch(`${local}${path}`, { method: 'POST', body: JSON.stringify(body) })
  const type = response.headers.get('content-type') ?? 'text/plain'
  return [response.status, Buffer.from(await response.arrayBuffer()), { 'content-type': type }]
}
nock('https://fulcio.githubapp.com').post('/api/v2/signingCert').reply(forward('/plain/api/v2/signingCert'))
nock('https://timestamp.githubapp.com').post('/api/v1/timestamp').reply(forward('/api/v1/timestamp'))
