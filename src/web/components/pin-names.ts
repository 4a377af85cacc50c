import { useMemo } from 'react';
import { namedPin, pinNames } from '../../show/pin-name.ts';
import type { PinNames } from '../../show/pin-name.ts';
import { useLanguage, usePage } from '../page-context.ts';

/** What pins are called, in their order: by the name somebody gave, else by what each holds. */
export function usePinNames(): readonly PinNames[] {
  const language = useLanguage();
  const { pins, contents, day } = usePage();
  return useMemo(
    () =>
      pins.map(({ scenario, name }) => {
        const shipped = contents?.scenarios.find((each) => each.scenario.name === scenario.scenario);
        const title = shipped?.scenario.title[language] ?? scenario.scenario;
        return namedPin(name, pinNames(scenario, title, day?.levers ?? [], language));
      }),
    [pins, contents, day, language],
  );
}
