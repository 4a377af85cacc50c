import { CodeWriter, ValueType, Vector } from './code-writer.ts';
import { ModuleEncoder } from './encoder.ts';
import { webAssemblyHost } from './host.ts';
import type { WebAssemblyHost } from './host.ts';

/** Whether kernels in WebAssembly can run: asks for a tiny module with one vector instruction and several results. */
export function simdSupported(host: WebAssemblyHost | undefined = webAssemblyHost()): boolean {
  if (host === undefined) return false;
  const { V128 } = ValueType;
  const module = new ModuleEncoder();
  const index = module.declare({ parameters: [V128], results: [V128, V128] }, 'probe');
  module.define(index, new CodeWriter(1).get(0).get(0).get(0).vector(Vector.PMIN));
  return host.validate(module.encode());
}
