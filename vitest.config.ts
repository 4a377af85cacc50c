import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'e2e/**/*.test.ts', 'bench/**/*.test.ts'],
    globalSetup: ['e2e/build-first.ts'],
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
