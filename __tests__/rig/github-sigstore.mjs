// Loaded into a built action (node --import): requests to GitHub's own Sigstore instance go to the one on this machine,
// whose address is in LOCAL_SIGSTORE_URL. The library that signs has fixed addresses.
import { Agent, setGlobalDispatcher } from 'undici'

const LOCAL = process.env.LOCAL_SIGSTORE_URL ?? ''
const PREFIXES = { 'https://fulcio.githubapp.com': '/plain', 'https://timestamp.githubapp.com': '' }

const toLocal = (dispatch) => (options, handler) => {
  const prefix = PREFIXES[options.origin]
  if (prefix === undefined) return dispatch(options, handler)
  return dispatch({ ...options, origin: LOCAL, path: `${prefix}${options.path}` }, handler)
}
setGlobalDispatcher(new Agent().compose(toLocal))
