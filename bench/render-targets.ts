import type { Screen } from '../src/show/screen.ts';
import { renderTable } from '../src/show/table.ts';
import type { Column } from '../src/show/table.ts';
import { range, right, short } from './render-cells.ts';
import type { Target } from './targets.ts';
import { labelOf, onModel } from './whole-models.ts';
import type { ModelSize } from './whole-models.ts';

/** Targets, met or missed: those of the whole model in a table of their own, its sizes side by side. */
export function renderTargets(
  targets: readonly Target[],
  models: readonly ModelSize[],
  screen: Screen,
): string[] {
  const others = onModel(targets, ({ name }) => name, undefined);
  const ofModels = models.map((model) => {
    const here = onModel(targets, ({ name }) => name, model);
    return { model, targets: new Map(here.map(({ name, item }) => [name, item])) };
  });
  const names = [...new Set(ofModels.flatMap((each) => [...each.targets.keys()]))];
  const blocks: string[] = [];
  if (others.length > 0)
    blocks.push(
      renderTable(
        {
          columns: [{ title: 'Target' }, right('wanted'), ...foundUnder('found')],
          groups: [{ rows: others.map(({ name, item }) => [name, limitOf(item), ...cells(item)]) }],
        },
        screen,
      ),
    );
  if (names.length > 0)
    blocks.push(
      renderTable(
        {
          columns: [
            { title: 'Target of the whole model' },
            right('wanted'),
            ...ofModels.flatMap(({ model }) => foundUnder(headOf(model))),
          ],
          groups: [
            {
              rows: names.map((name) => [
                name,
                limitOf(ofModels.flatMap((each) => each.targets.get(name) ?? [])[0]!),
                ...ofModels.flatMap((each) => cells(each.targets.get(name))),
              ]),
            },
          ],
        },
        screen,
      ),
    );
  return blocks;
}

function headOf(model: ModelSize): string {
  return `${labelOf(model)}, ${model.judged ? 'judged' : 'for information'}`;
}

function foundUnder(title: string): Column[] {
  return [right(title), right('lowest–highest'), { title: '' }];
}

function limitOf({ atMost, wanted, unit }: Target): string {
  return `${atMost ? '≤' : '≥'} ${wanted} ${unit}`;
}

function cells(target: Target | undefined): string[] {
  if (target === undefined) return ['', '', ''];
  return [`${short(target.median)} ${target.unit}`, range(target), target.met ? 'met' : 'missed'];
}
