import type { Graph } from './graph.ts';
import { lineComment, PARAMETERS, writeJavaScript } from './javascript-source.ts';
import { namesOfNodes } from './node-names.ts';
import type { Program } from './program.ts';

/**
 * A program as the text of an ECMAScript module for reading and for other tools. It exports
 * `createKernel({ exp, log, pow })`, whose result has the `run` of a `Kernel`, and gives that kernel's bits when it is
 * given the functions of `elementary.ts`. Variables, stocks, inputs and tables stand as comments where they are
 * computed or read.
 */
export function writeJavaScriptModule(graph: Graph, program: Program): string {
  const { draw, step, slots, states } = writeJavaScript(graph, program, undefined, namesOfNodes(graph));
  const outputs = program.outputs.length;
  const list = (name: string, bodies: readonly string[]): string =>
    `const ${name} = [\n${bodies.map((body) => `(${PARAMETERS.join(', ')}) => {\n${body}\n},\n`).join('')}];\n`;
  return `// ${lineComment(graph.name)}: ${states} stocks, ${outputs} outputs.

// Once per draw.
${list('draw', draw)}
// Every month.
${list('month', step)}
// inputs: [input]; tables: [table][month]; out: [month][output]. All are Float64Array.
export function createKernel({ exp, log, pow } = Math) {
  const v = new Float64Array(${slots});
  return {
    run(inputs, tables, months, out) {
      for (const body of draw) body(v, inputs, tables, months, 0, out, 0, exp, log, pow);
      for (let t = 0; t < months; t++) {
        for (const body of month) body(v, inputs, tables, months, t, out, t * ${outputs}, exp, log, pow);
        v.copyWithin(0, ${states}, ${2 * states});
      }
    },
  };
}
`;
}
