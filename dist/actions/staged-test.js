import { main } from '../main.js'
await main("staged-test")
