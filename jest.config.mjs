// Tests run in Node's own module system: the toolkit packages export only `import`.
export default {
  testMatch: ['<rootDir>/__tests__/**/*.test.ts'],
  testPathIgnorePatterns: ['/node_modules/', '<rootDir>/dist/', '<rootDir>/__tests__/cloud/'],
  extensionsToTreatAsEsm: ['.ts'],
  transform: { '^.+\\.ts$': ['@swc/jest', { jsc: { target: 'es2023', parser: { syntax: 'typescript' } } }] },
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': ['$1.ts', '$1.js'] },
  setupFilesAfterEnv: ['<rootDir>/__tests__/support/outside-world.ts'],
  testSequencer: '<rootDir>/script/slowest-first.mjs',
  maxWorkers: 2,
  testTimeout: 120_000, // for a test that hangs: a busy machine may take ten times as long as a quiet one
}
