import type { ScenarioAddress } from '../../../scenario/scenario-url.ts';
import { formatAmount } from '../../../show/amount-format.ts';
import type { Language } from '../../../show/language.ts';
import { leverText } from '../../../show/lever-text.ts';
import { translate } from '../../../show/message.ts';
import type { DayContents } from '../../compute/worker-message.ts';

/** What an address sets on top of its scenario, in words; what the day does not know is left out. */
export function kickerChanges(
  { levers, delays, removals }: ScenarioAddress,
  day: DayContents | null,
  language: Language,
): string[] {
  if (day === null) return [];
  const products = day.lines.flatMap((line) => line.products);
  const removable = new Set([...day.plants, ...day.products, ...day.programmes]);
  return [
    ...[...levers].flatMap(([path, value]) => {
      const lever = day.levers.find((each) => each.path === path);
      return lever ? [`${lever.label[language]} ${leverText(value, lever, language)}`] : [];
    }),
    ...delays
      .filter(({ plant }) => day.plants.includes(plant) && !removals.includes(plant))
      .map(({ plant, months }) =>
        translate(language, 'page.kicker.delay', { plant, months: formatAmount(months, 'month', language) }),
      ),
    ...removals
      .filter((name) => removable.has(name))
      .map((id) => {
        const programme = day.programmes.includes(id) ? day.lines.find((line) => line.id === id) : undefined;
        if (programme)
          return translate(language, 'page.kicker.programme', { name: programme.name[language] });
        const name = products.find((product) => product.id === id)?.name ?? id;
        return translate(language, 'page.kicker.removed', { name });
      }),
  ];
}
