import { describe, expect, it } from 'vitest';
import { hashOf, MANIFEST, readEmitted } from './emitted.ts';
import type { Manifest } from './emitted.ts';
import { evidenceTexts, readEvidence } from './evidence.ts';
import { readFilesFrom } from './files.ts';
import type { Files } from './files.ts';

/** The package's files with some emitted ones. */
function filesWith(emitted: Readonly<Record<string, string>>): Files {
  const encoder = new TextEncoder();
  return {
    ...readFilesFrom(),
    readEmitted: (name) => {
      const text = emitted[name];
      return text === undefined ? undefined : encoder.encode(text);
    },
  };
}

const manifest: Manifest = {
  evidence: hashOf(evidenceTexts(readFilesFrom())),
  program: '',
  runs: [],
};

describe('what the build left for later', () => {
  it('stands for the figures and assumptions it was made of', () => {
    const files = filesWith({ [MANIFEST]: JSON.stringify(manifest) });
    const evidence = readEvidence(files);
    expect(evidence.emitted).toBeDefined();
    expect(evidence.emitted?.base('2020-02-20', 'strict', evidence)).toBeUndefined();
    expect(evidence.register.facts.length).toBeGreaterThan(2000);
  });

  it('counts for nothing once a figure has changed', () => {
    const files = filesWith({ [MANIFEST]: JSON.stringify(manifest) });
    const changed: Files = { ...files, readData: (name) => `${files.readData(name)}\n` };
    expect(readEmitted(changed)).toBeUndefined();
    expect(readEvidence(files).emitted).toBeDefined();
    expect(readEvidence(changed).emitted).toBeUndefined();
  });

  it('is not there where sources run unbuilt', () => {
    expect(readFilesFrom().readEmitted(MANIFEST)).toBeUndefined();
    expect(hashOf({ a: 'b' })).not.toBe(hashOf({ ab: '' }));
  });
});
