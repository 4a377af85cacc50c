import { translate } from '../../../show/message.ts';
import { RemovalBoxes } from '../../components/removal-boxes.tsx';
import { Section } from '../../components/section.tsx';
import { useLanguage, usePage } from '../../page-context.ts';

/** Every product of the scenario by its line, and own-chip programmes as a whole, each to be taken out. */
export function ProductRemovals() {
  const language = useLanguage();
  const { day } = usePage();
  if (day === null) return null;
  const whole = translate(language, 'page.removals.programme');
  return (
    <Section
      title={translate(language, 'page.removals.products')}
      note={translate(language, 'page.removals.note')}
    >
      <div className="removal-lines">
        {day.lines.map(({ id, name, products }) => (
          <RemovalBoxes
            key={id}
            legend={name[language]}
            members={[
              ...(day.programmes.includes(id) ? [{ id, text: whole }] : []),
              ...products.map((product) => ({ id: product.id, text: product.name })),
            ]}
          />
        ))}
      </div>
    </Section>
  );
}
