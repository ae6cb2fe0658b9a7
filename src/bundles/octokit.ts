// The client of GitHub's REST API, loaded by its first request.
export { OctokitApi } from '../github/octokit.js'
