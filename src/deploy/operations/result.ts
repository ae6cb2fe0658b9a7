export * from '../phases/result.js'
